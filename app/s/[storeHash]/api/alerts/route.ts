import { alertList } from "#lib/features/alerts/view.ts";
import { AlertList } from "#lib/contract/alerts.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What is wrong with the store's webhooks now. */
  GET: storeRoute({ answer: AlertList, run: ({ store, now }) => alertList(store, now) }),
});
