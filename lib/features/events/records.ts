import { database } from "#lib/platform/db/client.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";
import { byPrisma, type ReadRows } from "#lib/platform/db/read-rows.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { EventKey } from "./ids.ts";

/** An event as the log shows it; its body and headers stay behind until it is opened. */
export interface EventRow {
  occurredAt: Date;
  hash: string;
  seq: bigint;
  scope: string;
  resourceType: string | null;
  resourceId: string | null;
  proof: string;
  flags: string[];
  arrivals: number;
  firstArrivedAt: Date;
  lastArrivedAt: Date;
  isTest: boolean;
  isDemo: boolean;
  /** The body's `data` is needed to put an event into words; bodies are small. */
  body: Uint8Array;
}

export interface EventRowDetail extends EventRow {
  /** In whole; empty where they were taken apart. */
  headers: unknown;
  /** Both as in `BriefHeaders`; null where they were not. */
  headerForm: string | null;
  headerValues: string | null;
}

/** The columns of an `EventRow`. */
export const ROW = Prisma.sql`occurred_at AS "occurredAt", hash, seq, scope, resource_type AS "resourceType",
  resource_id AS "resourceId", proof, flags, arrivals, first_arrived_at AS "firstArrivedAt",
  last_arrived_at AS "lastArrivedAt", is_test AS "isTest", is_demo AS "isDemo", body`;

/** One event of a store with everything that was received; null when it is not, or no longer, there. */
export async function findEvent(store: StoreHash, key: EventKey): Promise<EventRowDetail | null> {
  const [row] = await database().prisma.$queryRaw<EventRowDetail[]>`
    SELECT ${ROW}, headers, header_values AS "headerValues",
      (SELECT form FROM header_forms WHERE id = header_form) AS "headerForm"
    FROM events
    WHERE store_hash = ${store} AND occurred_at = ${key.occurredAt} AND hash = ${key.hash}`;
  return row ?? null;
}

/** The events of a store that have these keys, newest first by their own time; those that are not there are left out. */
export function eventsByKey(store: StoreHash, keys: readonly EventKey[]): Promise<EventRow[]> {
  const times = keys.map(({ occurredAt }) => occurredAt);
  const hashes = keys.map(({ hash }) => hash);
  // Each looked up by itself, in the one partition of its time.
  return database().prisma.$queryRaw<EventRow[]>`
    SELECT ${ROW} FROM unnest(${times}::timestamptz[], ${hashes}::text[]) AS wanted (at, name)
    CROSS JOIN LATERAL (SELECT * FROM events
      WHERE store_hash = ${store} AND occurred_at = wanted.at AND hash = wanted.name LIMIT 1) AS found
    ORDER BY occurred_at DESC, seq DESC`;
}

/** The events of a store with these arrival numbers, in the order of arrival. */
export function eventsBySeq(store: StoreHash, seqs: readonly bigint[]): Promise<EventRow[]> {
  return database().prisma.$queryRaw<EventRow[]>`
    SELECT ${ROW} FROM events WHERE store_hash = ${store} AND seq = ANY(${[...seqs]}::bigint[]) ORDER BY seq`;
}

/** The arrival numbers of a store's newest events by arrival, the newest first. */
export async function newestSeqs(store: StoreHash, limit: number): Promise<bigint[]> {
  const rows = await database().prisma.$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM events WHERE store_hash = ${store} ORDER BY seq DESC LIMIT ${limit}`;
  return rows.map(({ seq }) => seq);
}

/** At most `limit` events of a store that arrived after `seq`, in the order of arrival. */
export function eventsAfterSeq(store: StoreHash, seq: bigint, limit: number): Promise<EventRow[]> {
  return database().prisma.$queryRaw<EventRow[]>`
    SELECT ${ROW} FROM events WHERE store_hash = ${store} AND seq > ${seq} ORDER BY seq LIMIT ${limit}`;
}

/** Scopes that a store has had events of, tests among them, by the roll-up. Reads one hour of each, however many there are. */
export async function storeScopes(store: StoreHash, read: ReadRows = byPrisma): Promise<string[]> {
  const rows = await read<{ scope: string }>(Prisma.sql`
    WITH RECURSIVE found AS (
      (SELECT scope FROM event_hours WHERE store_hash = ${store} ORDER BY scope LIMIT 1)
      UNION ALL
      SELECT (SELECT scope FROM event_hours WHERE store_hash = ${store} AND scope > found.scope ORDER BY scope LIMIT 1)
      FROM found WHERE found.scope IS NOT NULL
    )
    SELECT scope FROM found WHERE scope IS NOT NULL`);
  return rows.map(({ scope }) => scope);
}

/**
 * Events and repeats per scope and `stepHours` hours from `from` on, without tests, by the roll-up, oldest first. A store that uses
 * many types has tens of thousands of hours in a month: a chart asks for no finer step than it draws.
 * @param from Start of an hour; steps are counted from it.
 * @returns `hour` is the start of the step.
 */
export async function eventHours(
  store: StoreHash,
  from: Date,
  stepHours: number,
): Promise<{ hour: Date; scope: string; events: number; repeats: number }[]> {
  return database().prisma.$queryRaw`
    SELECT date_bin(make_interval(hours => ${stepHours}::int), hour, ${from}::timestamptz) AS hour, scope,
      sum(events)::int AS events, sum(repeats)::int AS repeats
    FROM event_hours WHERE store_hash = ${store} AND hour >= ${from} GROUP BY 1, 2 ORDER BY 1`;
}

/**
 * From an event's own time to its first arrival, in milliseconds, over what happened since `from`; null without
 * events. Events without a time of their own count as undelayed, tests not at all.
 */
export async function arrivalDelay(
  store: StoreHash,
  from: Date,
): Promise<{ median: number; p95: number } | null> {
  const [row] = await database().prisma.$queryRaw<{ median: number | null; p95: number | null }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY delay) AS median,
           percentile_cont(0.95) WITHIN GROUP (ORDER BY delay) AS p95
    FROM (SELECT greatest(0, extract(epoch FROM first_arrived_at - occurred_at) * 1000)::float8 AS delay
          FROM events WHERE store_hash = ${store} AND occurred_at >= ${from} AND NOT is_test
          ORDER BY occurred_at DESC LIMIT 5000) AS recent`;
  return row?.median == null || row.p95 == null ? null : { median: row.median, p95: row.p95 };
}

/** How many events of a store are kept from `oldest` on, without tests, by the roll-up, and the hour of the oldest. */
export async function keptEvents(
  store: StoreHash,
  oldest: Date,
): Promise<{ total: number; oldestAt: Date | null }> {
  const { _sum, _min } = await database().prisma.eventHour.aggregate({
    where: { storeHash: store, hour: { gte: oldest }, events: { gt: 0 } },
    _sum: { events: true },
    _min: { hour: true },
  });
  return { total: _sum.events ?? 0, oldestAt: _min.hour };
}

/** When the last kept event of each delivered scope happened, as the roll-up tells. */
export async function lastEventTimes(storeHash: StoreHash): Promise<Map<string, Date>> {
  const rows = await database().prisma.eventHour.groupBy({
    by: ["scope"],
    where: { storeHash },
    _max: { lastEventAt: true },
  });
  return new Map(
    rows.flatMap(({ scope, _max }) => (_max.lastEventAt ? [[scope, _max.lastEventAt] as const] : [])),
  );
}
