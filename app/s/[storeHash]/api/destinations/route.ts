import { DestinationInput, DestinationList, DestinationMade } from "#lib/contract/destinations.ts";
import { makeDestination } from "#lib/features/destinations/change.ts";
import { checkTemplate } from "#lib/features/forwarding/template.ts";
import { destinationView, destinationViews } from "#lib/features/forwarding/view.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Where the store's events go, and how each destination does. */
  GET: storeRoute({
    answer: DestinationList,
    run: async ({ access, now }) => ({ destinations: await destinationViews(access, now) }),
  }),
  /**
   * Makes a destination; the owner alone may. Its key is answered this once. A request that is repeated with the same
   * `Idempotency-Key` within a day makes no second one, and gets the same answer.
   */
  POST: storeRoute({
    isForOwner: true,
    body: DestinationInput,
    run: async ({ access, body, now, request }) => {
      await checkTemplate(body.template ?? null);
      const { destination, secret } = await makeDestination(
        access,
        body,
        now,
        request.headers.get("Idempotency-Key"),
      );
      const view = await destinationView(access, destination.id, now);
      return Response.json(DestinationMade.parse({ destination: view, secret }), { status: 201 });
    },
  }),
});
