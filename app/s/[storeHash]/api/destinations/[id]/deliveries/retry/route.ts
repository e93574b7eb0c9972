import { DeliveriesChanged, DeliverySelection } from "#lib/contract/destinations.ts";
import { decideDeliveries } from "#lib/features/forwarding/again.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Sends events to a destination again; the owner alone may. */
  POST: storeRoute({
    isForOwner: true,
    body: DeliverySelection,
    answer: DeliveriesChanged,
    run: async ({ access, params: { id = "" }, body, now }) => ({
      changed: await decideDeliveries(access, id, "retry", body, now),
    }),
  }),
});
