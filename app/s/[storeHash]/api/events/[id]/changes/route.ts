import { EventChanges } from "#lib/contract/changes.ts";
import { eventChanges } from "#lib/features/enrichment/changes.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** What an event changed, as far as that is known. */
export const GET = storeRoute({
  answer: EventChanges,
  run: ({ access, params, now }) => eventChanges(access, params.id ?? "", now),
});

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
