import { DeliveryPage, DeliveryQuery } from "#lib/contract/destinations.ts";
import { deliveryPage } from "#lib/features/forwarding/deliveries-page.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What became of events at a destination, the last tried first. */
  GET: storeRoute({
    query: DeliveryQuery,
    answer: DeliveryPage,
    run: ({ access, params: { id = "" }, query }) => deliveryPage(access, id, query),
  }),
});
