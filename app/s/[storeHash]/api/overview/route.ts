import { Overview } from "#lib/contract/overview.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { watchWhileOpen } from "#lib/jobs/watching.ts";
import { readOverview } from "#lib/screens/overview/overview.ts";

/** How the store's webhooks are doing. */
export const GET = storeRoute({
  answer: Overview,
  run: async ({ store, now }) => {
    await watchWhileOpen(store, now);
    return readOverview(store, now);
  },
});

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
