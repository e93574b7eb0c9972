import { z } from "zod";
import type { Language } from "#lib/contract/values/languages.ts";
import { type News, newsSince } from "#lib/features/events/live-feed.ts";
import { liveEvents } from "#lib/features/events/live.ts";
import { eventView } from "#lib/features/events/view.ts";
import { eventStream, type ServerSentEvent } from "#lib/http/event-stream.ts";
import { metrics } from "#lib/metrics/metrics.ts";
import { untilStoreLeaves } from "#lib/http/until-store-leaves.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { UnderWay } from "#lib/http/under-way.ts";
import type { StoreHash } from "#lib/ids.ts";
import { storeKeptSince } from "#lib/features/privacy/retention.ts";
import { speaking } from "#lib/messages/language.ts";
import { routes } from "#lib/http/routes.ts";

const LastEventId = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .nullable()
  .catch(null);

/**
 * A person has one for each page that they look at, in each window. A stream takes a third of a megabyte and a connection,
 * so that all of them together leave both to deliveries. A page without one asks every few seconds instead.
 */
const underWay = new UnderWay("live streams", { ofKeyMax: [10, 100], allMax: 1_000 });

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** New events of the store within a second, as server-sent events; `Last-Event-ID` resumes. */
  GET: storeRoute({
    run: ({ store, session, request, language, isStillAllowed }) => {
      const afterSeq = LastEventId.parse(request.headers.get("last-event-id"));
      const leave = underWay.enter(`${store} ${session.claims.user}`, store);
      const { viewers } = metrics();
      viewers.inc();
      const { signal: left, forget } = untilStoreLeaves(store, isStillAllowed);
      const open = (signal: AbortSignal) =>
        messages(store, { afterSeq, language }, AbortSignal.any([signal, left]));
      const end = () => {
        forget();
        leave();
        viewers.dec();
      };
      return eventStream(request, open, isStillAllowed, end);
    },
  }),
});

async function* messages(
  store: StoreHash,
  { afterSeq, language }: { afterSeq: bigint | null; language: Language },
  signal: AbortSignal,
): AsyncGenerator<readonly ServerSentEvent[], void, undefined> {
  // Whoever comes back is also told what they may know, which may be older than what is shown.
  const oldest = await storeKeptSince(store, new Date());
  for await (const news of liveEvents(store, afterSeq, signal))
    yield messagesOf(newsSince(news, oldest), language);
}

/** All viewers of a store who speak the same language get the same news: it is put into words once. */
const writtenBefore = new WeakMap<News, Map<Language, readonly ServerSentEvent[]>>();

function messagesOf(news: News, language: Language): readonly ServerSentEvent[] {
  const known = writtenBefore.get(news) ?? new Map<Language, readonly ServerSentEvent[]>();
  writtenBefore.set(news, known);
  const told = known.get(language) ?? speaking(language, () => written(news));
  known.set(language, told);
  return told;
}

function written(news: News): readonly ServerSentEvent[] {
  const lines: ServerSentEvent[] = news.rows.map((row) => ({
    id: String(row.seq),
    event: "event",
    data: eventView(row),
  }));
  // More came than is sent: whoever shows the log reads it again.
  if (news.hasGap) lines.push({ id: null, event: "gap", data: {} });
  return lines;
}
