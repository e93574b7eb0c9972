import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { EventFilter, EventStatus } from "#lib/contract/events.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { Cursor, EventKey } from "./ids.ts";
import { isReadByScope, soughtBy, type Sought } from "./search.ts";

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
  headers: unknown;
}

const ROW = Prisma.sql`occurred_at AS "occurredAt", hash, seq, scope, resource_type AS "resourceType",
  resource_id AS "resourceId", proof, flags, arrivals, first_arrived_at AS "firstArrivedAt",
  last_arrived_at AS "lastArrivedAt", is_test AS "isTest", is_demo AS "isDemo", body`;

/**
 * What a status asks of an event: word for word the condition of a partial index, and of `received` the opposite of one,
 * which the planner takes for most events; an equation it would take for few.
 */
const STATUS: Record<EventStatus, Prisma.Sql> = {
  received: Prisma.sql`NOT (cardinality(flags) > 0)`,
  flagged: Prisma.sql`cardinality(flags) > 0`,
  test: Prisma.sql`is_test`,
  repeated: Prisma.sql`arrivals > 1`,
};

/** Hours of the roll-up that are read of each scope to find out how far back a page reaches. */
const HOURS_PER_SCOPE = 12;

/** The part of a store's log that a page is read from. */
export interface PageBounds {
  /** Where the last page ended. */
  after: Cursor | null;
  limit: number;
  /** Bounds the days that are read when the filter names no `from`. */
  oldest: Date;
}

/**
 * A page of a store's events, newest first by their own time, then by arrival. Reads about as much as it returns,
 * whatever the filter: each kind of it has an index in that order. One exception: `received` passes over the flagged
 * events that lie between.
 */
export async function listEvents(
  store: StoreHash,
  filter: EventFilter,
  { after, limit, oldest }: PageBounds,
): Promise<EventRow[]> {
  const sought = soughtBy(filter);
  const from = filter.from ? new Date(filter.from) : oldest;
  const until = [filter.to && new Date(filter.to), after?.occurredAt].flatMap((time) => time || []);
  if (sought.scopes?.length === 0) return [];
  const conditions = [
    // A row comparison alone does not prune partitions; the plain bounds beside it do.
    ...until.map((time) => Prisma.sql`occurred_at <= ${time}`),
    ...(after ? [Prisma.sql`(occurred_at, seq) < (${after.occurredAt}, ${after.seq})`] : []),
    ...conditionsOf(sought),
  ];
  if (!sought.scopes || !isReadByScope(sought))
    return database().prisma.$queryRaw<EventRow[]>`
      SELECT ${ROW} FROM ${newest(store, from, [...conditions, ...scopeCondition(sought)], limit)} AS found
      ORDER BY occurred_at DESC, seq DESC`;

  const busy = await busyScopes(store, sought.scopes, { from, until, limit });
  const read = (start: Date) =>
    database().prisma.$queryRaw<EventRow[]>`
      SELECT ${ROW} FROM unnest(${busy.scopes}::text[]) AS wanted (one)
      CROSS JOIN LATERAL ${newest(store, start, [...conditions, Prisma.sql`scope = wanted.one`], limit)} AS found
      ORDER BY occurred_at DESC, seq DESC LIMIT ${limit}`;
  const rows = await read(busy.enoughFrom);
  // The roll-up counts flagged events too, and what is enough with them may be too few without.
  return rows.length < limit && busy.enoughFrom > from ? read(from) : rows;
}

/** One event of a store with everything that was received; null when it is not, or no longer, there. */
export async function findEvent(store: StoreHash, key: EventKey): Promise<EventRowDetail | null> {
  const [row] = await database().prisma.$queryRaw<EventRowDetail[]>`
    SELECT ${ROW}, headers FROM events
    WHERE store_hash = ${store} AND occurred_at = ${key.occurredAt} AND hash = ${key.hash}`;
  return row ?? null;
}

/** The events of a store with these arrival numbers, in the order of arrival. */
export function eventsBySeq(store: StoreHash, seqs: readonly bigint[]): Promise<EventRow[]> {
  return database().prisma.$queryRaw<EventRow[]>`
    SELECT ${ROW} FROM events WHERE store_hash = ${store} AND seq = ANY(${[...seqs]}::bigint[]) ORDER BY seq`;
}

/** At most `limit` events of a store that arrived after `seq`, in the order of arrival. */
export function eventsAfterSeq(store: StoreHash, seq: bigint, limit: number): Promise<EventRow[]> {
  return database().prisma.$queryRaw<EventRow[]>`
    SELECT ${ROW} FROM events WHERE store_hash = ${store} AND seq > ${seq} ORDER BY seq LIMIT ${limit}`;
}

/** The newest event of a store that happened after `oldest`; null without one. */
export async function newestEvent(store: StoreHash, oldest: Date): Promise<EventRow | null> {
  const [row] = await listEvents(store, {}, { after: null, limit: 1, oldest });
  return row ?? null;
}

/**
 * Events and repeats per scope and `stepHours` hours from `from` on, by the roll-up, oldest first. A store that uses
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
 * events. Events without a time of their own count as undelayed.
 */
export async function arrivalDelay(
  store: StoreHash,
  from: Date,
): Promise<{ median: number; p95: number } | null> {
  const [row] = await database().prisma.$queryRaw<{ median: number | null; p95: number | null }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY delay) AS median,
           percentile_cont(0.95) WITHIN GROUP (ORDER BY delay) AS p95
    FROM (SELECT greatest(0, extract(epoch FROM first_arrived_at - occurred_at) * 1000)::float8 AS delay
          FROM events WHERE store_hash = ${store} AND occurred_at >= ${from}
          ORDER BY occurred_at DESC LIMIT 5000) AS recent`;
  return row?.median == null || row.p95 == null ? null : { median: row.median, p95: row.p95 };
}

/** How many events of a store are kept, by the roll-up, and the hour of the oldest. */
export async function keptEvents(store: StoreHash): Promise<{ total: number; oldestAt: Date | null }> {
  const { _sum, _min } = await database().prisma.eventHour.aggregate({
    where: { storeHash: store },
    _sum: { events: true },
    _min: { hour: true },
  });
  return { total: _sum.events ?? 0, oldestAt: _min.hour };
}

/** The first events of a part of the log, as a subquery. */
function newest(store: StoreHash, from: Date, conditions: readonly Prisma.Sql[], limit: number): Prisma.Sql {
  const all = [Prisma.sql`store_hash = ${store}`, Prisma.sql`occurred_at >= ${from}`, ...conditions];
  return Prisma.sql`(SELECT * FROM events WHERE ${Prisma.join(all, " AND ")}
    ORDER BY occurred_at DESC, seq DESC LIMIT ${limit})`;
}

/**
 * Which of `scopes` have events in a period, by the roll-up, and a time from which on there are `limit` of them at
 * least: the period's beginning, when too few hours were looked at to tell.
 */
async function busyScopes(
  store: StoreHash,
  scopes: readonly string[],
  { from, until, limit }: { from: Date; until: readonly Date[]; limit: number },
): Promise<{ scopes: string[]; enoughFrom: Date }> {
  // Of the hour in which the period ends, some events may lie behind the end: it does not count as enough.
  const isBefore = until.map((time) => Prisma.sql`hour <= ${time}`);
  const isWhole = until.map((time) => Prisma.sql`hour < date_trunc('hour', ${time}::timestamptz, 'UTC')`);
  const [row] = await database().prisma.$queryRaw<{ scopes: string[] | null; enoughFrom: Date | null }[]>`
    WITH hours AS MATERIALIZED (
      SELECT scope, hour, events FROM unnest(${[...scopes]}::text[]) AS wanted (one) CROSS JOIN LATERAL (
        SELECT scope, hour, events FROM event_hours
        WHERE store_hash = ${store} AND scope = wanted.one AND events > 0
          AND ${Prisma.join([Prisma.sql`hour >= date_trunc('hour', ${from}::timestamptz, 'UTC')`, ...isBefore], " AND ")}
        ORDER BY hour DESC LIMIT ${HOURS_PER_SCOPE}) AS latest
    ), counted AS (
      SELECT hour, sum(events) FILTER (WHERE ${Prisma.join([Prisma.sql`true`, ...isWhole], " AND ")})
        OVER (ORDER BY hour DESC) AS total
      FROM hours
    )
    SELECT (SELECT array_agg(DISTINCT scope) FROM hours) AS scopes,
      (SELECT max(hour) FROM counted WHERE total >= ${limit}) AS "enoughFrom"`;
  const enoughFrom = row?.enoughFrom && row.enoughFrom > from ? row.enoughFrom : from;
  return { scopes: row?.scopes ?? [], enoughFrom };
}

function scopeCondition({ scopes }: Sought): Prisma.Sql[] {
  if (!scopes) return [];
  // A list of one would not be read in the index's order. A longer one is hidden from the planner, which would look up
  // each of its members in the statistics of each day, and takes longer for that than for the rest.
  return [
    scopes.length === 1
      ? Prisma.sql`scope = ${scopes[0]}`
      : Prisma.sql`scope = ANY ((SELECT ${[...scopes]}::text[])::text[])`,
  ];
}

function conditionsOf({ resources, hash, status }: Sought): Prisma.Sql[] {
  const conditions = resources.map(({ type, id }) =>
    type === null
      ? Prisma.sql`resource_id = ${id}`
      : Prisma.sql`resource_id = ${id} AND resource_type = ${type}`,
  );
  if (hash !== null) conditions.push(Prisma.sql`hash = ${hash}`);
  if (status) conditions.push(STATUS[status]);
  return conditions;
}
