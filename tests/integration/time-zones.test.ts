import { beforeAll, expect, inject, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { closeDatabase, database } from "#lib/platform/db/client.ts";
import { newConnection } from "#lib/platform/db/connection.ts";
import { ANYTHING } from "#lib/features/events/sought.ts";
import { listEvents } from "#lib/features/events/list.records.ts";
import { StoreHash } from "#lib/ids.ts";
import { commitArrivals } from "#lib/features/receiver/commit.ts";
import { useApp } from "#tests/support/app.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();
const admin = newConnection({ databaseUrl: inject("serverUrl"), name: "tests" });

beforeAll(async () => {
  await admin.connect();
  return () => admin.end();
});

// East of UTC nobody could open the app after an install; west of it every time shown was hours ago.
test.each(["Asia/Kolkata", "America/New_York"])(
  "a database in %s: who installed the app can open it, and times are what they were",
  async (zone) => {
    const name = new URL(config().databaseUrl ?? "").pathname.slice(1);
    await closeDatabase();
    await admin.query(`ALTER DATABASE ${name} SET timezone = '${zone}'`);

    const store = app.newStore();
    const before = Date.now();
    await app.install(store);
    const { cookie, location } = await app.launch(store);
    expect(location).toBe(`/s/${store.hash}/overview`);
    const session = await (await app.call(`/s/${store.hash}/api/session`, cookie)).json();
    const installedAt = Date.parse((session as { store: { installedAt: string } }).store.installedAt);
    expect(installedAt).toBeGreaterThanOrEqual(before - 1_000);
    expect(installedAt).toBeLessThanOrEqual(Date.now());

    const occurredAt = new Date(Math.floor(Date.now() / 1_000) * 1_000);
    const storeHash = StoreHash.parse(store.hash);
    const event = { storeHash, occurredAt, hash: zone, scope: "store/order/created", resource: null };
    const rest = { flags: [], body: Buffer.from("{}"), headers: {}, proof: "both" as const };
    await commitArrivals([{ ...event, ...rest, arrivedAt: new Date(), isTest: false, isDemo: false }]);
    const page = await listEvents(storeHash, [ANYTHING], {}, { after: null, limit: 1, oldest: new Date(0) });
    expect(page).toMatchObject([{ hash: zone, occurredAt }]);
    const { rows } = await database().pool.query("SELECT hour FROM event_hours WHERE store_hash = $1", [
      storeHash,
    ]);
    expect(rows).toEqual([{ hour: new Date(Math.floor(occurredAt.getTime() / 3_600_000) * 3_600_000) }]);
  },
);
