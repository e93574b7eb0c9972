import useSWR from "swr";
import type { SessionView } from "#lib/contract/session.ts";
import { sessionKey } from "#lib/client/fetcher/keys.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** How often to ask again while the store's name is not known yet, and how long after an installation; in milliseconds. */
const NAMELESS_REFRESH_MS = 3_000;
const NAMELESS_MS_MAX = 120_000;

/** Who is here, which store, what it granted. Read once per visit: once named, it does not change under a running page. */
export function useSession(store: string) {
  return useSWR(sessionKey(store), (url: string) => getJson<SessionView>(url), {
    revalidateOnFocus: false,
    revalidateIfStale: false,
    refreshInterval: (session) => (isUnnamedYet(session) ? NAMELESS_REFRESH_MS : 0),
  });
}

/** A store that does not tell its name is not asked forever. */
function isUnnamedYet(session: SessionView | undefined): boolean {
  return session?.store.name === null && Date.now() - Date.parse(session.store.installedAt) < NAMELESS_MS_MAX;
}
