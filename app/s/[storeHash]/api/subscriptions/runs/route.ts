import { NewRun, RunAnswer } from "#lib/contract/runs.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { currentRun, startRun } from "#lib/features/subscriptions/runs/runs.ts";

/** The newest run, and how far it is. */
export const GET = storeRoute({ answer: RunAnswer, run: ({ store, now }) => currentRun(store, now) });

/** Starts a run over many event types. */
export const POST = storeRoute({
  body: NewRun,
  answer: RunAnswer,
  run: ({ store, access, body, now }) => startRun(store, body, access, now),
});

const refuse = methodNotAllowed("GET", "HEAD", "POST");
export { refuse as DELETE, refuse as PATCH, refuse as PUT };
