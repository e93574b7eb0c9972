import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "#tests/bench/statistics.ts";
import type { Arrival } from "#lib/features/receiver/commit.ts";
import { newestSeqs } from "#lib/features/events/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { arrivals, newDestination, newStore, receive } from "#tests/lab/destinations.ts";
import type { Found } from "#tests/lab/found.ts";
import { cameAt, delays, feed, lostAndCopies, rowsOf, until, uneven, type Ground } from "./ground.ts";

const THINGS = 50;

const about = (store: StoreHash, count: number): Arrival[] =>
  arrivals(store, count).map((arrival, index) => ({
    ...arrival,
    scope: "store/product/updated",
    resource: { type: "product", id: String(index % THINGS) },
    body: Buffer.from(JSON.stringify({ number: index, product: index % THINGS })),
  }));
const numberIn = (body: string) => JSON.parse(body) as { number: number; product: number };

/** Ten thousand events at two hundred a second to a receiver that is well. */
export async function steadyStream({ sink, start }: Ground): Promise<Found> {
  const store = await newStore();
  await newDestination(store, sink.url("/steady"));
  await start();
  const sent = await feed(new Map([[store, 200]]), 50);
  const { lost, copies } = await lostAndCopies(sink, "/steady", sent.keys());
  const taken = delays(sent, cameAt(sink, "/steady"));
  const [p50, p99] = [percentile(taken, 0.5), percentile(taken, 0.99)];
  return {
    figures: { events: sent.size, lost, copies, p50Ms: p50, p99Ms: p99 },
    faults: [
      ...(lost + copies > 0 ? ["not each came once"] : []),
      ...(p50 <= 300 && p99 <= 1_000 ? [] : ["it took too long"]),
    ],
  };
}

/** In the order per thing, ten thousand events of fifty things, of which one in ten fails once. */
export async function orderOfThings({ sink, start }: Ground): Promise<Found> {
  const [store, count] = [await newStore(), 10_000];
  const id = await newDestination(store, sink.url("/ordered"), { order: "thing", concurrency: 20 });
  const failed = new Set<string>();
  const delivered: { number: number; product: number }[] = [];
  sink.answer("/ordered", ({ id: event, body }, response) => {
    const place = numberIn(body);
    // Not by the thing: every one has some that fail.
    const fails = Math.floor(place.number / THINGS) % 10 === place.product % 10 && !failed.has(event);
    if (fails) failed.add(event);
    else delivered.push(place);
    response.writeHead(fails ? 500 : 200).end();
  });
  await start();
  await receive(about(store, count));
  await until(
    async () => (await rowsOf(id)).delivered >= count,
    () => sink.received("/ordered").length + Math.floor(performance.now() / 300_000),
  );
  const wrong = Array.from({ length: THINGS }, (_, product) => {
    const numbers = delivered.filter((each) => each.product === product).map(({ number }) => number);
    return numbers.filter((number, index) => number <= (numbers[index - 1] ?? -1)).length;
  });
  const outOfOrder = wrong.reduce((sum, each) => sum + each, 0);
  const odd = await uneven();
  return {
    figures: { events: count, failedOnce: failed.size, delivered: delivered.length, outOfOrder, uneven: odd },
    faults: [
      ...(outOfOrder > 0 ? ["the order of a thing was not kept"] : []),
      ...(delivered.length === count && odd === 0 ? [] : ["not each arrived once, or counts differ"]),
    ],
  };
}

/** Two thousand updates of fifty products in ten seconds, where only the latest counts. */
export async function latestOnly({ sink, start }: Ground): Promise<Found> {
  const [store, count] = [await newStore(), 2_000];
  const id = await newDestination(store, sink.url("/latest"), { isLatestOnly: true, concurrency: 10 });
  await start();
  const events = about(store, count);
  const beganMs = performance.now();
  for (let tick = 0; tick < 100; tick++) {
    await receive(events.slice(tick * 20, tick * 20 + 20));
    await pause(Math.max(0, beganMs + (tick + 1) * 100 - performance.now()));
  }
  const newest = () => {
    const last = new Map(
      sink.received("/latest").map(({ body }) => [numberIn(body).product, numberIn(body).number]),
    );
    return Array.from({ length: THINGS }, (_, product) => last.get(product)).filter(
      (number, product) => number === count - THINGS + product,
    ).length;
  };
  await until(
    () => newest() === THINGS,
    () => sink.received("/latest").length,
  );
  const [last = 0n] = await newestSeqs(store, 1);
  // The position passes what was left out a minute later, and counts it.
  await until(
    async () => (await rowsOf(id)).position === last,
    () => Math.floor(performance.now() / 60_000),
  );
  const requests = sink.received("/latest").length;
  const odd = await uneven();
  return {
    figures: { events: count, requests, newestLast: newest(), uneven: odd },
    faults: [
      ...(requests <= 150 ? [] : ["more than 150 requests"]),
      ...(newest() === THINGS ? [] : ["the newest state of a thing did not come last"]),
      ...(odd === 0 ? [] : ["sent and left out are not all"]),
    ],
  };
}
