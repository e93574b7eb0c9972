import { KeeperView, TellingChange } from "#lib/contract/keeper.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { changeTelling, keeperView } from "#lib/features/subscriptions/keeper/notify-only.ts";

/** Where the app is only to tell, and changes nothing by itself. */
export const GET = storeRoute({ answer: KeeperView, run: ({ store }) => keeperView(store) });

/** Sets it for an event type, or, as the owner, for the store. */
export const PUT = storeRoute({
  body: TellingChange,
  answer: KeeperView,
  run: ({ access, body, now }) => changeTelling(access, body, now),
});

const refuse = methodNotAllowed("GET", "HEAD", "PUT");
export { refuse as DELETE, refuse as PATCH, refuse as POST };
