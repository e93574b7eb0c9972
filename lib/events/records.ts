import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { EventFilter } from "#lib/contract/events.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { Cursor, EventKey } from "./ids.ts";
import { parseSearch } from "./search.ts";

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
 * A page of a store's events, newest first by their own time, then by arrival.
 * @param page `oldest` bounds the partitions that are read when the filter names no `from`; `after` is where the
 * last page ended.
 */
export function listEvents(
  store: StoreHash,
  filter: EventFilter,
  page: { after: Cursor | null; limit: number; oldest: Date },
): Promise<EventRow[]> {
  const { after, limit } = page;
  const conditions = [
    Prisma.sql`store_hash = ${store}`,
    // A row comparison alone does not prune partitions; the plain bounds beside it do.
    Prisma.sql`occurred_at >= ${filter.from ? new Date(filter.from) : page.oldest}`,
    ...(filter.to ? [Prisma.sql`occurred_at <= ${new Date(filter.to)}`] : []),
    ...(after
      ? [
          Prisma.sql`occurred_at <= ${after.occurredAt}`,
          Prisma.sql`(occurred_at, seq) < (${after.occurredAt}, ${after.seq})`,
        ]
      : []),
    ...filterConditions(filter),
  ];
  return database().prisma.$queryRaw<EventRow[]>`
    SELECT ${ROW} FROM events WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY occurred_at DESC, seq DESC LIMIT ${limit}`;
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

/** Events and repeats per hour and scope from the roll-up, from `from` on. */
export function eventHours(
  store: StoreHash,
  from: Date,
): Promise<{ hour: Date; scope: string; events: number; repeats: number; lastEventAt: Date }[]> {
  return database().prisma.eventHour.findMany({
    where: { storeHash: store, hour: { gte: from } },
    select: { hour: true, scope: true, events: true, repeats: true, lastEventAt: true },
    orderBy: { hour: "asc" },
  });
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

function filterConditions({ scope, q, resource, status }: EventFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (scope) conditions.push(Prisma.sql`scope = ANY(${scope.split(",")}::text[])`);
  if (resource) {
    const [type, ...id] = resource.split(":");
    conditions.push(Prisma.sql`resource_type = ${type} AND resource_id = ${id.join(":")}`);
  }
  if (q) conditions.push(searchCondition(q));
  if (status === "flagged") conditions.push(Prisma.sql`cardinality(flags) > 0`);
  if (status === "received") conditions.push(Prisma.sql`cardinality(flags) = 0`);
  if (status === "test") conditions.push(Prisma.sql`is_test`);
  if (status === "repeated") conditions.push(Prisma.sql`arrivals > 1`);
  return conditions;
}

function searchCondition(q: string): Prisma.Sql {
  const search = parseSearch(q);
  if (search.kind === "hash") return Prisma.sql`hash = ${search.hash}`;
  if (search.kind === "scopes") return Prisma.sql`scope = ANY(${search.scopes}::text[])`;
  if (search.type === null) return Prisma.sql`resource_id = ${search.id}`;
  return Prisma.sql`resource_type = ${search.type} AND resource_id = ${search.id}`;
}
