import { SettingsView } from "#lib/contract/settings.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { readSettings } from "#lib/screens/settings.ts";

/** What holds for the store: history, address, proof, people. */
export const GET = storeRoute({
  answer: SettingsView,
  run: ({ store, access, now }) => readSettings(store, access.userId, now),
});

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
