import { useCallback } from "react";
import { useSWRConfig } from "swr";
import type { SessionView } from "#lib/contract/session.ts";
import type { Preferences } from "#lib/contract/views.ts";
import { sessionKey } from "./keys.ts";
import { apiPath } from "./paths.ts";
import { sendJson } from "./request.ts";

/** A function that switches single keys on or off for this person in a store, everywhere on the page. Fails with `ApiProblem`. */
export function useKeysPreference(store: string): (usesKeys: boolean) => Promise<void> {
  const { mutate } = useSWRConfig();
  return useCallback(
    async (usesKeys) => {
      const answer = await sendJson<Preferences>("PUT", apiPath(store, "preferences"), { usesKeys });
      const withAnswer = (session: SessionView | undefined) =>
        session && { ...session, user: { ...session.user, ...answer } };
      await mutate<SessionView>(sessionKey(store), withAnswer, { revalidate: false });
    },
    [mutate, store],
  );
}
