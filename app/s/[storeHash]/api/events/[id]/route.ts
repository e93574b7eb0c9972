import { EventDetail } from "#lib/contract/events.ts";
import { openEvent } from "#lib/features/events/log.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { storeKeptSince } from "#lib/features/privacy/retention.ts";

/** One event: body as received, headers, arrivals. */
export const GET = storeRoute({
  answer: EventDetail,
  run: async ({ store, params, now }) => openEvent(store, params.id ?? "", await storeKeptSince(store, now)),
});
