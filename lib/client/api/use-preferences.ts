import { useCallback } from "react";
import { useSWRConfig } from "swr";
import { languageOf } from "#lib/contract/values/language-of.ts";
import type { SessionView } from "#lib/contract/session.ts";
import type { Preferences, PreferencesChange } from "#lib/contract/views.ts";
import { sessionKey } from "#lib/client/fetcher/keys.ts";
import { apiPath } from "#lib/client/paths.ts";
import { sendJson } from "#lib/client/fetcher/request.ts";

/** A function that changes how this person wants the app in a store, everywhere on the page. Fails with `ApiProblem`. */
export function usePreferences(store: string): (change: PreferencesChange) => Promise<void> {
  const { mutate } = useSWRConfig();
  return useCallback(
    async (change) => {
      const path = apiPath(store, "preferences");
      // Who says "next" and leaves has said it.
      const answer = await sendJson<Preferences>("PUT", path, change, { outlivesPage: true });
      const withAnswer = (session: SessionView | undefined) =>
        session && { ...session, user: withPreferences(session.user, answer) };
      await mutate<SessionView>(sessionKey(store), withAnswer, { revalidate: false });
    },
    [mutate, store],
  );
}

function withPreferences(
  user: SessionView["user"],
  { language, ...others }: Preferences,
): SessionView["user"] {
  return { ...user, ...others, chosenLanguage: language, language: language ?? languageOf(user.locale) };
}
