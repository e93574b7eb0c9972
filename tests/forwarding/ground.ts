import { setTimeout as pause } from "node:timers/promises";
import { eventId } from "#lib/features/events/ids.ts";
import { commitArrivals, type Arrival } from "#lib/features/receiver/commit.ts";
import type { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Child } from "#scripts/child.ts";
import { arrivals, unevenDestinations } from "#tests/lab/destinations.ts";
import { startForwarderProcess, type ForwarderOrder } from "#tests/lab/forwarder-process.ts";
import type { Lab } from "#tests/lab/lab.ts";
import type { Sink } from "#tests/support/sink.ts";

/** Where trials take place: a PostgreSQL, a receiver, and workers that send. */
export interface Ground {
  lab: Lab;
  sink: Sink;
  start(order?: ForwarderOrder): Promise<Child>;
  /** Stops the workers of a trial and removes its destinations. */
  clear(): Promise<void>;
}

export function groundOf(lab: Lab, sink: Sink): Ground {
  const children: Child[] = [];
  return {
    lab,
    sink,
    start: async (order) => {
      const child = await startForwarderProcess(order);
      children.push(child);
      return child;
    },
    clear: async () => {
      await Promise.all(children.splice(0).map((child) => child.stop()));
      await database().pool.query("DELETE FROM destinations");
    },
  };
}

const TICK_MS = 50;
/** Nothing came for so long: what is missing does not come anymore. */
const QUIET_MS = 90_000;

export const idOf = ({ occurredAt, hash }: Arrival): string =>
  eventId({ occurredAt: occurredAt ?? new Date(0), hash });

/**
 * Commits events of some stores at a steady rate, as far as this machine can.
 * @returns when each was committed, by id, by the clock that is never put back.
 */
export async function feed(
  rates: ReadonlyMap<StoreHash, number>,
  seconds: number,
  signal?: AbortSignal,
): Promise<Map<string, number>> {
  const committed = new Map<string, number>();
  const beganMs = performance.now();
  const made = new Map<StoreHash, number>();
  for (let tick = 1; tick * TICK_MS <= seconds * 1_000; tick++) {
    if (signal?.aborted) break;
    const events = [...rates].flatMap(([store, perSecond]) => {
      const due = Math.floor((perSecond * tick * TICK_MS) / 1_000) - (made.get(store) ?? 0);
      made.set(store, (made.get(store) ?? 0) + due);
      return arrivals(store, due);
    });
    if (events.length > 0) await commitArrivals(events);
    const atMs = performance.now();
    for (const event of events) committed.set(idOf(event), atMs);
    await pause(Math.max(0, beganMs + tick * TICK_MS - performance.now()));
  }
  return committed;
}

/** When each event came first at a path of the sink, by id. */
export function cameAt(sink: Sink, path: string): Map<string, number> {
  const came = new Map<string, number>();
  for (const { id, atMs } of sink.received(path)) if (!came.has(id)) came.set(id, atMs);
  return came;
}

/** Milliseconds from commit to sink of those that came. */
export const delays = (committed: ReadonlyMap<string, number>, came: ReadonlyMap<string, number>): number[] =>
  [...committed].flatMap(([id, atMs]) => {
    const cameMs = came.get(id);
    return cameMs === undefined ? [] : [cameMs - atMs];
  });

/** Waits until this is so, as long as something happens. @returns whether it became so. */
export async function until(isSo: () => boolean | Promise<boolean>, seen: () => number): Promise<boolean> {
  for (let [last, atMs] = [seen(), performance.now()]; performance.now() - atMs < QUIET_MS;) {
    if (await isSo()) return true;
    await pause(200);
    if (seen() !== last) [last, atMs] = [seen(), performance.now()];
  }
  return isSo();
}

/** Waits until all of these came at a path. @returns how many are missing, and how many came again. */
export async function lostAndCopies(sink: Sink, path: string, ids: Iterable<string>) {
  const wanted = new Set(ids);
  const missing = () => wanted.size - [...cameAt(sink, path).keys()].filter((id) => wanted.has(id)).length;
  await until(
    () => sink.received(path).length >= wanted.size && missing() === 0,
    () => sink.received(path).length,
  );
  return { lost: missing(), copies: sink.received(path).length - cameAt(sink, path).size };
}

/** Waits for what is to be written down, and looks whether the counts by the hour are those of the rows. */
export async function uneven(): Promise<number> {
  await pause(2_000);
  return (await unevenDestinations()).length;
}

/** Rows that are kept of a destination. */
export async function rowsOf(id: string) {
  const { rows } = await database().pool.query<{
    attempts: number;
    delivered: number;
    retries: number;
    position: string;
  }>(
    `SELECT (SELECT count(*)::int FROM deliveries WHERE destination_id = $1) AS attempts,
       (SELECT count(*)::int FROM deliveries WHERE destination_id = $1 AND outcome = 'delivered') AS delivered,
       (SELECT count(*)::int FROM delivery_retries WHERE destination_id = $1) AS retries, position_seq AS position
     FROM feeds WHERE destination_id = $1`,
    [id],
  );
  const [row] = rows;
  if (!row) throw new Error("there is no such destination");
  return { ...row, position: BigInt(row.position) };
}
