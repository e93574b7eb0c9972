import { Preferences } from "#lib/contract/views.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { setUsesKeys } from "#lib/preferences/records.ts";

/** Takes down how this person wants the app to be in this store. */
export const PUT = storeRoute({
  body: Preferences,
  answer: Preferences,
  run: async ({ access, body }) => {
    await setUsesKeys(access, body.usesKeys);
    return body;
  },
});

const refuse = methodNotAllowed("PUT");
export { refuse as GET, refuse as POST, refuse as PATCH, refuse as DELETE };
