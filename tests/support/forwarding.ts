import type { Clock } from "#lib/features/forwarding/clock.ts";
import { startForwarder, type Forwarder } from "#lib/features/forwarding/forwarder.ts";
import { TIMES, type ForwarderTimes } from "#lib/features/forwarding/times.ts";
import { database } from "#lib/platform/db/client.ts";

export { arrivals, newDestination, newStore, receive } from "#tests/lab/destinations.ts";

/** Times in which a test need not wait; what they are by default has tests of its own. */
export const QUICK: ForwarderTimes = { ...TIMES, sweepMs: 300, settleMs: 1_000, latestEveryMs: 500 };

/** The product's times on a clock that goes so many times as fast; what asks the database goes as it would without. */
export function hurried(times: number): { times: ForwarderTimes; clock: Clock } {
  const [sweepMs, settleMs, renewMs, ownMs] = [300, 1_000, 1_000, 15_000].map((ms) => ms * times) as [
    number,
    number,
    number,
    number,
  ];
  const bodyMs = TIMES.bodyMs * times;
  return { times: { ...TIMES, sweepMs, settleMs, renewMs, ownMs, bodyMs }, clock: fastClock(times) };
}

/** A clock that goes so many times as fast. */
function fastClock(times: number): Clock {
  const [startMs, start] = [performance.now(), Date.now()];
  const passedMs = () => (performance.now() - startMs) * times;
  return {
    now: () => new Date(start + passedMs()),
    nowMs: () => startMs + passedMs(),
    after: (ms, act) => {
      const timer = setTimeout(act, ms / times).unref();
      return () => clearTimeout(timer);
    },
  };
}

const running = new Set<Forwarder>();

/** Starts a forwarder that `stopForwarders` stops. */
export function forwarding(options: Parameters<typeof startForwarder>[0] = { times: QUICK }): Forwarder {
  const forwarder = startForwarder(options);
  running.add(forwarder);
  return forwarder;
}

/** For a hook after each test. */
export async function stopForwarders(): Promise<void> {
  await Promise.all([...running].map((forwarder) => forwarder.stop()));
  running.clear();
}

/** What is kept of a destination, counted. */
export async function keptOf(id: string) {
  const { rows } = await database().pool.query<{
    position: string;
    done: string;
    attempts: number;
    delivered: number;
    waiting: number;
    failed: number;
    hours: { delivered: number; failed: number; givenUp: number; skipped: number; notWanted: number };
  }>(
    `SELECT position_seq AS position, coalesce(done_seq, 0) AS done,
       (SELECT count(*)::int FROM deliveries WHERE destination_id = $1) AS attempts,
       (SELECT count(*)::int FROM deliveries WHERE destination_id = $1 AND outcome = 'delivered') AS delivered,
       (SELECT count(*)::int FROM delivery_retries WHERE destination_id = $1 AND state = 'waiting') AS waiting,
       (SELECT count(*)::int FROM delivery_retries WHERE destination_id = $1 AND state = 'failed') AS failed,
       (SELECT json_build_object('delivered', coalesce(sum(delivered), 0), 'failed', coalesce(sum(failed), 0),
          'givenUp', coalesce(sum(given_up), 0), 'skipped', coalesce(sum(skipped), 0),
          'notWanted', coalesce(sum(not_wanted), 0)) FROM delivery_hours WHERE destination_id = $1) AS hours
     FROM feeds WHERE destination_id = $1`,
    [id],
  );
  const [row] = rows;
  if (!row) throw new Error("there is no such destination");
  return { ...row, position: BigInt(row.position), done: BigInt(row.done) };
}
