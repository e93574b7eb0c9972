import { requireWebhookRight } from "#lib/access.ts";
import { ReconcileRequest, ReconcileResult } from "#lib/contract/subscriptions.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { reconcileAnswer, reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Shows what will change at BigCommerce, or changes it. */
  POST: storeRoute({
    body: ReconcileRequest,
    answer: ReconcileResult,
    run: async ({ store, access, body: { dryRun, scopes }, now }) => {
      if (!dryRun) requireWebhookRight(access);
      return reconcileAnswer(await reconcileStore(store, { by: access, now, isDryRun: dryRun, scopes }));
    },
  }),
});
