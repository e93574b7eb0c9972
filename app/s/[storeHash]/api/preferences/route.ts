import { Preferences, PreferencesChange } from "#lib/contract/views.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { preferencesOf, savePreferences } from "#lib/features/preferences/preferences.records.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Takes down how this person wants the app to be in this store. */
  PUT: storeRoute({
    body: PreferencesChange,
    answer: Preferences,
    run: async ({ access, body }) => {
      await savePreferences(access, body);
      return preferencesOf(access);
    },
  }),
});
