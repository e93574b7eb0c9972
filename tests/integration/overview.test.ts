import "#tests/support/spool-dir.ts";
import { afterAll, describe, expect, test } from "vitest";
import * as overviewRoute from "#app/s/[storeHash]/api/overview/route.ts";
import * as settingsRoute from "#app/s/[storeHash]/api/settings/route.ts";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { config } from "#lib/config/config.ts";
import { Overview } from "#lib/contract/overview.ts";
import { SettingsView } from "#lib/contract/settings.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { useApp } from "#tests/support/app.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();
const HOUR_MS = 3_600_000;

afterAll(async () => {
  await closeReceiver();
  await closeNotifications();
});

async function installedStore() {
  const store = app.newStore();
  const { cookie } = await app.install(store);
  // An open receiver hears of the store in a moment; one opened after this knows it.
  await closeReceiver();
  return { store, hash: StoreHash.parse(store.hash), cookie };
}

/** Plays one delivery that arrives `delayMs` after it happened. */
async function deliver(
  hash: StoreHash,
  event: { id: number; at: Date; delayMs: number },
  outcome = "stored",
): Promise<void> {
  const body = JSON.stringify({
    scope: "store/order/created",
    producer: `stores/${hash}`,
    hash: String(event.id).padStart(40, "0"),
    created_at: Math.floor(event.at.getTime() / 1000),
    store_id: "1",
    data: { type: "order", id: event.id },
  });
  const secret = (await storeCredentials(hash))?.webhookSecret ?? "";
  const delivery = {
    storeHash: hash,
    headers: { [SECRET_HEADER.toLowerCase()]: secret },
    body: Buffer.from(body),
  };
  const receipt = await (await receiver()).receive(delivery, new Date(event.at.getTime() + event.delayMs));
  expect(receipt).toEqual({ outcome });
}

const ask = (route: { GET: typeof overviewRoute.GET }, path: string, hash: string, cookie: string) =>
  route.GET(new Request(`${config().appUrl}/s/${hash}/api/${path}`, { headers: { Cookie: cookie } }), {
    params: Promise.resolve({ storeHash: hash }),
  });

describe("the overview", () => {
  test("counts what arrived, with its repeats and its delay", async () => {
    const { hash, cookie } = await installedStore();
    const at = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 2 * HOUR_MS);
    await ensurePartitions(at, new Date());
    await deliver(hash, { id: 1, at, delayMs: 1_000 });
    await deliver(hash, { id: 1, at, delayMs: 60_000 });
    await deliver(hash, { id: 2, at: new Date(at.getTime() + HOUR_MS), delayMs: 1_000 });

    const response = await ask(overviewRoute, "overview", hash, cookie);
    expect(response.status).toBe(200);
    const overview = Overview.parse(await response.json());
    expect(overview).toMatchObject({
      received24h: 2,
      repeats24h: 1,
      receivedBefore24h: null,
      wanted: STARTER_SCOPES.length,
      lastEvent: { scope: "store/order/created", summary: "Order 2 was created" },
      delayMs: { median: 1_000, p95: 1_000 },
    });
  });

  test("tells how much came while the database took nothing, until that is in the log", async () => {
    const { hash, cookie } = await installedStore();
    const read = async () =>
      Overview.parse(await (await ask(overviewRoute, "overview", hash, cookie)).json());
    const at = new Date();
    await deliver(hash, { id: 1, at, delayMs: 0 });
    const { pool } = database();
    await pool.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''No space left on device'' USING ERRCODE = ''53100''; END';
      CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON event_hours EXECUTE FUNCTION refuse()`);
    for (const id of [2, 3]) await deliver(hash, { id, at, delayMs: 0 }, "spooled");
    expect(await read()).toMatchObject({ spooled: 2, received24h: 1 });
    await pool.query("DROP FUNCTION refuse CASCADE");
    await expect.poll(read).toMatchObject({ spooled: 0, received24h: 3 });
  });

  test("says what was refused and why, until a day has passed, and shows nobody what another store's was", async () => {
    const { hash, cookie } = await installedStore();
    const other = await installedStore();
    const open = await receiver();
    const refused = { storeHash: hash, headers: { "user-agent": "curl/8" }, body: Buffer.from("{}") };
    const now = new Date();
    for (const at of [now.getTime() - 30 * HOUR_MS, now.getTime() - 1, now.getTime()]) {
      await open.receive(refused, new Date(at));
      await open.writeRejections();
    }
    const overviewOf = async (store: StoreHash, session: string) =>
      Overview.parse(await (await ask(overviewRoute, "overview", store, session)).json());
    expect((await overviewOf(hash, cookie)).rejections).toEqual([
      {
        reason: "no_proof",
        count: 2,
        firstAt: new Date(now.getTime() - 1).toISOString(),
        lastAt: now.toISOString(),
        last: { headers: ["user-agent"], values: { "user-agent": "curl/8" }, bytes: 2 },
      },
    ]);
    expect((await overviewOf(other.hash, other.cookie)).rejections).toEqual([]);
  });

  test("shows no store what another one received", async () => {
    const busy = await installedStore();
    const quiet = await installedStore();
    await ensurePartitions(new Date(), new Date());
    await deliver(busy.hash, { id: 1, at: new Date(), delayMs: 0 });
    const response = await ask(overviewRoute, "overview", quiet.hash, quiet.cookie);
    expect(Overview.parse(await response.json())).toMatchObject({ received24h: 0, lastEvent: null });
  });

  test("is for nobody without a session of the store", async () => {
    const one = await installedStore();
    const other = await installedStore();
    expect((await ask(overviewRoute, "overview", one.hash, "")).status).toBe(401);
    expect((await ask(overviewRoute, "overview", one.hash, other.cookie)).status).toBe(401);
  });
});

describe("the settings", () => {
  test("name the people with access, and the address that events come to", async () => {
    const { store, hash, cookie } = await installedStore();
    await app.launch(store, { user: "staff" });
    const response = await ask(settingsRoute, "settings", hash, cookie);
    const settings = SettingsView.parse(await response.json());
    expect(settings).toMatchObject({
      eventRetentionDays: config().eventRetentionDays,
      eventsKept: { total: 0, oldestAt: null },
      destination: `${config().appUrl}/api/webhooks/${hash}`,
      requiresSignature: false,
    });
    expect(settings.people.map(({ isOwner, isYou }) => ({ isOwner, isYou }))).toEqual([
      { isOwner: true, isYou: true },
      { isOwner: false, isYou: false },
    ]);
  });
});
