import { RunAnswer, RunRetry } from "#lib/contract/runs.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { retryRun } from "#lib/features/subscriptions/runs/runs.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Tries again what was refused of a run, some of it or all. */
  POST: storeRoute({
    changesWebhooks: true,
    body: RunRetry,
    answer: RunAnswer,
    run: ({ store, access, params, body }) => retryRun(store, params.id ?? "", body.scopes, access),
  }),
});
