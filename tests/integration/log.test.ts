import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { findEntry } from "#lib/catalogue/catalogue.ts";
import { EVENT_GROUPS, EVENT_STATUSES, LATE_FROM_MS, PROOFS } from "#lib/contract/values/events.ts";
import { database } from "#lib/platform/db/client.ts";
import { EventQuery, type EventFilter, type EventView } from "#lib/contract/events.ts";
import { keptSince } from "#lib/features/events/kept-since.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { keepPartitions } from "#lib/features/events/partitions.ts";
import { eventHours } from "#lib/features/events/records.ts";
import { StoreHash } from "#lib/ids.ts";
import { commitArrivals, type Arrival } from "#lib/features/receiver/commit.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const NOW = new Date("2026-11-25T12:34:56.000Z");
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const RETENTION_DAYS = 30;
const STORE = StoreHash.parse("full");
const NEIGHBOUR = StoreHash.parse("other");
const SCOPES = [
  "store/order/created",
  "store/order/statusUpdated",
  "store/product/updated",
  "store/customer/created",
  "store/channel/3/category/product/assigned",
  "store/robot/built",
];
const ABSENT = "store/robot/sold";
const hashOf = (name: string) => createHash("sha1").update(name).digest("hex");

/** What the log shows of an event, and what the model knows of it. */
const log: EventView[] = [];

beforeAll(async () => {
  await keepPartitions(NOW, RETENTION_DAYS);
  // Dense hours, quiet days, hours that begin or end a page, days without a partition, the future, the forgotten past.
  const random = fc.sample(
    fc.record({
      agoMs: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 0, max: 6 * HOUR_MS }) },
        { weight: 3, arbitrary: fc.integer({ min: 0, max: 30 * DAY_MS }) },
        { weight: 1, arbitrary: fc.integer({ min: -20 * DAY_MS, max: 40 * DAY_MS }) },
      ),
      scope: fc.oneof({ weight: 8, arbitrary: fc.constant(SCOPES[0] ?? "") }, fc.constantFrom(...SCOPES)),
      type: fc.constantFrom("order", "product"),
      id: fc.integer({ min: 1, max: 9 }),
      isFlagged: fc.integer({ min: 0, max: 3 }),
      isTest: fc.integer({ min: 0, max: 20 }),
      copies: fc.constantFrom(1, 1, 1, 2, 3),
      proof: fc.constantFrom("both", "both", "both", "header", "signature" as const),
      store: fc.constantFrom(STORE, STORE, STORE, NEIGHBOUR),
    }),
    { numRuns: 900, seed: 4 },
  );
  const arrivals = random.flatMap(
    ({ agoMs, scope, type, id, isFlagged, isTest, proof, copies, store }, index) => {
      const hash = hashOf(String(index));
      const occurredAt = new Date(Math.floor((NOW.getTime() - agoMs) / 1000) * 1000);
      const arrival: Arrival = {
        storeHash: store,
        occurredAt,
        hash,
        scope,
        resource: { type, id: String(id) },
        flags: isFlagged === 0 ? ["unknown_scope"] : [],
        body: Buffer.from("{}"),
        headers: {},
        proof,
        arrivedAt: NOW,
        isTest: isTest === 0,
        isDemo: false,
      };
      return Array.from({ length: copies }, () => arrival);
    },
  );
  for (let first = 0; first < arrivals.length; first += 100)
    await commitArrivals(arrivals.slice(first, first + 100));
  log.push(...(await walk({}, 200, 3650)));
  expect(log).toHaveLength(random.filter(({ store }) => store === STORE).length);
});

/** Follows the cursors to the log's end. */
async function walk(
  filter: EventFilter,
  limit: number,
  retentionDays = RETENTION_DAYS,
): Promise<EventView[]> {
  const found: EventView[] = [];
  let cursor: string | undefined;
  do {
    const query = EventQuery.parse({ ...filter, limit, ...(cursor && { cursor }) });
    const page = await eventPage(STORE, query, retentionDays, NOW);
    expect(page.events.length).toBeLessThanOrEqual(limit);
    found.push(...page.events);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

/** A part of a filter, and what the model makes of it. */
interface Part {
  filter: EventFilter;
  matches(event: EventView): boolean;
}
const part = (filter: EventFilter, matches: Part["matches"]): Part => ({ filter, matches });
const isAbout = ({ resource }: EventView, id: string, type = resource?.type) =>
  resource?.id === id && resource.type === type;
const isOf = ({ scope }: EventView, groups: readonly string[]) => {
  const group = findEntry(scope)?.group;
  return group !== undefined && groups.includes(group);
};
const STATUS_MATCHES: Record<(typeof EVENT_STATUSES)[number], Part["matches"]> = {
  received: ({ flags }) => flags.length === 0,
  flagged: ({ flags }) => flags.length > 0,
  test: ({ isTest }) => isTest,
  repeated: ({ arrivals }) => arrivals > 1,
  not_sent: () => false,
};
const anIndex = fc.integer({ min: 0, max: 900 });
const anId = fc.integer({ min: 1, max: 10 }).map(String);
const anAge = fc.oneof(
  fc.integer({ min: -HOUR_MS, max: 6 * HOUR_MS }),
  fc.integer({ min: -2 * DAY_MS, max: 35 * DAY_MS }),
);
const aLength = fc.oneof(fc.integer({ min: 0, max: 3 * HOUR_MS }), fc.integer({ min: 0, max: 30 * DAY_MS }));

const scopes = fc
  .subarray([...SCOPES, ABSENT], { minLength: 1 })
  .map((list) => part({ scope: list.join(",") }, ({ scope }) => list.includes(scope)));
const search = fc.oneof(
  fc.constant(part({ q: "created" }, ({ scope }) => scope.endsWith("/created"))),
  anId.map((id) => part({ q: id }, (event) => isAbout(event, id))),
  anId.map((id) => part({ q: `order ${id}` }, (event) => isAbout(event, id, "order"))),
  anId.map((id) => part({ q: `product: ${id}` }, (event) => isAbout(event, id, "product"))),
  fc
    .tuple(anId, fc.constantFrom(...PROOFS))
    .map(([id, proof]) =>
      part(
        { q: `order:${id} proof:${proof}` },
        (event) => isAbout(event, id, "order") && event.proof === proof,
      ),
    ),
  fc.constant(
    part({ q: "group:orders status:repeated" }, (event) => isOf(event, ["orders"]) && event.arrivals > 1),
  ),
  fc.constant(part({ q: "scope:store/order/*" }, ({ scope }) => scope.startsWith("store/order/"))),
  anIndex.map(String).map((name) => part({ q: hashOf(name) }, ({ hash }) => hash === hashOf(name))),
);
const resource = anId.map((id) =>
  part({ resource: `product:${id}` }, (event) => isAbout(event, id, "product")),
);
const status = fc.constantFrom(...EVENT_STATUSES).map((one) => part({ status: one }, STATUS_MATCHES[one]));
const groups = fc
  .subarray([...EVENT_GROUPS], { minLength: 1, maxLength: 4 })
  .map((list) => part({ group: list.join(",") }, (event) => isOf(event, list)));
const proof = fc.constantFrom(...PROOFS).map((one) => part({ proof: one }, (event) => event.proof === one));
/** What arrived late, since the log began or since more arrived than ever will. */
const late = fc
  .constantFrom("0", "999999999999")
  .map((after) =>
    part(
      { late: after },
      ({ occurredAt, firstArrivedAt }) =>
        after === "0" && Date.parse(firstArrivedAt) - Date.parse(occurredAt) >= LATE_FROM_MS,
    ),
  );
const oldest = keptSince(RETENTION_DAYS, NOW).toISOString();
const period = fc.tuple(anAge, aLength).map(([ageMs, lengthMs]) => {
  const to = new Date(NOW.getTime() - ageMs).toISOString();
  const from = new Date(NOW.getTime() - ageMs - lengthMs).toISOString();
  return part(
    { from, to },
    ({ occurredAt }) => occurredAt >= oldest && occurredAt >= from && occurredAt <= to,
  );
});
const always = part({}, ({ occurredAt }) => occurredAt >= oldest);
const maybe = (one: fc.Arbitrary<Part>) => fc.oneof(fc.constant(part({}, () => true)), one);

test("every filter, alone and with others, finds just what it asks for, in the log's order", async () => {
  const filters = fc.tuple(
    fc.oneof(fc.constant(always), period),
    maybe(scopes),
    maybe(search),
    maybe(resource),
    maybe(status),
    maybe(groups),
    maybe(proof),
    maybe(late),
  );
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 200 }), async (parts, limit) => {
      const filter = parts.reduce<EventFilter>((all, one) => ({ ...all, ...one.filter }), {});
      const expected = log.filter((event) => parts.every(({ matches }) => matches(event)));
      const found = await walk(filter, Math.max(limit, Math.ceil(expected.length / 12)));
      expect(found.map(({ hash }) => hash)).toEqual(expected.map(({ hash }) => hash));
    }),
    { numRuns: 400 },
  );
});

test("hours add up to the events that are kept and no tests, whatever the step", async () => {
  const from = new Date(Math.floor(NOW.getTime() / HOUR_MS) * HOUR_MS - 20 * DAY_MS);
  const expected = log.filter(({ occurredAt, isTest }) => occurredAt >= from.toISOString() && !isTest);
  for (const stepHours of [1, 6, 24]) {
    const steps = await eventHours(STORE, from, stepHours);
    const ofStep = ({ hour, scope }: { hour: Date; scope: string }) =>
      expected.filter(
        (event) =>
          event.scope === scope &&
          Math.floor((Date.parse(event.occurredAt) - hour.getTime()) / (stepHours * HOUR_MS)) === 0,
      );
    for (const step of steps) {
      expect(step.events).toBe(ofStep(step).length);
      expect(step.repeats).toBe(ofStep(step).reduce((sum, { arrivals }) => sum + arrivals - 1, 0));
    }
    expect(steps.reduce((sum, { events }) => sum + events, 0)).toBe(expected.length);
  }
});

test("a search that PostgreSQL gives up on says so", async () => {
  const { pool } = database();
  const locker = await pool.connect();
  try {
    await locker.query("BEGIN");
    await locker.query("LOCK TABLE events");
    const page = expect(eventPage(STORE, EventQuery.parse({}), RETENTION_DAYS, NOW)).rejects.toMatchObject({
      code: "SEARCH_TIMED_OUT",
    });
    const cancel = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM events%'`;
    await expect.poll(async () => (await pool.query(cancel)).rowCount).toBe(1);
    await page;
  } finally {
    await locker.query("ROLLBACK");
    locker.release();
  }
});
