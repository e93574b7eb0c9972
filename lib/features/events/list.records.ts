import pg from "pg";
import type { EventFilter, EventStatus, Proof } from "#lib/contract/events.ts";
import { database } from "#lib/platform/db/client.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";
import { byPrisma, type ReadRows } from "#lib/platform/db/read-rows.ts";
import { CLASH_MARK } from "./clash.ts";
import type { Cursor } from "./ids.ts";
import { type EventRow, ROW, storeScopes } from "./records.ts";
import { isReadByScope, soughtBy, withGroups, type Sought } from "./search.ts";
import type { StoreHash } from "#lib/ids.ts";

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

/** What a proof asks of an event; by a constant, from which the planner concludes that the partial index holds all of them. */
const PROOF: Record<Proof, Prisma.Sql> = {
  signature: Prisma.sql`proof = 'signature'`,
  header: Prisma.sql`proof = 'header'`,
  both: Prisma.sql`proof = 'both'`,
};

/** PostgreSQL's code of a cancelled statement. Source: PostgreSQL manual, error codes. */
const CANCELLED = "57014";

/** Hours of the roll-up that are read of each scope to find out how far back a page reaches. */
const HOURS_PER_SCOPE = 12;

/** Scopes that make so much of a store's events are read from all of them; fewer are read each by itself. */
const SHARE_OF_MOST = 0.25;

/** The part of a store's log that a page is read from. */
export interface PageBounds {
  /** Where the last page ended. */
  after: Cursor | null;
  limit: number;
  /** Nothing older is read, whatever the filter says. */
  oldest: Date;
}

/**
 * A page of a store's events, newest first by their own time, then by arrival. Reads about as much as it returns,
 * whatever the filter: each kind of it has an index in that order. Two exceptions: `received` passes over the flagged
 * events that lie between, and the proof `both` over those of one proof alone.
 */
export async function listEvents(
  store: StoreHash,
  filter: EventFilter,
  { after, limit, oldest }: PageBounds,
  read: ReadRows = byPrisma,
): Promise<EventRow[]> {
  const asked = soughtBy(filter);
  const sought = asked.groups ? withGroups(asked, await storeScopes(store, read)) : asked;
  const from = laterOf(filter.from, oldest);
  const until = [filter.to && new Date(filter.to), after?.occurredAt].flatMap((time) => time || []);
  if (sought.scopes?.length === 0) return [];
  const conditions = [
    // A row comparison alone does not prune partitions; the plain bounds beside it do.
    ...until.map((time) => Prisma.sql`occurred_at <= ${time}`),
    ...(after ? [Prisma.sql`(occurred_at, seq) < (${after.occurredAt}, ${after.seq})`] : []),
    ...conditionsOf(sought),
  ];
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

/**
 * The hash as it is written, in small letters, and what shares it with another event. Whatever the database's order of
 * letters is, digits of base 16 come before a "z".
 */
function hashCondition(hash: string): Prisma.Sql {
  const cases = [...new Set([hash, hash.toLowerCase()])];
  return Prisma.sql`(hash = ANY (${cases}::text[])
    OR ${Prisma.join(
      cases
        .map((key) => `${key}${CLASH_MARK}`)
        .map((key) => Prisma.sql`(hash BETWEEN ${key} AND ${`${key}z`} AND starts_with(hash, ${key}))`),
      " OR ",
    )})`;
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

function conditionsOf({ resources, hashes, statuses, proofs }: Sought): Prisma.Sql[] {
  return [
    ...resources.map(({ type, id }) =>
      type === null
        ? Prisma.sql`resource_id = ${id}`
        : Prisma.sql`resource_id = ${id} AND resource_type = ${type}`,
    ),
    ...hashes.map(hashCondition),
    ...statuses.map((status) => STATUS[status]),
    ...proofs.map((proof) => PROOF[proof]),
  ];
}
