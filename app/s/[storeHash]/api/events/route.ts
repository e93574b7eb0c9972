import { EventPage, EventQuery } from "#lib/contract/events.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { storeRetentionDays } from "#lib/features/privacy/retention.ts";

/** A page of the store's event log, newest first. */
export const GET = storeRoute({
  query: EventQuery,
  answer: EventPage,
  run: async ({ store, query, now }) => eventPage(store, query, await storeRetentionDays(store), now),
});
