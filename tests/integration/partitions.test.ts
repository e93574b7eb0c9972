import { beforeEach, describe, expect, test } from "vitest";
import { connectForChore, database } from "#lib/platform/db/client.ts";
import { placeAheadByArrival } from "#lib/features/events/ahead.records.ts";
import { mergeOldDays } from "#lib/features/events/merging.records.ts";
import { ensurePartitions, keepPartitions } from "#lib/features/events/partitions.ts";
import { keepDeliveryPartitions } from "#lib/features/forwarding/partitions.ts";
import {
  dayOf,
  mergesAt,
  oneDay,
  partitionName,
  partitionsAt,
  type Slot,
} from "#lib/features/events/slots.ts";
import { ANYTHING } from "#lib/features/events/sought.ts";
import { listEvents } from "#lib/features/events/list.records.ts";
import { StoreHash } from "#lib/ids.ts";
import { commitArrivals, type Arrival } from "#lib/features/receiver/commit.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const STORE = StoreHash.parse("days");
const NOW = new Date("2026-11-25T12:34:56.000Z");
const DAY_MS = 86_400_000;
const RETENTION_DAYS = 30;
const daysFrom = (days: number, from = NOW) => new Date(from.getTime() + days * DAY_MS);

const nameOf = (time: Date) => partitionName(oneDay(dayOf(time)));

beforeEach(async () => {
  const days = (await partitions()).filter((name) => name !== "events_default");
  if (days.length > 0) await database().pool.query(`DROP TABLE ${days.join(", ")}`);
  await database().pool.query("TRUNCATE events, event_hours, undated_events");
});

let made = 0;

function arrival(occurredAt: Date | null): Arrival {
  return {
    storeHash: STORE,
    occurredAt,
    hash: `made ${made++}`,
    scope: ["store/order/created", "store/product/updated"][made % 2] ?? "",
    resource: null,
    flags: [],
    body: Buffer.from("{}"),
    headers: {},
    proof: "both",
    arrivedAt: occurredAt ?? NOW,
    isTest: made % 10 === 0,
    isDemo: false,
  };
}

/** Stores events of a day, over all its hours, some of which come twice. */
async function receiveDay(day: Date, count = 30): Promise<void> {
  const midnight = Math.floor(day.getTime() / DAY_MS) * DAY_MS;
  const events = Array.from({ length: count }, (_, index) =>
    arrival(new Date(midnight + Math.floor((index * DAY_MS) / count))),
  );
  await commitArrivals([...events, ...events.filter((_, index) => index % 3 === 0)]);
}

async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await database().pool.query<Row>(sql, values)).rows;
}

async function partitions(): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'events'::regclass ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/** Events by the table that keeps them. */
async function whereabouts(): Promise<Record<string, number>> {
  const rows = await ask<{ name: string; events: number }>(
    "SELECT tableoid::regclass::text AS name, count(*)::int AS events FROM events GROUP BY 1",
  );
  return Object.fromEntries(rows.map(({ name, events }) => [name, events]));
}

/** The roll-up says of every hour and scope what the rows say, of tests apart, and of nothing else. */
async function expectExactHours(): Promise<void> {
  const differences = await ask(`
    SELECT * FROM (
      SELECT store_hash, hour, scope, events, repeats, tests, coalesce(last_event_at, '-infinity') AS last_event_at
      FROM event_hours) AS hours
    FULL JOIN (
      SELECT store_hash, date_trunc('hour', occurred_at, 'UTC') AS hour, scope,
        count(*) FILTER (WHERE NOT is_test) AS events,
        coalesce(sum(arrivals - 1) FILTER (WHERE NOT is_test), 0) AS repeats,
        count(*) FILTER (WHERE is_test) AS tests,
        coalesce(max(occurred_at) FILTER (WHERE NOT is_test), '-infinity') AS last_event_at
      FROM events GROUP BY 1, 2, 3) AS counted
    USING (store_hash, hour, scope, events, repeats, tests, last_event_at)
    WHERE hours.store_hash IS NULL OR counted.store_hash IS NULL`);
  expect(differences).toEqual([]);
}

describe("the days of the log", () => {
  test("stand ready a week ahead, and a second run finds nothing to do", async () => {
    const { made: names } = await keepPartitions(NOW, RETENTION_DAYS);
    expect(names).toContain(nameOf(daysFrom(7)));
    expect(names).toContain(nameOf(daysFrom(-3)));
    expect(await keepPartitions(NOW, RETENTION_DAYS)).toEqual({ made: [], dropped: [], waiting: [] });
  });

  test("are made once by processes that keep them at the same moment", async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => keepPartitions(NOW, RETENTION_DAYS)));
    const names = runs.flatMap((run) => run.made);
    expect(names).toHaveLength(new Set(names).size);
    expect(names).toHaveLength(11);
  });

  test("begin and end at midnight, whatever the minute in which they are made", async () => {
    const lastInstant = new Date("2026-11-25T23:59:59.999Z");
    const midnight = new Date("2026-11-26T00:00:00.000Z");
    await keepPartitions(lastInstant, RETENTION_DAYS);
    await keepPartitions(midnight, RETENTION_DAYS);
    await commitArrivals([arrival(lastInstant), arrival(midnight)]);
    expect(await whereabouts()).toEqual({ events_20261125: 1, events_20261126: 1 });
    await expectExactHours();
  });

  test.each([9, 20])("come back in order after %i days without a worker", async (rest) => {
    await keepPartitions(NOW, RETENTION_DAYS);
    for (let day = 0; day <= rest; day++) await receiveDay(daysFrom(day));
    expect((await whereabouts())["events_default"]).toBe((rest - 7) * 30);

    await keepPartitions(daysFrom(rest), RETENTION_DAYS);
    const days = Array.from({ length: rest + 1 }, (_, day) => [nameOf(daysFrom(day)), 30]);
    expect(await whereabouts()).toEqual(Object.fromEntries(days));
    await expectExactHours();
  });

  test("are made while their events pour into the default partition, of which none is lost or doubled", async () => {
    await receiveDay(NOW, 2_000);
    const { kept, coming } = await whileReceiving(() => keepPartitions(NOW, RETENTION_DAYS));
    expect(kept.made).toContain(nameOf(NOW));
    expect(await whereabouts()).toEqual({ [nameOf(NOW)]: 2_000 + coming });
    await expectExactHours();
  });

  test("leave the far past and the far future alone until retention comes for them", async () => {
    await commitArrivals([arrival(daysFrom(400)), arrival(daysFrom(-25)), arrival(daysFrom(-31))]);
    await keepPartitions(NOW, RETENTION_DAYS);
    expect(await whereabouts()).toEqual({ events_default: 1, [nameOf(daysFrom(-25))]: 1 });
    await expectExactHours();
  });
});

describe("retention", () => {
  test("keeps the oldest kept day whole, and nothing of the day before", async () => {
    await ensurePartitions(daysFrom(-31), NOW);
    for (const day of [-31, -30, -29, 0]) await receiveDay(daysFrom(day));
    const lastInstant = new Date("2026-11-25T23:59:59.999Z");
    expect((await keepPartitions(lastInstant, RETENTION_DAYS)).dropped).toEqual([nameOf(daysFrom(-31))]);
    await expectExactHours();

    const { dropped } = await keepPartitions(new Date("2026-11-26T00:00:00.000Z"), RETENTION_DAYS);
    expect(dropped).toEqual([nameOf(daysFrom(-30))]);
    expect(await whereabouts()).toEqual({ [nameOf(daysFrom(-29))]: 30, [nameOf(NOW)]: 30 });
    await expectExactHours();
  });

  test("may be shortened: the next run drops all days that are too old by then", async () => {
    await ensurePartitions(daysFrom(-29), NOW);
    for (let day = -29; day <= 0; day++) await receiveDay(daysFrom(day), 5);
    await commitArrivals([{ ...arrival(null), arrivedAt: daysFrom(-20) }]);
    expect((await keepPartitions(NOW, 7)).dropped).toHaveLength(22);
    expect(Object.keys(await whereabouts())).toHaveLength(8);
    expect(await ask("SELECT * FROM undated_events")).toEqual([]);
    await expectExactHours();
  });

  test("of a day makes no day that it drops again", async () => {
    await keepPartitions(NOW, 1);
    expect(await keepPartitions(NOW, 1)).toEqual({ made: [], dropped: [], waiting: [] });
  });

  test("leaves a day that somebody reads, and its hours, to the next run, while others come and go", async () => {
    await ensurePartitions(daysFrom(-32), daysFrom(1));
    for (const day of [-32, -31, 0]) await receiveDay(daysFrom(day));
    const reader = await database().pool.connect();
    await reader.query("BEGIN");
    await reader.query(`SELECT count(*) FROM ${nameOf(daysFrom(-31))}`);

    const { kept, coming } = await whileReceiving(() => keepPartitions(NOW, RETENTION_DAYS));
    expect(kept).toMatchObject({
      dropped: [nameOf(daysFrom(-32))],
      waiting: [nameOf(daysFrom(-31))],
    });
    await expectExactHours();

    await reader.query("COMMIT");
    reader.release();
    expect(await keepPartitions(NOW, RETENTION_DAYS)).toMatchObject({
      dropped: [nameOf(daysFrom(-31))],
      waiting: [],
    });
    expect(await whereabouts()).toEqual({ [nameOf(NOW)]: 30 + coming });
    await expectExactHours();
  });
});

test("events that an earlier version placed ahead are listed by their arrival, and their copies find them there", async () => {
  await keepPartitions(NOW, RETENTION_DAYS);
  const ahead = [1, 5, 20_000].flatMap((days) =>
    Array.from({ length: 300 }, (_, index) => ({
      ...arrival(daysFrom(days)),
      arrivedAt: new Date(NOW.getTime() - index),
    })),
  );
  const now = [arrival(NOW), arrival(new Date(NOW.getTime() + 60_000))];
  await commitArrivals([...ahead, ...now, ...ahead.slice(0, 5)]);
  expect(await placeAheadByArrival(NOW)).toBe(ahead.length);
  expect(await placeAheadByArrival(NOW)).toBe(0);
  await expectExactHours();
  expect(await whereabouts()).toEqual({ [nameOf(NOW)]: ahead.length + now.length });

  await commitArrivals(
    ahead.map((one) => ({
      ...one,
      occurredAt: null,
      claimedAt: one.occurredAt ?? NOW,
      arrivedAt: daysFrom(0.1),
    })),
  );
  expect(
    await ask(
      `SELECT flags, count(*)::int AS events, sum(arrivals)::int AS arrivals FROM events GROUP BY 1 ORDER BY 1`,
    ),
  ).toEqual([
    { flags: [], events: now.length, arrivals: now.length },
    { flags: ["time_ahead"], events: ahead.length, arrivals: 2 * ahead.length + 5 },
  ]);
  await expectExactHours();
});

describe("a long log", () => {
  const YEAR = 365;

  /** Makes the partitions that a log of a year consists of when it was merged. */
  async function makeYear(): Promise<void> {
    const days = Array.from({ length: YEAR + 7 }, (_, day) => oneDay(dayOf(daysFrom(day - YEAR))));
    const slots = mergesAt(days, dayOf(NOW), YEAR).reduce(merged, days);
    const tables = slots.map(
      (slot) => `CREATE TABLE ${partitionName(slot)} PARTITION OF events
        FOR VALUES FROM ('${slot.from.toISOString()}') TO ('${slot.to.toISOString()}')`,
    );
    await connectForChore({ statementMs: 60_000, lockMs: 0 }).then(async (client) => {
      for (const table of tables) await client.query(table);
      await client.end();
    });
  }
  const merged = (slots: Slot[], { into, parts }: { into: Slot; parts: Slot[] }) => [
    ...slots.filter((slot) => !parts.includes(slot)),
    into,
  ];

  test("is merged to few partitions, while events come, and none is lost, doubled or changed", async () => {
    await ensurePartitions(daysFrom(-45), NOW);
    for (let day = -45; day < 0; day += 3) await receiveDay(daysFrom(day), 12);
    // A day without a partition: its events wait in the default one.
    await database().pool.query(`DROP TABLE ${nameOf(daysFrom(-20))}`);
    await database().pool.query("DELETE FROM event_hours WHERE hour >= $1 AND hour < $2", [
      dayOf(daysFrom(-20)),
      dayOf(daysFrom(-19)),
    ]);
    await receiveDay(daysFrom(-20));
    const before = await ask("SELECT * FROM events ORDER BY seq");

    const { kept, coming } = await whileReceiving(() => mergeOldDays(NOW, YEAR));
    expect(kept.waiting).toEqual([]);
    expect(kept.merged.filter((name) => name.endsWith("_16"))).not.toEqual([]);
    expect(await ask(`SELECT * FROM events WHERE occurred_at < '${NOW.toISOString()}' ORDER BY seq`)).toEqual(
      before,
    );
    expect(await ask("SELECT count(*)::int AS events FROM events")).toEqual([
      { events: before.length + coming },
    ]);
    expect((await whereabouts())["events_default"]).toBeUndefined();
    await expectExactHours();
    expect(await mergeOldDays(NOW, YEAR)).toEqual({ merged: [], waiting: [] });
    expect((await keepPartitions(NOW, YEAR)).dropped).toEqual([]);
    await expectExactHours();
  });

  test("keeps its indexes when it is merged, and no more, and counts copies that come late", async () => {
    await ensurePartitions(daysFrom(-16), daysFrom(-8));
    const late = arrival(daysFrom(-12));
    await commitArrivals([late]);
    const [name = ""] = (await mergeOldDays(NOW, YEAR)).merged;
    const indexes = await ask<{ all: number; attached: number; wanted: number }>(
      `SELECT count(*)::int AS all, count(inhparent)::int AS attached,
         (SELECT count(*)::int FROM pg_index WHERE indrelid = 'events'::regclass) AS wanted
       FROM pg_index LEFT JOIN pg_inherits ON inhrelid = indexrelid WHERE indrelid = '${name}'::regclass`,
    );
    const wanted = indexes[0]?.wanted;
    expect(indexes).toEqual([{ all: wanted, attached: wanted, wanted }]);
    await commitArrivals([late]);
    expect(await ask("SELECT arrivals FROM events")).toEqual([{ arrivals: 2 }]);
  });

  test("loses its oldest day, though that lies in a partition with younger ones", async () => {
    await makeYear();
    for (let day = -YEAR; day <= -YEAR + 3; day++) await receiveDay(daysFrom(day), 6);
    expect(await partitions()).not.toContain(nameOf(daysFrom(-YEAR + 3)));
    await keepPartitions(daysFrom(2), YEAR);
    expect(await ask("SELECT min(occurred_at) AS first, count(*)::int AS events FROM events")).toEqual([
      { first: dayOf(daysFrom(-YEAR + 2)), events: 12 },
    ]);
    await expectExactHours();
  });

  test("is left as it is while somebody reads it, and merged by the next run", async () => {
    await ensurePartitions(daysFrom(-16), NOW);
    for (const day of [-14, -12, -10]) await receiveDay(daysFrom(day));
    const before = await whereabouts();
    const reader = await database().pool.connect();
    await reader.query("BEGIN");
    await reader.query("SELECT count(*) FROM events");
    const { kept } = await whileReceiving(() => mergeOldDays(NOW, YEAR));
    expect(kept).toEqual({ merged: [], waiting: [expect.stringMatching(/_4$/)] });
    expect(await whereabouts()).toMatchObject(before);
    await reader.query("COMMIT");
    reader.release();
    expect((await mergeOldDays(NOW, YEAR)).merged).not.toEqual([]);
    await expectExactHours();
  });

  test("has room for the locks of thirty that read all of it at once", async () => {
    await makeYear();
    expect((await partitions()).length).toBeLessThanOrEqual(partitionsAt(YEAR));
    const bounds = { after: null, limit: 50, oldest: daysFrom(-YEAR) };
    const pages = Array.from({ length: 30 }, () => listEvents(STORE, [ANYTHING], {}, bounds));
    expect(await Promise.all(pages)).toEqual(pages.map(() => []));
  });
});

/** Stores batches of today's events for as long as the work goes on. */
async function whileReceiving<T>(work: () => Promise<T>): Promise<{ kept: T; coming: number }> {
  const state = { coming: 0, isOver: false };
  const receiving = [1, 2].map(async () => {
    while (!state.isOver) {
      const batch = Array.from({ length: 10 }, (_, index) => arrival(new Date(NOW.getTime() + index)));
      await commitArrivals(batch);
      state.coming += batch.length;
    }
  });
  const working = work().finally(() => {
    state.isOver = true;
  });
  const [kept] = await Promise.all([working, ...receiving]);
  expect(state.coming).toBeGreaterThan(0);
  return { kept, coming: state.coming };
}

describe("the days of deliveries", () => {
  const DESTINATION = "days";
  const attempt = (at: Date, seq: number) =>
    ask(
      `INSERT INTO deliveries (destination_id, store_hash, seq, occurred_at, hash, scope, at, attempt, outcome, took_ms)
       VALUES ($1, $2, $3, $4, 'h', 'store/order/created', $4, 1, 'delivered', 1)`,
      [DESTINATION, STORE, seq, at],
    );
  const places = async () => {
    const rows = await ask<{ name: string; count: number }>(
      "SELECT tableoid::regclass::text AS name, count(*)::int AS count FROM deliveries GROUP BY 1 ORDER BY 1",
    );
    return rows.map(({ name, count }) => [name, count]);
  };

  test("are made ahead, take over what waits for them, and go when retention is over", async () => {
    const last = daysFrom(-RETENTION_DAYS - 1);
    await attempt(NOW, 1);
    await attempt(last, 2);
    const first = await keepDeliveryPartitions(NOW, RETENTION_DAYS);
    expect(first).toMatchObject({ dropped: [], waiting: [] });
    expect([first.made.length, first.made[0]]).toEqual([8, "deliveries_20261125"]);
    expect(await places()).toEqual([["deliveries_20261125", 1]]);
    expect(await keepDeliveryPartitions(NOW, RETENTION_DAYS)).toEqual({ made: [], dropped: [], waiting: [] });
    await attempt(daysFrom(1), 3);
    const later = await keepDeliveryPartitions(daysFrom(RETENTION_DAYS + 1), RETENTION_DAYS);
    expect(later.dropped).toEqual(["deliveries_20261125"]);
    expect(await places()).toEqual([["deliveries_20261126", 1]]);
  });
});
