import { RunAnswer } from "#lib/contract/runs.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { putRunAway, readRun } from "#lib/features/subscriptions/runs/runs.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** One run, and how far it is. */
  GET: storeRoute({
    answer: RunAnswer,
    run: ({ store, params }) => readRun(store, params.id ?? ""),
  }),
  /** Takes a run that is over off the screen. */
  DELETE: storeRoute({
    answer: RunAnswer,
    run: ({ store, params, now }) => putRunAway(store, params.id ?? "", now),
  }),
});
