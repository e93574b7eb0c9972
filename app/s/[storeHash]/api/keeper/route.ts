import { KeeperView, NotifyOnlyChange } from "#lib/contract/keeper.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { changeNotifyOnly, keeperView } from "#lib/features/subscriptions/keeper/notify-only.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Where the app is only to tell, and changes nothing by itself. */
  GET: storeRoute({ answer: KeeperView, run: ({ store }) => keeperView(store) }),
  /** Sets it for an event type, or, as the owner, for the store. */
  PUT: storeRoute({
    body: NotifyOnlyChange,
    answer: KeeperView,
    run: ({ access, body, now }) => changeNotifyOnly(access, body, now),
  }),
});
