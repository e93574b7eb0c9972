import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { eventPage, openEvent } from "#lib/features/events/log.ts";
import { ensurePartitions, keepPartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { saveInstalledStore } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { answerArrival, receiverPath } from "#lib/features/receiver/listener.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import { startSimulator, type Simulator } from "#simulator/server.ts";
import { makeHook } from "#simulator/api/hook-routes.ts";
import { useDatabase } from "#tests/support/database.ts";

const NOW = new Date();
const STORE = StoreHash.parse("twice");
const DAY_MS = 86_400_000;
/** The ladder's last attempt comes 48 hours and 4 minutes after the first. Source: BigCommerce docs, Webhooks overview. */
const LADDER_SECONDS = 48 * 3600 + 300;
/** The first attempt and its eleven retries. */
const ATTEMPTS = 12;

let server: Server;
let simulator: Simulator;
/** What BigCommerce hears after the receiver has answered; a lost answer is how true deliveries come twice. */
let overhear: (status: number) => number = (status) => status;

useDatabase();

beforeAll(async () => {
  await keepPartitions(NOW, 30);
  const store = { hash: STORE, accessToken: "token", scopes: [], accountUuid: null, ownerUserId: null };
  await inTransaction((tx) => saveInstalledStore(tx, store, NOW));
  await receiver();
  server = createServer((request, response) => {
    const { writeHead } = response;
    response.writeHead = function heard(status: number, ...rest: never[]) {
      return Reflect.apply(writeHead, response, [overhear(status), ...rest]);
    };
    void answerArrival(request, response, receiverPath(request.url) ?? "", () => new Date());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { clientId, clientSecret } = config().bigcommerce;
  const app = { name: "Webhook Keeper", clientId, clientSecret, origin: "http://localhost:9" };
  simulator = await startSimulator({ port: 0, app });
  simulator.world.createStore({ hash: STORE });
});

beforeEach(async () => {
  overhear = (status) => status;
  await database().pool.query("TRUNCATE events, event_hours, undated_events");
});

afterEach(async () => {
  simulator.world.state.hooks.length = 0;
  const { rows } = await database().pool.query<{ isExact: boolean }>(`
    SELECT (SELECT row(coalesce(sum(events), 0), coalesce(sum(repeats), 0)) FROM event_hours)
         = (SELECT row(count(*), coalesce(sum(arrivals) - count(*), 0)) FROM events) AS "isExact"`);
  expect(rows).toEqual([{ isExact: true }]);
});

afterAll(async () => {
  await simulator.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await closeReceiver();
  await closeNotifications();
});

const destination = () => {
  const { port } = server.address() as AddressInfo; // a listening TCP server's address is never text
  return `http://127.0.0.1:${port}/api/webhooks/${STORE}`;
};
const hookFor = (scope: string) =>
  makeHook(simulator.world, {
    store_hash: STORE,
    client_id: config().bigcommerce.clientId,
    scope,
    destination: destination(),
  });
const hashOf = (name: string) => createHash("sha1").update(name).digest("hex");

/** Sends a signed delivery; answers with the status. */
function deliver(name: string, occurredAt: Date | null, fields: object = {}): Promise<number> {
  const created = occurredAt && { created_at: Math.floor(occurredAt.getTime() / 1000) };
  return send(hashOf(name), { ...created, data: { type: "order", id: 7 }, ...fields });
}

async function send(hash: string, fields: object): Promise<number> {
  const order = { producer: `stores/${STORE}`, hash, scope: "store/order/created" };
  const body = Buffer.from(JSON.stringify({ ...order, ...fields }));
  const seconds = Math.floor(Date.now() / 1000);
  const headers = {
    "webhook-id": hash,
    "webhook-timestamp": String(seconds),
    "webhook-signature": sign(hash, seconds, body, config().bigcommerce.clientSecret),
  };
  return (await fetch(destination(), { method: "POST", headers, body })).status;
}

/** Hands signed deliveries to the receiver as if they came at another time. */
async function opened() {
  const open = await receiver();
  const receive = async (name: string, fields: object, at: Date) => {
    const hash = hashOf(name);
    const body = Buffer.from(JSON.stringify({ hash, scope: "store/order/created", ...fields }));
    const seconds = Math.floor(at.getTime() / 1000);
    const headers = {
      "webhook-id": hash,
      "webhook-timestamp": String(seconds),
      "webhook-signature": sign(hash, seconds, body, config().bigcommerce.clientSecret),
    };
    expect(await open.receive({ storeHash: STORE, headers, body }, at)).toEqual({ outcome: "stored" });
  };
  return { receive };
}

/** Arrivals of each event in the log, by hash. */
async function kept(): Promise<Record<string, number>> {
  const rows = await database().prisma.event.findMany({ select: { hash: true, arrivals: true } });
  // A hash that is there twice would hide behind its namesake.
  expect(new Set(rows.map(({ hash }) => hash)).size).toBe(rows.length);
  return Object.fromEntries(rows.map(({ hash, arrivals }) => [hash, arrivals]));
}

test("whatever comes, in whatever order and company, is one event with all its arrivals", async () => {
  // Few names, so that copies meet inside a batch, in two batches and after another; some without a time of their own.
  const delivery = fc.record({ event: fc.integer({ min: 0, max: 9 }) });
  const waves = fc.array(fc.array(delivery, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(waves, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), async (sent, dated) => {
      run++;
      const model: Record<string, number> = {};
      for (const wave of sent) {
        const statuses = await Promise.all(
          wave.map(({ event }) => {
            const name = `${run} ${event}`;
            model[hashOf(name)] = (model[hashOf(name)] ?? 0) + 1;
            return deliver(name, dated[event] ? new Date(NOW.getTime() - event * DAY_MS) : null);
          }),
        );
        expect(statuses).toEqual(wave.map(() => 200));
      }
      expect(await kept()).toMatchObject(model);
    }),
    { numRuns: 25 },
  );
});

test("one hash and one time may stand for several events, each of which is kept, once", async () => {
  // Things and types that events of one hash and one second are about; two of them name nothing.
  const kinds = [
    { scope: "store/order/created", data: { type: "order", id: 7 } },
    { scope: "store/order/updated", data: { type: "order", id: 7 } },
    { scope: "store/order/created", data: { type: "order", id: 999 } },
    { scope: "store/order/created", data: { note: "one" } },
    { scope: "store/order/created", data: { note: "two" } },
  ];
  const kind = fc.integer({ min: 0, max: kinds.length - 1 });
  const waves = fc.array(fc.array(kind, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 4 });
  const times = fc.constantFrom(NOW.getTime() / 1000, 0, 4_102_444_799);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(waves, times, async (sent, seconds) => {
      const hash = hashOf(`clash ${run++}`);
      const expected: Record<string, number> = {};
      for (const wave of sent) {
        for (const one of wave) {
          const name = JSON.stringify(kinds[one]);
          expected[name] = (expected[name] ?? 0) + 1;
        }
        const statuses = wave.map((one) => send(hash, { created_at: Math.floor(seconds), ...kinds[one] }));
        expect(await Promise.all(statuses)).toEqual(wave.map(() => 200));
      }
      const { events } = await eventPage(STORE, { q: hash, limit: 200 }, 30, new Date());
      const found = await Promise.all(events.map(({ id }) => openEvent(STORE, id, new Date(0))));
      const arrivals = found.map((event): [string, number] => {
        const { scope, data }: { scope: string; data: unknown } = JSON.parse(event.body);
        expect(event.hash).toBe(hash);
        return [JSON.stringify({ scope, data }), event.arrivals];
      });
      expect(arrivals).toHaveLength(Object.keys(expected).length);
      expect(Object.fromEntries(arrivals)).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

test("an event whose time is odd is found again by its copies, whenever they come", async () => {
  const { receive } = await opened();
  const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
  // By the zone of its sender an hour ahead: not ahead any more, when the second copy comes.
  const ahead = { created_at: Math.floor(NOW.getTime() / 1000) - 3600, data: { type: "order", id: 1 } };
  for (const at of [minutesAgo(120), minutesAgo(90), minutesAgo(1)]) await receive("ahead", ahead, at);
  for (const at of [minutesAgo(70), minutesAgo(69)]) await receive("unknown", { created_at: "soon" }, at);
  for (const at of [minutesAgo(50), minutesAgo(10)])
    await receive("long ago", { created_at: 1_549_832_453 }, at);
  await receive("in milliseconds", { created_at: NOW.getTime() - 600_000 }, minutesAgo(5));
  const { events } = await eventPage(STORE, { limit: 200 }, 30, NOW);
  expect(events.map(({ hash, occurredAt, arrivals, flags }) => [hash, occurredAt, arrivals, flags])).toEqual([
    [hashOf("in milliseconds"), minutesAgo(10).toISOString(), 1, ["time_in_other_form"]],
    [hashOf("long ago"), minutesAgo(50).toISOString(), 2, ["time_long_ago"]],
    [hashOf("unknown"), minutesAgo(70).toISOString(), 2, ["time_unknown"]],
    [hashOf("ahead"), minutesAgo(120).toISOString(), 3, ["time_ahead"]],
  ]);
});

test("the whole ladder of 48 hours is one event that arrived twelve times", async () => {
  hookFor("store/order/created");
  overhear = () => 503;
  const [hash = ""] = simulator.fire(STORE, [
    { scope: "store/order/created", data: { type: "order", id: 1 } },
  ]);
  await simulator.settled();
  await simulator.advance(LADDER_SECONDS);
  expect(await kept()).toEqual({ [hash]: ATTEMPTS });
});

test("two hooks that cover one event bring one event", async () => {
  hookFor("store/order/created");
  hookFor("store/order/*");
  const orders = Array.from({ length: 20 }, (_, id) => ({
    scope: "store/order/created",
    data: { type: "order", id },
  }));
  const hashes = simulator.fire(STORE, orders);
  await simulator.settled();
  expect(await kept()).toEqual(Object.fromEntries(hashes.map((hash) => [hash, 2])));
});

test("events on both sides of midnight, each coming again on the next day, stay apart and single", async () => {
  const midnight = new Date(Math.floor(NOW.getTime() / DAY_MS) * DAY_MS);
  const before = new Date(midnight.getTime() - 1_000);
  for (const times of [1, 2]) {
    const statuses = await Promise.all([deliver("before", before), deliver("after", midnight)]);
    expect(statuses).toEqual([200, 200]);
    expect(await kept()).toEqual({ [hashOf("before")]: times, [hashOf("after")]: times });
  }
  const { rows } = await database().pool.query("SELECT DISTINCT tableoid FROM events");
  expect(rows).toHaveLength(2);
});

test("an event whose day gets its partition between two arrivals is still one event", async () => {
  const far = new Date(NOW.getTime() - 20 * DAY_MS);
  expect(await deliver("far", far)).toBe(200);
  await ensurePartitions(far, far);
  expect(await deliver("far", far)).toBe(200);
  expect(await kept()).toEqual({ [hashOf("far")]: 2 });
});
