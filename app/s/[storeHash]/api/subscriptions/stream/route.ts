import { webhookChanges } from "#lib/features/subscriptions/changes-feed.ts";
import { eventStream, type ServerSentEvent } from "#lib/http/event-stream.ts";
import { routes } from "#lib/http/routes.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { UnderWay } from "#lib/http/under-way.ts";
import { untilStoreLeaves } from "#lib/http/until-store-leaves.ts";
import type { StoreHash } from "#lib/ids.ts";

/** A person has one for each window that shows anything but the log. A page without one asks every few seconds instead. */
const underWay = new UnderWay("webhook streams", { ofKeyMax: [10, 100], allMax: 1_000 });

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** A message `gap` whenever the store's webhooks may have changed: whoever shows them reads them again. */
  GET: storeRoute({
    run: ({ store, session, request, isStillAllowed }) => {
      const leave = underWay.enter(`${store} ${session.claims.user}`, store);
      const { signal: left, forget } = untilStoreLeaves(store, isStillAllowed);
      const open = (signal: AbortSignal) => messages(store, AbortSignal.any([signal, left]));
      const end = () => {
        forget();
        leave();
      };
      return eventStream(request, open, isStillAllowed, end);
    },
  }),
});

/** One array for all: it is put into text once. */
const CHANGED: readonly ServerSentEvent[] = [{ id: null, event: "gap", data: {} }];

async function* messages(
  store: StoreHash,
  signal: AbortSignal,
): AsyncGenerator<readonly ServerSentEvent[], void, undefined> {
  for await (const _ of webhookChanges(store, signal)) yield CHANGED;
}
