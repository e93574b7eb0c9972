import useSWR from "swr";
import type { SessionView } from "#lib/contract/session.ts";
import { sessionKey } from "./keys.ts";
import { getJson } from "./request.ts";

/** Who is here, which store, what it granted. Read once per visit: it does not change under a running page. */
export function useSession(store: string) {
  return useSWR(sessionKey(store), (url: string) => getJson<SessionView>(url), {
    revalidateOnFocus: false,
    revalidateIfStale: false,
  });
}
