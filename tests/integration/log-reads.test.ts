import { beforeAll, expect, test } from "vitest";
import { EventQuery } from "#lib/contract/events.ts";
import { database } from "#lib/platform/db/client.ts";
import { cursorText } from "#lib/features/events/ids.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { deliveredScopes, readChart } from "#lib/screens/chart/chart.ts";
import { fillDay } from "#tests/bench/fill.ts";
import { LOG_FILTERS } from "#tests/bench/log-filters.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const STORE = StoreHash.parse("big");
const NOW = new Date("2026-11-25T00:00:00.000Z");
const DAY_MS = 86_400_000;
const DAYS = 30;
const EVENTS_A_DAY = 2_000;
/**
 * Blocks that a page may touch: a row of the log or of the roll-up each, and the way down each day's index. Whatever reads
 * all of this store touches 2,700 and more.
 */
const BLOCKS_MAX = 1_500;

const at = new Date(NOW.getTime() - 9 * DAY_MS - 4_321_000);
const turn = { id: 1023, hash: "", at, cursor: cursorText({ occurredAt: at, seq: 0n }) };

beforeAll(async () => {
  await ensurePartitions(new Date(NOW.getTime() - DAYS * DAY_MS), NOW);
  for (let day = 1; day <= DAYS; day++) {
    const start = new Date(NOW.getTime() - day * DAY_MS);
    await fillDay({ storeHash: STORE, day: start, events: EVENTS_A_DAY });
  }
  await database().pool.query("VACUUM (ANALYZE) events");
  await database().pool.query("VACUUM (ANALYZE) event_hours");
  const { events } = await eventPage(STORE, { cursor: turn.cursor, limit: 1 }, DAYS, NOW);
  turn.hash = events[0]?.hash ?? "";
});

/** Rows of the log, and entries of its indexes, that were read so far. */
async function rowsRead(): Promise<number> {
  await tellAllStatistics();
  const { rows } = await database().pool.query<{ rows: number }>(
    `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS rows
     FROM pg_stat_user_tables WHERE relname ~ '^events'`,
  );
  return rows[0]?.rows ?? 0;
}

/** Has each connection of the pool tell what it read: any of them may have, and by itself it tells once a second at most. */
async function tellAllStatistics(): Promise<void> {
  const { pool } = database();
  const all = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  for (const client of all) {
    await client.query("SELECT pg_stat_force_next_flush()");
    client.release();
  }
}

/** Blocks of the log's tables and indexes that were touched so far. */
async function blocksTouched(): Promise<number> {
  await tellAllStatistics();
  const { rows } = await database().pool.query<{ blocks: number }>(
    `SELECT sum(heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit)::int AS blocks
     FROM pg_statio_user_tables WHERE relname LIKE 'event%'`,
  );
  return rows[0]?.blocks ?? 0;
}

/** Blocks that a page of the log touches. */
async function blocksOf(store: StoreHash, query: EventQuery): Promise<number> {
  const before = await blocksTouched();
  await eventPage(store, query, DAYS, NOW);
  return (await blocksTouched()) - before;
}

test.each(Object.entries(LOG_FILTERS))("%s reads little beyond its page", async (_name, queryOf) => {
  const touched = await blocksOf(STORE, EventQuery.parse(queryOf(turn)));
  expect(touched).toBeGreaterThan(0);
  expect(touched).toBeLessThan(BLOCKS_MAX);
});

test.each(["cardinality(flags) > 0", "arrivals > 1", "is_test"])(
  "what is %s and has another proof is not looked for among all that is",
  async (rare) => {
    const status = { "cardinality(flags) > 0": "flagged", "arrivals > 1": "repeated", is_test: "test" }[rare];
    // A look at all of the day's events touches 500 blocks of rows besides.
    const odd = StoreHash.parse(`odd${status}`);
    const day = new Date(NOW.getTime() - 3 * DAY_MS);
    await fillDay({ storeHash: odd, day, events: 8_000 });
    const { pool } = database();
    await pool.query(
      `UPDATE events SET flags = CASE WHEN n % 2 = 0 AND $2 = 'flagged' THEN '{unknown_scope}'::text[] ELSE '{}' END,
         arrivals = CASE WHEN n % 2 = 0 AND $2 = 'repeated' THEN 2 ELSE 1 END,
         is_test = n % 2 = 0 AND $2 = 'test', proof = CASE WHEN n % 2 = 1 THEN 'header' ELSE 'both' END
       FROM (SELECT seq AS number, row_number() OVER () AS n FROM events WHERE store_hash = $1) AS numbered
       WHERE store_hash = $1 AND seq = number`,
      [odd, status],
    );
    await pool.query("VACUUM (ANALYZE) events");
    expect(await blocksOf(odd, EventQuery.parse({ status, proof: "header" }))).toBeLessThan(400);
  },
);

test.each([
  ["all event types", undefined],
  ["a frequent one", "store/order/created"],
  ["a wildcard", "store/order/*"],
])("a month's chart of %s reads the roll-up, and of the log no more than its sample", async (_of, scope) => {
  const before = await rowsRead();
  const { buckets, delaySample } = await readChart(STORE, { period: "30d", scope }, NOW);
  const read = (await rowsRead()) - before;
  const counted = buckets.reduce((sum, { counts }) => sum + counts.reduce((all, count) => all + count, 0), 0);
  const hours = 24 * (DAYS - 1);
  // Each day's index is asked for one entry more than is taken.
  expect(read).toBeLessThan(hours * (delaySample + 2));
  expect(read).toBeGreaterThan(hours);
  expect(counted).toBe(await countOf(scope === undefined ? null : deliveredScopes(scope)));
});

/** Events of the chart's days, counted one by one, without tests; of all types when none is named. */
async function countOf(scopes: readonly string[] | null): Promise<number> {
  const from = new Date(NOW.getTime() - (DAYS - 1) * DAY_MS);
  const { rows } = await database().pool.query<{ events: number }>(
    `SELECT count(*)::int AS events FROM events
     WHERE store_hash = $1 AND ($2::text[] IS NULL OR scope = ANY ($2)) AND occurred_at >= $3 AND NOT is_test`,
    [STORE, scopes, from],
  );
  return rows[0]?.events ?? 0;
}
