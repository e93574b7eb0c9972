import { RunAnswer } from "#lib/contract/runs.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { cancelRun } from "#lib/features/subscriptions/runs/runs.ts";

/** Leaves what still waits of a run as it is. */
export const POST = storeRoute({
  answer: RunAnswer,
  run: ({ store, params, now }) => cancelRun(store, params.id ?? "", now),
});

const refuse = methodNotAllowed("POST");
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
