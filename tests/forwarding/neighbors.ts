import { startNameServer } from "#tests/support/name-server.ts";
import type { StoreHash } from "#lib/ids.ts";
import { percentile } from "#tests/bench/statistics.ts";
import { newDestination, newStore, receive, arrivals } from "#tests/lab/destinations.ts";
import type { Found } from "#tests/lab/found.ts";
import { cameAt, delays, feed, lostAndCopies, until, type Ground } from "./ground.ts";

const SECONDS = 45;
const HANGING = 50;
const NAMELESS = 10;
/** Each store has so many that hang: more than a store may have under way. */
const HANGING_OF_STORE = 25;
const WELL_PER_SECOND = 50;
const OTHERS = 10;
const ALL_PER_SECOND = 2_000;

/** Fifty receivers that never answer and ten names that no server tells, beside one that is well. */
export async function silentNeighbors({ sink, start }: Ground): Promise<Found> {
  const names = await startNameServer(() => null);
  const well = await newStore();
  await newDestination(well, sink.url("/well"));
  await start({ nameServers: [names.address] });
  const aloneAt = await feed(new Map([[well, WELL_PER_SECOND]]), SECONDS);
  await lostAndCopies(sink, "/well", aloneAt.keys());
  const alone = percentile(delays(aloneAt, cameAt(sink, "/well")), 0.99);

  const ill: StoreHash[] = [];
  const { port } = new URL(sink.url("/"));
  for (let index = 0; index < HANGING + NAMELESS; index++) {
    if (index % HANGING_OF_STORE === 0) ill.push(await newStore());
    const store = ill.at(-1) ?? well;
    const path = `/silent-${index}`;
    sink.answer(path, () => undefined);
    const isNameless = index >= HANGING;
    await newDestination(
      store,
      isNameless ? `https://silent-${index}.example.com:${port}/` : sink.url(path),
      { concurrency: 10 },
    );
  }
  for (const store of ill) await receive(arrivals(store, 500));
  const besideAt = await feed(new Map([[well, WELL_PER_SECOND]]), SECONDS);
  const { lost } = await lostAndCopies(sink, "/well", besideAt.keys());
  const beside = percentile(delays(besideAt, cameAt(sink, "/well")), 0.99);
  const asked = Array.from({ length: HANGING }, (_, index) => sink.received(`/silent-${index}`).length);
  await names.close();
  return {
    figures: {
      aloneP99Ms: alone,
      besideP99Ms: beside,
      ratio: beside / alone,
      lost,
      hangingRequests: asked.reduce((sum, each) => sum + each, 0),
      namesAsked: names.asked.length,
    },
    faults: [
      ...(lost > 0 ? ["events were lost"] : []),
      ...(beside <= alone * 1.5 ? [] : ["the 99th percentile is more than 1.5 times that alone"]),
    ],
  };
}

/** One store with nine tenths of all events beside ten with the rest. */
export async function busyNeighbor({ sink, start }: Ground): Promise<Found> {
  const busy = await newStore();
  await newDestination(busy, sink.url("/busy"), { concurrency: 50 });
  const others: StoreHash[] = [];
  for (let index = 0; index < OTHERS; index++) {
    const store = await newStore();
    others.push(store);
    await newDestination(store, sink.url(`/other-${index}`));
  }
  await start();
  const rates = new Map(others.map((store) => [store, (ALL_PER_SECOND * 0.1) / OTHERS]));
  const p95 = async (busyPerSecond: number) => {
    const beganMs = performance.now();
    const [committed, more] = await Promise.all([
      feed(rates, SECONDS),
      feed(new Map([[busy, busyPerSecond]]), SECONDS),
    ]);
    const perSecond = ((committed.size + more.size) / (performance.now() - beganMs)) * 1_000;
    const came = () => new Map(others.flatMap((_, index) => [...cameAt(sink, `/other-${index}`)]));
    await until(
      () => {
        const known = came();
        return [...committed.keys()].every((id) => known.has(id));
      },
      () => came().size,
    );
    return { perSecond, all: percentile(delays(committed, came()), 0.95) };
  };
  const alone = await p95(0);
  const beside = await p95(ALL_PER_SECOND * 0.9);
  return {
    figures: {
      committedPerSecond: beside.perSecond,
      aloneP95Ms: alone.all,
      besideP95Ms: beside.all,
      ratio: beside.all / alone.all,
      busyCame: sink.received("/busy").length,
    },
    faults: beside.all <= alone.all * 2 ? [] : ["the others' 95th percentile is more than twice that alone"],
  };
}
