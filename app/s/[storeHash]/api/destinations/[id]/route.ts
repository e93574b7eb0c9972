import { DestinationAnswer, DestinationChange } from "#lib/contract/destinations.ts";
import { changeDestination, removeDestination } from "#lib/features/destinations/change.ts";
import { checkTemplate } from "#lib/features/forwarding/template.ts";
import { destinationView } from "#lib/features/forwarding/view.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** A destination, and how it does. */
  GET: storeRoute({
    answer: DestinationAnswer,
    run: async ({ access, params: { id = "" }, now }) => ({
      destination: await destinationView(access, id, now),
    }),
  }),
  /** Changes it, turns it on or off; the owner alone may. */
  PATCH: storeRoute({
    isForOwner: true,
    body: DestinationChange,
    answer: DestinationAnswer,
    run: async ({ access, params: { id = "" }, body, now }) => {
      await checkTemplate(body.template ?? null);
      await changeDestination(access, id, body, now);
      return { destination: await destinationView(access, id, now) };
    },
  }),
  /** Removes it with all that waits for it; the owner alone may. */
  DELETE: storeRoute({
    isForOwner: true,
    run: async ({ access, params: { id = "" }, now }) => {
      await removeDestination(access, id, now);
      return {};
    },
  }),
});
