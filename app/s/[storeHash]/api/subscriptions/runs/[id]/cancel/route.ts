import { RunAnswer } from "#lib/contract/runs.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { cancelRun } from "#lib/features/subscriptions/runs/runs.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Leaves what still waits of a run as it is. */
  POST: storeRoute({
    changesWebhooks: true,
    answer: RunAnswer,
    run: ({ store, params, now }) => cancelRun(store, params.id ?? "", now),
  }),
});
