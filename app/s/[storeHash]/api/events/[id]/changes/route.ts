import { EventChanges } from "#lib/contract/changes.ts";
import { eventChanges } from "#lib/features/enrichment/changes.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What an event changed, as far as that is known. */
  GET: storeRoute({
    answer: EventChanges,
    run: ({ access, params, now }) => eventChanges(access, params.id ?? "", now),
  }),
});
