import { NewRun, RunAnswer } from "#lib/contract/runs.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { currentRun, startRun } from "#lib/features/subscriptions/runs/runs.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** The newest run, and how far it is. */
  GET: storeRoute({ answer: RunAnswer, run: ({ store, now }) => currentRun(store, now) }),
  /** Starts a run over many event types. */
  POST: storeRoute({
    changesWebhooks: true,
    body: NewRun,
    answer: RunAnswer,
    run: ({ store, access, body, now }) => startRun(store, body, access, now),
  }),
});
