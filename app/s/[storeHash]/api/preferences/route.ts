import { Preferences, PreferencesChange } from "#lib/contract/views.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { preferencesOf, savePreferences } from "#lib/features/preferences/preferences.records.ts";

/** Takes down how this person wants the app to be in this store. */
export const PUT = storeRoute({
  body: PreferencesChange,
  answer: Preferences,
  run: async ({ access, body }) => {
    await savePreferences(access, body);
    return preferencesOf(access);
  },
});

const refuse = methodNotAllowed("PUT");
export { refuse as GET, refuse as POST, refuse as PATCH, refuse as DELETE };
