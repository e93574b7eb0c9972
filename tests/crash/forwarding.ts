import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { eventId } from "#lib/features/events/ids.ts";
import type { ForwarderTimes } from "#lib/features/forwarding/times.ts";
import { commitArrivals } from "#lib/features/receiver/commit.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Child } from "#scripts/child.ts";
import { arrivals, newDestination, newStore, unevenDestinations } from "#tests/lab/destinations.ts";
import { startForwarderProcess } from "#tests/lab/forwarder-process.ts";
import { startSink } from "#tests/support/sink.ts";

/** Claims run out sooner than the product's, so that a hundred kills take minutes. */
const TIMES: Partial<ForwarderTimes> = { ownMs: 2_000, renewMs: 500, sweepMs: 300, settleMs: 5_000 };
const OWNERS = 3;
const DESTINATIONS = 4;
const CONCURRENCY = 5;
const PER_SECOND = 200;
const FEED_MS = 50;
/** After the last kill, it is over when nothing came for so long. */
const QUIET_MS = 30_000;
const LOOK_MS = 500;

/** What became of events whose senders were killed. */
export interface ForwardingVerdict {
  kills: number;
  events: number;
  /** That a destination never got. */
  lost: number;
  /** That a destination got again. */
  copies: number;
  /** Most copies that so many kills explain: all that was under way, to each destination of whom was killed. */
  copiesMax: number;
  /** Most requests to a destination with a limit in any one second, and the limit. */
  fastest: number;
  limit: number;
  /** Destinations whose hourly counts, or whose position, do not fit their rows. */
  uneven: number;
}

/** When attempts to deliver to a destination began, by the clock of who made them; a busy sink notes them late. */
export async function startsAt(destinationId: string): Promise<number[]> {
  const { rows } = await database().pool.query<{ at: Date }>(
    "SELECT at FROM deliveries WHERE destination_id = $1 ORDER BY at",
    [destinationId],
  );
  return rows.map(({ at }) => at.getTime());
}

/** Most starts in any one second. */
export const fastest = (starts: readonly number[]): number =>
  Math.max(0, ...starts.map((from) => starts.filter((at) => at >= from && at < from + 1_000).length));

/**
 * Kills workers that send 200 events a second on to several destinations, one of them with a limit to its rate, and
 * counts what is lost and what comes twice.
 * @param kills So many, each at a random instant.
 * @param gapMs From one to the next at least, and twice that at most.
 */
export async function killForwarders(kills: number, gapMs: number): Promise<ForwardingVerdict> {
  const sink = await startSink();
  const [store, slow] = [await newStore(), await newStore()];
  const paths = Array.from({ length: DESTINATIONS }, (_, index) => `/${index}`);
  // Slow enough that something is under way whenever a kill comes.
  for (const path of paths) sink.answer(path, (_, response) => setTimeout(() => response.end(), 10));
  for (const path of paths) await newDestination(store, sink.url(path), { concurrency: CONCURRENCY });
  const limit = 10;
  const limited = await newDestination(slow, sink.url("/slow"), { ratePerSecond: limit });
  await commitArrivals(arrivals(slow, 500));

  const children: Child[] = [];
  const start = async (): Promise<Child> => {
    const child = await startForwarderProcess({ times: TIMES });
    children.push(child);
    return child;
  };
  // One that was killed comes back while others are killed.
  const owners = Array.from({ length: OWNERS }, start);
  await Promise.all(owners);
  const sent: string[] = [];
  const feeding = new AbortController();
  const fed = feed();

  async function feed(): Promise<void> {
    while (!feeding.signal.aborted) {
      const events = arrivals(store, (PER_SECOND * FEED_MS) / 1_000);
      await commitArrivals(events);
      for (const { occurredAt, hash } of events)
        sent.push(eventId({ occurredAt: occurredAt ?? new Date(), hash }));
      await pause(FEED_MS);
    }
  }

  for (let kill = 0; kill < kills; kill++) {
    await pause(randomInt(gapMs, 2 * gapMs));
    const victim = kill % OWNERS;
    const { pid = 0, ended } = (await owners[victim]) ?? {};
    process.kill(pid, "SIGKILL");
    await ended;
    owners[victim] = start();
  }
  feeding.abort();
  await fed;
  const missing = (path: string) => {
    const got = new Set(sink.received(path).map(({ id }) => id));
    return sent.filter((id) => !got.has(id)).length;
  };
  const lost = () => paths.reduce((sum, path) => sum + missing(path), 0);
  const came = () => paths.reduce((sum, path) => sum + sink.received(path).length, 0);
  for (let [seen, atMs] = [came(), performance.now()]; performance.now() - atMs < QUIET_MS && lost() > 0;) {
    await pause(LOOK_MS);
    if (came() > seen) [seen, atMs] = [came(), performance.now()];
  }
  await Promise.all(owners);
  await Promise.all(children.map((child) => child.stop()));
  const received = came();
  const starts = await startsAt(limited);
  const verdict = {
    kills,
    events: sent.length,
    lost: lost(),
    copies: received - sent.length * DESTINATIONS + lost(),
    copiesMax: kills * CONCURRENCY * DESTINATIONS,
    fastest: fastest(starts),
    limit,
    uneven: (await unevenDestinations()).length,
  };
  await sink.close();
  return verdict;
}
