import useSWR from "swr";
import { SessionView } from "#lib/contract/session.ts";
import { sessionKey } from "./keys.ts";
import { getJson } from "./request.ts";

/** Who is here, which store, what it granted. Read once per visit: it does not change under a running page. */
export function useSession(store: string) {
  return useSWR(sessionKey(store), (url: string) => getJson(url, SessionView), {
    revalidateOnFocus: false,
    revalidateIfStale: false,
  });
}
