import { ChangeResults, SubscriptionChanges, SubscriptionList } from "#lib/contract/subscriptions.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { watchWhileOpen } from "#lib/jobs/watching.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What is wanted, what exists, and how it is doing. */
  GET: storeRoute({
    answer: SubscriptionList,
    run: async ({ store, now }) => {
      await watchWhileOpen(store, now);
      return subscriptionList(store, now);
    },
  }),
  /** Turns event types on and off, and answers with what became of each. */
  PUT: storeRoute({
    changesWebhooks: true,
    body: SubscriptionChanges,
    answer: ChangeResults,
    run: ({ store, access, body, now }) => changeSubscriptions(store, body.changes, { by: access, now }),
  }),
});
