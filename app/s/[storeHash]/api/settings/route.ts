import { SettingsView } from "#lib/contract/settings.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { readSettings } from "#lib/screens/settings.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What holds for the store: history, address, proof, people. */
  GET: storeRoute({
    answer: SettingsView,
    run: ({ store, access, now }) => readSettings(store, access.userId, now),
  }),
});
