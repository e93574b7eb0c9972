import { RunAnswer, RunRetry } from "#lib/contract/runs.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { retryRun } from "#lib/features/subscriptions/runs/runs.ts";

/** Tries again what was refused of a run, some of it or all. */
export const POST = storeRoute({
  body: RunRetry,
  answer: RunAnswer,
  run: ({ store, access, params, body }) => retryRun(store, params.id ?? "", body.scopes, access),
});

const refuse = methodNotAllowed("POST");
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
