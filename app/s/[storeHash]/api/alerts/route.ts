import { alertList } from "#lib/features/alerts/view.ts";
import { AlertList } from "#lib/contract/alerts.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** What is wrong with the store's webhooks now. */
export const GET = storeRoute({ answer: AlertList, run: ({ store }) => alertList(store) });

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
