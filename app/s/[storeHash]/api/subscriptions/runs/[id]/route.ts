import { RunAnswer } from "#lib/contract/runs.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { putRunAway, readRun } from "#lib/features/subscriptions/runs/runs.ts";

/** One run, and how far it is. */
export const GET = storeRoute({
  answer: RunAnswer,
  run: ({ store, params }) => readRun(store, params.id ?? ""),
});

/** Takes a run that is over off the screen. */
export const DELETE = storeRoute({
  answer: RunAnswer,
  run: ({ store, params, now }) => putRunAway(store, params.id ?? "", now),
});

const refuse = methodNotAllowed("GET", "HEAD", "DELETE");
export { refuse as PATCH, refuse as POST, refuse as PUT };
