import { EventPage, EventQuery } from "#lib/contract/events.ts";
import { knowledgeOf } from "#lib/features/enrichment/known.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { storeRetentionDays } from "#lib/features/privacy/retention.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** A page of the store's event log, newest first. */
  GET: storeRoute({
    query: EventQuery,
    answer: EventPage,
    run: async ({ access, store, query, now }) =>
      eventPage(store, query, await storeRetentionDays(store), now, knowledgeOf(access, now)),
  }),
});
