import { Overview } from "#lib/contract/overview.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { watchWhileOpen } from "#lib/jobs/watching.ts";
import { readOverview } from "#lib/screens/overview/overview.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** How the store's webhooks are doing. */
  GET: storeRoute({
    answer: Overview,
    run: async ({ store, access, now }) => {
      await watchWhileOpen(store, now);
      return readOverview(access, now);
    },
  }),
});
