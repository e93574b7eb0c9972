import { EventDetail } from "#lib/contract/events.ts";
import { knowledgeOf } from "#lib/features/enrichment/known.ts";
import { openEvent } from "#lib/features/events/log.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { storeKeptSince } from "#lib/features/privacy/retention.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** One event: body as received, headers, arrivals. */
  GET: storeRoute({
    answer: EventDetail,
    run: async ({ access, store, params, now }) =>
      openEvent(store, params.id ?? "", await storeKeptSince(store, now), knowledgeOf(access, now)),
  }),
});
