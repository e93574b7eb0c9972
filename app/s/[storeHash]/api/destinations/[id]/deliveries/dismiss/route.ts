import { DeliveriesChanged, DeliverySelection } from "#lib/contract/destinations.ts";
import { decideDeliveries } from "#lib/features/forwarding/again.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Has events that a destination did not take never sent again; the owner alone may. */
  POST: storeRoute({
    isForOwner: true,
    body: DeliverySelection,
    answer: DeliveriesChanged,
    run: async ({ access, params: { id = "" }, body, now }) => ({
      changed: await decideDeliveries(access, id, "dismiss", body, now),
    }),
  }),
});
