import useSWR from "swr";
import type { SessionView } from "#lib/contract/session.ts";
import { sessionKey } from "./keys.ts";
import { getJson } from "./request.ts";

/** How often to ask again while the store's name is not known yet, just after an installation; in milliseconds. */
const NAMELESS_REFRESH_MS = 3_000;

/** Who is here, which store, what it granted. Read once per visit: once named, it does not change under a running page. */
export function useSession(store: string) {
  return useSWR(sessionKey(store), (url: string) => getJson<SessionView>(url), {
    revalidateOnFocus: false,
    revalidateIfStale: false,
    refreshInterval: (session) => (session?.store.name === null ? NAMELESS_REFRESH_MS : 0),
  });
}
