import pg from "pg";
import type { EventFilter } from "#lib/contract/events.ts";
import { database } from "#lib/platform/db/client.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";
import { byPrisma, type ReadRows } from "#lib/platform/db/read-rows.ts";
import { begins, conditionsOf, lateCondition, scopeCondition } from "./conditions.records.ts";
import type { Cursor } from "./ids.ts";
import { type EventRow, ROW, storeScopes } from "./records.ts";
import { isOfAnyChannel, isReadByScope, withChannels, withGroups } from "./search.ts";
import type { Sought, Thing } from "./sought.ts";
import type { StoreHash } from "#lib/ids.ts";

/** PostgreSQL's code of a cancelled statement. Source: PostgreSQL manual, error codes. */
const CANCELLED = "57014";

/** Hours of the roll-up that are read of each scope to find out how far back a page reaches. */
const HOURS_PER_SCOPE = 12;

/** Scopes that make so much of a store's events are read from all of them; fewer are read each by itself. */
const SHARE_OF_MOST = 0.25;

/** Events that begin alike and are looked at. */
const START_ROWS_MAX = 1_000;
/** Events that were not sent and are looked up at once, the newest first. */
const FAILED_MAX = 10_000;

/** The part of a store's log that a page is read from. */
export interface PageBounds {
  /** Where the last page ended. */
  after: Cursor | null;
  limit: number;
  /** Nothing older is read, whatever the filter says. */
  oldest: Date;
}

/**
 * A page of a store's events that any of these filters finds, newest first by their own time, then by arrival. Reads about
 * as much as it returns for each, whatever the filter: each kind of it has an index in that order. Two exceptions:
 * `received` passes over the flagged events that lie between, and the proof `both` over those of one proof alone.
 * @param filter Its period holds for all of them.
 */
export async function listEvents(
  store: StoreHash,
  legs: readonly Sought[],
  filter: Pick<EventFilter, "from" | "to" | "late">,
  bounds: PageBounds,
  read: ReadRows = byPrisma,
): Promise<EventRow[]> {
  const pages = await Promise.all(legs.map((leg) => listLeg(store, leg, filter, bounds, read)));
  const [only] = pages;
  if (only && pages.length === 1) return only;
  // What several find is the same row; each page is in the log's order, and so is what is left of them together.
  const rows = [...new Map(pages.flat().map((row) => [row.seq, row])).values()];
  return rows
    .toSorted(
      (one, other) => other.occurredAt.getTime() - one.occurredAt.getTime() || Number(other.seq - one.seq),
    )
    .slice(0, bounds.limit);
}

async function listLeg(
  store: StoreHash,
  asked: Sought,
  filter: Pick<EventFilter, "from" | "to" | "late">,
  { after, limit, oldest }: PageBounds,
  read: ReadRows,
): Promise<EventRow[]> {
  const isOpen = asked.groups !== null || isOfAnyChannel(asked);
  const known = isOpen ? await storeScopes(store, read) : [];
  const sought = withGroups(withChannels(asked, known), known);
  const from = laterOf(filter.from, oldest);
  const until = [filter.to && new Date(filter.to), after?.occurredAt].flatMap((time) => time || []);
  if (sought.scopes?.length === 0) return [];
  const conditions = [
    // A row comparison alone does not prune partitions; the plain bounds beside it do.
    ...until.map((time) => Prisma.sql`occurred_at <= ${time}`),
    ...(after ? [Prisma.sql`(occurred_at, seq) < (${after.occurredAt}, ${after.seq})`] : []),
    ...conditionsOf(sought),
    ...lateCondition(filter.late),
  ];
  if (sought.start)
    return read(ofStart(store, sought.start, from, [...conditions, ...scopeCondition(sought)], limit));
  if (sought.things)
    return read(ofThings(store, sought.things, from, [...conditions, ...scopeCondition(sought)], limit));
  if (sought.statuses.includes("not_sent"))
    return read(ofFailed(store, from, until, [...conditions, ...scopeCondition(sought)], limit));
  if (!sought.scopes || !isReadByScope(sought))
    return read(Prisma.sql`
      SELECT ${ROW} FROM ${newest(store, from, [...conditions, ...scopeCondition(sought)], limit)} AS found
      ORDER BY occurred_at DESC, seq DESC`);

  const busy = await busyScopes(store, sought.scopes, { from, until, limit }, read);
  const readEach = (start: Date) =>
    read<EventRow>(Prisma.sql`
      SELECT ${ROW} FROM unnest(${busy.scopes}::text[]) AS wanted (one)
      CROSS JOIN LATERAL ${newest(store, start, [...conditions, Prisma.sql`scope = wanted.one`], limit)} AS found
      ORDER BY occurred_at DESC, seq DESC LIMIT ${limit}`);
  // Written so that no index by scope can serve it: of an hour's events the planner would sort all.
  const ofBusy = Prisma.sql`(scope = ANY (${busy.scopes}::text[])) IS TRUE`;
  const readFromAll = () =>
    read<EventRow>(Prisma.sql`
      SELECT ${ROW} FROM ${newest(store, busy.enoughFrom, [...conditions, ofBusy], limit)} AS found
      ORDER BY occurred_at DESC, seq DESC`);
  const rows = await (busy.areMost ? readFromAll() : readEach(busy.enoughFrom));
  // The roll-up counts flagged events too, and what is enough with them may be too few without.
  return rows.length < limit && busy.enoughFrom > from ? readEach(from) : rows;
}

/** Whether a reading failed because PostgreSQL cancelled it, as it does with what takes too long. */
export function isCancelled(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return error.code === CANCELLED;
  return (
    error instanceof Prisma.PrismaClientKnownRequestError && JSON.stringify(error.meta).includes(CANCELLED)
  );
}

/** Where a filter's period begins, in a log that begins with `oldest`. Pure. */
export function laterOf(from: string | undefined, oldest: Date): Date {
  const asked = from === undefined ? oldest : new Date(from);
  return asked > oldest ? asked : oldest;
}

/** The newest event of a store that happened after `oldest` and is no test; null without one. */
export async function newestEvent(store: StoreHash, oldest: Date): Promise<EventRow | null> {
  const [row] = await database().prisma.$queryRaw<EventRow[]>`
    SELECT ${ROW} FROM ${newest(store, oldest, [Prisma.sql`NOT is_test`], 1)} AS found`;
  return row ?? null;
}

/** The first events about any of these things: each is read by itself, since no index keeps several in the log's order. */
function ofThings(
  store: StoreHash,
  things: readonly Thing[],
  from: Date,
  conditions: readonly Prisma.Sql[],
  limit: number,
): Prisma.Sql {
  const isAbout = Prisma.sql`resource_id = wanted.one AND resource_type = wanted.type`;
  return Prisma.sql`
    SELECT ${ROW} FROM unnest(${things.map(({ type }) => type)}::text[], ${things.map(({ id }) => id)}::text[])
      AS wanted (type, one)
    CROSS JOIN LATERAL ${newest(store, from, [...conditions, isAbout], limit)} AS found
    ORDER BY occurred_at DESC, seq DESC LIMIT ${limit}`;
}

/**
 * The first events whose hash, or whose thing's id, begins so: few, and read in the order of that column, so that no plan
 * looks for them in the order of time.
 */
function ofStart(
  store: StoreHash,
  { of, text }: NonNullable<Sought["start"]>,
  from: Date,
  conditions: readonly Prisma.Sql[],
  limit: number,
): Prisma.Sql {
  const column = of === "hash" ? Prisma.sql`hash` : Prisma.sql`resource_id`;
  const all = [Prisma.sql`store_hash = ${store}`, Prisma.sql`occurred_at >= ${from}`, ...conditions];
  return Prisma.sql`
    SELECT ${ROW} FROM (
      SELECT * FROM events WHERE ${Prisma.join([...all, begins(column, text)], " AND ")}
      ORDER BY ${column} LIMIT ${START_ROWS_MAX}) AS few
    ORDER BY occurred_at DESC, seq DESC LIMIT ${limit}`;
}

/** The first events that a destination was to get and did not: looked up one by one, from the list of these. */
function ofFailed(
  store: StoreHash,
  from: Date,
  until: readonly Date[],
  conditions: readonly Prisma.Sql[],
  limit: number,
): Prisma.Sql {
  const within = [
    Prisma.sql`occurred_at >= ${from}`,
    ...until.map((time) => Prisma.sql`occurred_at <= ${time}`),
  ];
  const all = [Prisma.sql`store_hash = ${store}`, ...conditions];
  return Prisma.sql`
    SELECT ${ROW} FROM (
      SELECT DISTINCT occurred_at AS at, hash AS name FROM destinations
      JOIN delivery_retries ON destination_id = destinations.id AND state = 'failed'
      WHERE destinations.store_hash = ${store} AND ${Prisma.join(within, " AND ")}
      ORDER BY occurred_at DESC LIMIT ${FAILED_MAX}) AS failed
    CROSS JOIN LATERAL (SELECT * FROM events
      WHERE occurred_at = failed.at AND hash = failed.name AND ${Prisma.join(all, " AND ")}) AS found
    ORDER BY occurred_at DESC, seq DESC LIMIT ${limit}`;
}

/** The event that arrived last, whenever it happened; null when none since then is kept. Tests do not count. */
export async function latestArrival(store: StoreHash, oldest: Date): Promise<EventRow | null> {
  const [row] = await database().prisma.$queryRaw<EventRow[]>`
    SELECT ${ROW} FROM (SELECT * FROM events
      WHERE store_hash = ${store} AND occurred_at >= ${oldest} AND NOT is_test AND proof <> 'keeper'
      ORDER BY seq DESC LIMIT 1) AS found`;
  return row ?? null;
}

/** The first events of a part of the log, as a subquery. */
function newest(store: StoreHash, from: Date, conditions: readonly Prisma.Sql[], limit: number): Prisma.Sql {
  const all = [Prisma.sql`store_hash = ${store}`, Prisma.sql`occurred_at >= ${from}`, ...conditions];
  return Prisma.sql`(SELECT * FROM events WHERE ${Prisma.join(all, " AND ")}
    ORDER BY occurred_at DESC, seq DESC LIMIT ${limit})`;
}

/**
 * Which of `scopes` have events in a period, by the roll-up, and a time from which on there are `limit` of them at
 * least: the period's beginning, when too few hours were looked at to tell. And whether most of what happened since
 * then is of these scopes.
 */
async function busyScopes(
  store: StoreHash,
  scopes: readonly string[],
  { from, until, limit }: { from: Date; until: readonly Date[]; limit: number },
  read: ReadRows,
): Promise<{ scopes: string[]; enoughFrom: Date; areMost: boolean }> {
  // Of the hour in which the period ends, some events may lie behind the end: it does not count as enough.
  const isBefore = until.map((time) => Prisma.sql`hour <= ${time}`);
  const isWhole = until.map((time) => Prisma.sql`hour < date_trunc('hour', ${time}::timestamptz, 'UTC')`);
  const [row] = await read<{
    scopes: string[] | null;
    enoughFrom: Date | null;
    areMost: boolean | null;
  }>(Prisma.sql`
    WITH hours AS MATERIALIZED (
      SELECT scope, hour, events FROM unnest(${[...scopes]}::text[]) AS wanted (one) CROSS JOIN LATERAL (
        SELECT scope, hour, events + tests AS events FROM event_hours
        WHERE store_hash = ${store} AND scope = wanted.one AND events + tests > 0
          AND ${Prisma.join([Prisma.sql`hour >= date_trunc('hour', ${from}::timestamptz, 'UTC')`, ...isBefore], " AND ")}
        ORDER BY hour DESC LIMIT ${HOURS_PER_SCOPE}) AS latest
    ), counted AS (
      SELECT hour, sum(events) FILTER (WHERE ${Prisma.join([Prisma.sql`true`, ...isWhole], " AND ")})
        OVER (ORDER BY hour DESC) AS total
      FROM hours
    )
    SELECT (SELECT array_agg(DISTINCT scope) FROM hours) AS scopes, enough."from" AS "enoughFrom",
      (SELECT sum(events) FROM hours WHERE hour >= enough."from")
        * ${1 / SHARE_OF_MOST} >= (SELECT sum(events + tests) FROM event_hours
          WHERE ${Prisma.join([Prisma.sql`store_hash = ${store} AND hour >= enough."from"`, ...isBefore], " AND ")}) AS "areMost"
    FROM (SELECT max(hour) AS "from" FROM counted WHERE total >= ${limit}) AS enough`);
  const busy = row?.scopes ?? [];
  if (!row?.enoughFrom || row.enoughFrom <= from) return { scopes: busy, enoughFrom: from, areMost: false };
  return { scopes: busy, enoughFrom: row.enoughFrom, areMost: row.areMost === true };
}
