import { database } from "#lib/platform/db/client.ts";
import { ensurePartitions, keepPartitions } from "#lib/features/events/partitions.ts";
import { dayOf } from "#lib/features/events/slots.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { fillDay } from "./fill.ts";
import { openFloors, type Floors } from "./floors.ts";
import { openRound, type Latency } from "./open-loop.ts";
import { resultOf, type Result } from "./statistics.ts";

const RATES = [200, 500] as const;
const ROUND_SECONDS = 8;
const DAY_MS = 86_400_000;
/** Events of the day that retention drops while the receiver is at work. */
const OLD_EVENTS = 200_000;

/**
 * Measures the time from the instant at which a delivery was due to its acknowledgement, at steady rates, beside an
 * empty `node:http` handler; and again while retention drops a day and vacuum runs.
 */
export async function measureLatency(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const floors = await openFloors();
  try {
    const figures = new Map<string, number[]>();
    const note = (name: string, { p50, p99, p999 }: Latency) => {
      for (const [part, value] of Object.entries({ p50, p99, p999 }))
        figures.set(`${name}.${part}`, [...(figures.get(`${name}.${part}`) ?? []), value]);
      say(`${name}: p50 ${p50.toFixed(2)} p99 ${p99.toFixed(2)} p99.9 ${p999.toFixed(2)} ms`);
    };
    const measure = (url: string, perSecond: number) =>
      openRound({
        url,
        perSecond,
        deliveries: signedDeliveries(perSecond * ROUND_SECONDS, floors.lab.sender, new Date()),
      });
    const doors = floors.doors.filter(({ name }) => ["intake.listener", "floor.bareNode"].includes(name));
    for (const { url } of doors) await measure(url, 500);

    for (let round = 0; round < rounds; round++) {
      for (const rate of RATES) {
        for (const { name, url } of round % 2 === 0 ? doors : doors.toReversed())
          note(`latency.${name.split(".")[1]}.${rate}`, await measure(url, rate));
      }
      const [listener] = doors;
      if (!listener) continue;
      const chores = await prepareChores(floors);
      const [latency] = await Promise.all([measure(listener.url, 500), chores()]);
      note("latency.listenerDuringRetention.500", latency);
    }
    return [...figures].map(([name, values]) => resultOf(name, "milliseconds", values));
  } finally {
    await floors.lab.close();
  }
}

/** Fills a day beyond retention; the result drops it, and vacuums what is left, the way the hourly job and autovacuum do. */
async function prepareChores({ lab }: Floors): Promise<() => Promise<void>> {
  const old = new Date(dayOf(new Date()).getTime() - 40 * DAY_MS);
  await ensurePartitions(old, old);
  await fillDay({ storeHash: lab.sender.storeHash, day: old, events: OLD_EVENTS });
  return async () => {
    await keepPartitions(new Date(), 30);
    await database().pool.query("VACUUM (ANALYZE) events");
  };
}
