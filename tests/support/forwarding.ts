import { randomUUID } from "node:crypto";
import type { DestinationSettings } from "#lib/contract/destinations.ts";
import { SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import { insertDestination } from "#lib/features/destinations/destinations.records.ts";
import { makeKey, presentSecret } from "#lib/features/destinations/secrets.ts";
import { newestSeqs } from "#lib/features/events/records.ts";
import type { Clock } from "#lib/features/forwarding/clock.ts";
import { startForwarder, type Forwarder } from "#lib/features/forwarding/forwarder.ts";
import { TIMES, type ForwarderTimes } from "#lib/features/forwarding/times.ts";
import { commitArrivals, type Arrival } from "#lib/features/receiver/commit.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { addStore } from "#tests/lab/lab.ts";

/** Times in which a test need not wait; what they are by default has tests of its own. */
export const QUICK: ForwarderTimes = { ...TIMES, sweepMs: 300, settleMs: 1_000, latestEveryMs: 500 };

/** A store that has the app. */
export async function newStore(): Promise<StoreHash> {
  const hash = StoreHash.parse(randomUUID().replaceAll("-", "").slice(0, 12));
  await addStore(hash);
  return hash;
}

/** A destination of a store, from now on. @returns its id. */
export async function newDestination(
  storeHash: StoreHash,
  url: string,
  settings: Partial<DestinationSettings> = {},
): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  const [newest = 0n] = await newestSeqs(storeHash, 1);
  const destination = {
    id,
    storeHash,
    name: "Sink",
    kind: "http" as const,
    url,
    settings: { ...SETTINGS_DEFAULT, eventTypes: ["*"], ...settings },
    secrets: [presentSecret(makeKey(), now)],
    headers: {},
    auth: { kind: "none" as const },
    isOn: true,
    version: 1,
    offReason: null,
    offAt: null,
    offBy: null,
    createdAt: now,
  };
  await inTransaction((tx) => insertDestination(tx, destination, newest));
  return id;
}

let made = 0;

/** Events of a store, as they arrive. */
export function arrivals(storeHash: StoreHash, count: number, more: Partial<Arrival> = {}): Arrival[] {
  return Array.from({ length: count }, () => {
    const number = made++;
    const now = new Date();
    return {
      storeHash,
      occurredAt: now,
      hash: `event ${String(number).padStart(8, "0")}`,
      scope: "store/order/created",
      resource: { type: "order", id: String(number) },
      flags: [],
      body: Buffer.from(
        JSON.stringify({ scope: "store/order/created", data: { type: "order", id: number } }),
      ),
      headers: {},
      proof: "both",
      arrivedAt: now,
      isTest: false,
      isDemo: false,
      ...more,
    };
  });
}

/** Commits events in batches as intake does. */
export async function receive(events: readonly Arrival[], size = 500): Promise<void> {
  for (let from = 0; from < events.length; from += size)
    await commitArrivals(events.slice(from, from + size));
}

/** A clock that goes so many times as fast. */
export function fastClock(times: number): Clock {
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
    attempts: number;
    delivered: number;
    waiting: number;
    failed: number;
    hours: { delivered: number; failed: number; givenUp: number; skipped: number; notWanted: number };
  }>(
    `SELECT position_seq AS position,
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
  return { ...row, position: BigInt(row.position) };
}
