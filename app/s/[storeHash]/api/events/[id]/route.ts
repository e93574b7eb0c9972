import { EventDetail } from "#lib/contract/events.ts";
import { openEvent } from "#lib/events/log.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** One event: body as received, headers, arrivals. */
export const GET = storeRoute({
  answer: EventDetail,
  run: ({ store, params }) => openEvent(store, params.id ?? ""),
});
