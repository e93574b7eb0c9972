import { useApp } from "#tests/support/app.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { auditPage } from "#lib/features/audit/audit.ts";
import { database } from "#lib/platform/db/client.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { purgeGoneStores } from "#lib/features/privacy/purge.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { newDestination } from "#tests/lab/destinations.ts";
import { useDatabase } from "#tests/support/database.ts";
import { eventAbout, keepState, receive } from "#tests/support/privacy.ts";

useDatabase();
const app = useApp();

const DAYS = 30;
const DAY_MS = 86_400_000;
const passes = (ms: number) => vi.setSystemTime(Date.now() + ms);
const clock = () => new Date();

let store: SimulatedStore;
let other: SimulatedStore;
let hash: StoreHash;

beforeAll(() => ensurePartitions(new Date(), new Date()));
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  [store, other] = [app.newStore(), app.newStore()];
  hash = StoreHash.parse(store.hash);
  for (const each of [store, other]) {
    await app.install(each);
    await app.launch(each, { user: "staff" });
    const own = StoreHash.parse(each.hash);
    await receive([eventAbout(own, "order", "1", new Date())]);
    const at = new Date();
    await database().prisma.undatedEvent.create({
      data: { storeHash: own, hash: "undated", occurredAt: at },
    });
    await database().prisma.rejection.create({
      data: { storeHash: own, hour: at, reason: "no_proof", count: 1, firstAt: at, lastAt: at, last: {} },
    });
    await keepState(own, { type: "order", id: "1", body: { customer_id: 17 } }, new Date());
    const destinationId = await newDestination(own, "https://example.com/");
    await database().pool.query(
      `INSERT INTO deliveries (destination_id, store_hash, seq, occurred_at, hash, scope, at, attempt, outcome, took_ms)
       VALUES ($1, $2, 1, $3, 'h', 'store/order/created', $3, 1, 'ill', 1)`,
      [destinationId, own, at],
    );
    await database().pool.query(
      `INSERT INTO delivery_retries (destination_id, store_hash, seq, occurred_at, hash, scope, state, attempts,
         first_at, last_at, outcome) VALUES ($1, $2, 1, $3, 'h', 'store/order/created', 'failed', 1, $3, $3, 'ill')`,
      [destinationId, own, at],
    );
    await database().prisma.deliveryHour.create({ data: { destinationId, hour: at, failed: 1 } });
    await database().prisma.savedView.create({
      data: { storeHash: own, userId: each.owner.id, name: "Mine", query: "", changedAt: new Date() },
    });
  }
  passes(120_000);
});
afterEach(() => {
  vi.useRealTimers();
});

const purge = () => purgeGoneStores(DAYS, { clock });
const uninstall = () => app.control(`/stores/${store.hash}/uninstall`, {});

/** Rows that tell of a store, in every table that names one. */
async function rowsOf(own: string): Promise<Record<string, number>> {
  const { pool } = database();
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN pg_class p ON p.relname = c.table_name
     WHERE c.table_schema = 'public' AND c.column_name = 'store_hash' AND NOT p.relispartition`,
  );
  const found: Record<string, number> = {};
  for (const [name, column] of [["stores", "hash"], ...tables.map((table) => [table.name, "store_hash"])]) {
    const { rows } = await pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${name} WHERE ${column} = $1`,
      [own],
    );
    if (rows[0]?.count) found[name ?? ""] = rows[0].count;
  }
  return found;
}

describe("the data of a store that removed the app", () => {
  test("stays for its time, and for good when the app is installed again in time", async () => {
    await uninstall();
    passes(DAYS * DAY_MS - 1_000);
    await purge();
    const before = await rowsOf(store.hash);
    expect(before).toMatchObject({
      stores: 1,
      events: 1,
      event_hours: 1,
      undated_events: 1,
      rejections: 1,
      snapshots: 1,
      resources: 1,
      saved_views: 1,
    });

    await app.install(store);
    passes(DAY_MS);
    await purge();
    expect(await rowsOf(store.hash)).toMatchObject({ stores: 1, events: 1, snapshots: 1, saved_views: 1 });
  });

  test("is gone after it, all but one entry of the history; other stores' stays", async () => {
    const others = await rowsOf(other.hash);
    await uninstall();
    passes(DAYS * DAY_MS + 1_000);
    expect(await purge()).toBe(true);
    expect(await rowsOf(store.hash)).toEqual({ audit_entries: 1 });
    expect((await auditPage(hash, { limit: 5 })).entries).toMatchObject([
      { action: "store_purged", actor: null, reason: "The app was removed 30 days ago." },
    ]);
    expect(await database().prisma.user.count({ where: { id: store.owner.id } })).toBe(0);
    expect(await rowsOf(other.hash)).toEqual(others);

    await purge();
    expect(await rowsOf(store.hash)).toEqual({ audit_entries: 1 });
    await app.install(store);
    expect(await rowsOf(store.hash)).toMatchObject({ stores: 1, memberships: 1 });
  });

  test("goes in parts: a job whose time is over leaves the store's row to the next", async () => {
    await uninstall();
    passes(DAYS * DAY_MS + 1_000);
    expect(await purgeGoneStores(DAYS, { clock, until: new Date() })).toBe(false);
    expect(await rowsOf(store.hash)).toMatchObject({ stores: 1 });
    expect(await purge()).toBe(true);
    expect(await rowsOf(store.hash)).toEqual({ audit_entries: 1 });
  });
});

test("what opens the store at BigCommerce is gone with the app, at once", async () => {
  await uninstall();
  expect(await database().prisma.store.findUnique({ where: { hash } })).toMatchObject({
    accessTokenSealed: null,
  });
});
