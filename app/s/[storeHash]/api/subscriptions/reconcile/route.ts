import { ReconcileRequest, ReconcileResult } from "#lib/contract/subscriptions.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { reconcileAnswer, reconcileStore } from "#lib/features/subscriptions/reconcile.ts";

/** Shows what will change at BigCommerce, or changes it. */
export const POST = storeRoute({
  body: ReconcileRequest,
  answer: ReconcileResult,
  run: async ({ store, access, body: { dryRun, scopes }, now }) =>
    reconcileAnswer(await reconcileStore(store, { by: access, now, isDryRun: dryRun, scopes })),
});

const refuse = methodNotAllowed("POST");
export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
