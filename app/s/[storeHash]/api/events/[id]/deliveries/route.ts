import { EventDeliveries } from "#lib/contract/destinations.ts";
import { eventDeliveries } from "#lib/features/forwarding/event-deliveries.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What became of an event at each destination. */
  GET: storeRoute({
    answer: EventDeliveries,
    run: ({ store, params: { id = "" }, now }) => eventDeliveries(store, id, now),
  }),
});
