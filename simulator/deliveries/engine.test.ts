import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeHook, makeHook } from "#simulator/api/hook-routes.ts";
import type { Simulator } from "#simulator/server.ts";
import { changeFaults, FaultsChange } from "#simulator/world/faults.ts";
import type { SimulatedHook } from "#simulator/world/state.ts";
import { TEST_APP, testReceiver, testSimulator, type Receiver } from "#tests/support/simulator.ts";

const STORE = "abc123";
const HOURS_48_AND_4_MINUTES = 173_040;
let simulator: Simulator;
let receiver: Receiver;

beforeEach(async () => {
  [simulator, receiver] = await Promise.all([testSimulator(), testReceiver()]);
  simulator.world.createStore({ hash: STORE });
});
afterEach(() => Promise.all([simulator.close(), receiver.close()]));

const hookFor = (scope: string, path = "/hook", more: Partial<SimulatedHook> = {}) =>
  makeHook(simulator.world, {
    store_hash: STORE,
    client_id: TEST_APP.clientId,
    scope,
    destination: `${receiver.url}${path}`,
    ...more,
  });
const fireOrders = (count = 1) =>
  simulator.fire(
    STORE,
    Array.from({ length: count }, (_, id) => ({ scope: "store/order/created", data: { type: "order", id } })),
  );
const setFaults = (deliveries: object) => {
  const { world } = simulator;
  world.state.faults = changeFaults(world.state.faults, FaultsChange.parse({ deliveries }));
};
const paths = () => receiver.received.map(({ path }) => path);
const attempts = () => simulator.world.state.attempts;

test("an event reaches each hook that wants it, signed, with the hook's own headers", async () => {
  hookFor("store/order/created", "/exact", { headers: { "x-secret": "one" } });
  hookFor("store/order/*", "/family");
  hookFor("store/channel/1/order/created", "/channel");
  hookFor("store/cart/*", "/other");
  hookFor("store/order/*", "/off", { is_active: false });
  const [hash] = fireOrders();
  await simulator.settled();

  expect(paths().toSorted()).toEqual(["/channel", "/exact", "/family"]);
  const exact = receiver.received.find(({ path }) => path === "/exact");
  const { "webhook-timestamp": timestamp = "", ...headers } = exact?.headers ?? {};
  const signature = createHmac("sha256", TEST_APP.clientSecret).update(
    `${hash}.${String(timestamp)}.${exact?.body}`,
  );
  expect(headers).toMatchObject({
    "content-type": "application/json",
    "webhook-id": hash,
    "webhook-signature": `v1,${signature.digest("base64")}`,
    "x-secret": "one",
  });
  expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
  expect(JSON.parse(exact?.body ?? "")).toMatchObject({
    producer: `stores/${STORE}`,
    hash,
    data: { type: "order", id: 0 },
  });
});

test("two events never share a hash", async () => {
  hookFor("store/order/created");
  const hashes = fireOrders(500);
  await simulator.settled();
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set(hashes));
  expect(new Set(hashes).size).toBe(500);
});

test("a failed delivery comes again after a minute, the same but for its time and signature", async () => {
  hookFor("store/order/created");
  receiver.answer = () => 500;
  fireOrders();
  await simulator.settled();
  receiver.answer = () => 200;
  await simulator.advance(59);
  expect(receiver.received).toHaveLength(1);
  await simulator.advance(2);
  expect(receiver.received).toHaveLength(2);
  const [first, second] = receiver.received;
  expect(second?.body).toBe(first?.body);
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  expect(attempts().map(({ attempt, outcome, status }) => ({ attempt, outcome, status }))).toEqual([
    { attempt: 1, outcome: "failed", status: 500 },
    { attempt: 2, outcome: "delivered", status: 200 },
  ]);
});

test.each([301, 404, 503])("status %i is a failure", async (status) => {
  hookFor("store/order/created");
  receiver.answer = () => status;
  fireOrders();
  await simulator.settled();
  expect(attempts()[0]).toMatchObject({ outcome: "failed", status });
});

test("no answer in time is a failure", async () => {
  simulator.world.state.settings.timeoutMs = 50;
  hookFor("store/order/created");
  receiver.answer = () => null;
  fireOrders();
  await simulator.settled();
  expect(attempts()[0]).toMatchObject({ outcome: "failed", status: null, error: "No answer in time" });
});

test("after twelve failures in 48 hours the hook is deactivated, a mail sent, and what waits is dropped", async () => {
  const hook = hookFor("store/order/created");
  receiver.answer = () => 500;
  fireOrders();
  await simulator.settled();
  await simulator.advance(600);
  fireOrders();
  await simulator.settled();
  await simulator.advance(HOURS_48_AND_4_MINUTES - 610);
  expect(hook.is_active).toBe(true);
  await simulator.advance(10);
  expect(hook).toMatchObject({ is_active: false, status: "deactivated" });
  expect(attempts().filter(({ hash }) => hash === attempts()[0]?.hash)).toHaveLength(12);
  expect(simulator.world.state.queue).toEqual({});
  expect(simulator.world.state.mails[0]?.subject).toContain(String(hook.id));
});

test("a hook that is switched on again receives what happens then, not what happened before", async () => {
  const hook = hookFor("store/order/created", "/hook", { is_active: false });
  fireOrders();
  changeHook(simulator.world, hook, { is_active: true });
  const [hash] = fireOrders();
  await simulator.settled();
  expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([hash]);
});

test("switching a hook off drops the retries that wait for it", async () => {
  const hook = hookFor("store/order/created");
  receiver.answer = () => 500;
  fireOrders();
  await simulator.settled();
  changeHook(simulator.world, hook, { is_active: false });
  await simulator.advance(120);
  expect(receiver.received).toHaveLength(1);
  expect(simulator.world.state.queue).toEqual({});
});

test("89 of 100 answers block the host for three minutes; new events flow afterwards, queued ones in their turn", async () => {
  simulator.world.state.settings.concurrencyPerHost = 1;
  const hook = hookFor("store/order/created");
  let answered = 0;
  receiver.answer = () => (++answered <= 11 ? 500 : 200);
  fireOrders(100);
  await simulator.settled();
  expect(attempts().filter(({ outcome }) => outcome === "delivered")).toHaveLength(89);
  fireOrders();
  await simulator.settled();
  expect(attempts().at(-1)).toMatchObject({ outcome: "blocked", status: null });
  expect(receiver.received).toHaveLength(100);

  await simulator.advance(181);
  fireOrders();
  await simulator.settled();
  expect(receiver.received).toHaveLength(101);
  await simulator.advance(60);
  expect(receiver.received).toHaveLength(101 + 12);
  expect(hook.is_active).toBe(true);
});

test("90 of 100 answers block nothing", async () => {
  simulator.world.state.settings.concurrencyPerHost = 1;
  hookFor("store/order/created");
  let answered = 0;
  receiver.answer = () => (++answered <= 10 ? 500 : 200);
  fireOrders(100);
  await simulator.settled();
  fireOrders();
  await simulator.settled();
  expect(attempts().at(-1)?.outcome).toBe("delivered");
});

test("delivery exceptions tell of a retry at most every ten minutes, and of the end", async () => {
  hookFor("store/order/created");
  hookFor("store/hook/deliveryException", "/alarm");
  receiver.answer = ({ path }) => (path === "/alarm" ? 200 : 500);
  const codes = () =>
    receiver.received
      .filter(({ path }) => path === "/alarm")
      .map(({ body }): unknown => JSON.parse(body).data.error_code);
  fireOrders();
  await simulator.settled();
  await simulator.advance(590);
  expect(codes()).toEqual([90001]);
  await simulator.advance(HOURS_48_AND_4_MINUTES);
  // At 0, 19, 34, 64, 124, 244, 604 and 1444 minutes; the failures at 1, 4 and 9 fall into the first ten.
  expect(codes().filter((code) => code === 90001)).toHaveLength(8);
  expect(codes().at(-1)).toBe(90002);
});

test("an exception notice that fails begets no further notice", async () => {
  hookFor("store/order/created");
  const alarm = hookFor("store/hook/deliveryException", "/alarm");
  receiver.answer = () => 500;
  fireOrders();
  await simulator.settled();
  expect(attempts().filter(({ hookId }) => hookId === alarm.id)).toHaveLength(1);
  expect(attempts()).toHaveLength(2);
});

test("a hook that is sent nothing for 90 days is deactivated", async () => {
  const [quiet, busy] = [hookFor("store/cart/*"), hookFor("store/order/*")];
  await simulator.advance(89 * 86_400);
  fireOrders();
  await simulator.settled();
  await simulator.advance(86_401);
  expect(quiet).toMatchObject({ is_active: false, status: "deactivated" });
  expect(busy.is_active).toBe(true);
});

test.each([
  ["any change of it counts as activity", true],
  ["only what is sent does", false],
])("a quiet hook that is changed on day 89 lives on when %s: %s", async (_, updatesKeepAlive) => {
  const quiet = hookFor("store/cart/*");
  simulator.world.state.settings.updatesKeepAlive = updatesKeepAlive;
  await simulator.advance(89 * 86_400);
  changeHook(simulator.world, quiet, { is_active: true });
  await simulator.advance(86_401);
  expect(quiet.is_active).toBe(updatesKeepAlive);
  await simulator.advance(89 * 86_400);
  expect(quiet.is_active).toBe(false);
});

test("a hook younger than its warm-up receives nothing", async () => {
  simulator.world.state.settings.warmUpSeconds = 60;
  hookFor("store/order/created");
  fireOrders();
  await simulator.settled();
  expect(receiver.received).toEqual([]);
});

test("a lost delivery is never sent, a doubled one arrives twice with one hash", async () => {
  hookFor("store/order/created");
  setFaults({ lose: true });
  fireOrders();
  await simulator.settled();
  expect(receiver.received).toEqual([]);
  setFaults({ lose: false, double: 1 });
  const [hash] = fireOrders();
  await simulator.settled();
  expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([hash, hash]);
});

test("unsigned deliveries carry none of the three headers, a slow link brings the whole body", async () => {
  hookFor("store/order/created");
  setFaults({ unsigned: true, slow: true, slowMs: 20, dropCreatedAt: true });
  fireOrders();
  await simulator.settled();
  const [only] = receiver.received;
  expect(Object.keys(only?.headers ?? {}).filter((name) => name.startsWith("webhook-"))).toEqual([]);
  expect(JSON.parse(only?.body ?? "")).toMatchObject({ scope: "store/order/created" });
  expect(JSON.parse(only?.body ?? "")).not.toHaveProperty("created_at");
});

test("a wrong key gives a signature that the client secret does not", async () => {
  hookFor("store/order/created");
  setFaults({ wrongKey: true });
  const [hash] = fireOrders();
  await simulator.settled();
  const [only] = receiver.received;
  const right = createHmac("sha256", TEST_APP.clientSecret)
    .update(`${hash}.${String(only?.headers["webhook-timestamp"])}.${only?.body}`)
    .digest("base64");
  expect(only?.headers["webhook-signature"]).toMatch(/^v1,/);
  expect(only?.headers["webhook-signature"]).not.toBe(`v1,${right}`);
});

test("a hook that points to Pub/Sub is left alone", async () => {
  hookFor("store/order/created", "/hook", { destination: "projects/p/topics/t" });
  fireOrders();
  await simulator.settled();
  expect(attempts()).toEqual([]);
});

test("a header that cannot be sent fails the delivery and nothing else", async () => {
  hookFor("store/order/created", "/hook", { headers: { "no header": "x" } });
  hookFor("store/order/*", "/good");
  fireOrders();
  await simulator.settled();
  expect(
    attempts()
      .map(({ outcome }) => outcome)
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(["delivered", "failed"]);
});

test("what is under way when everything is forgotten leaves no trace", async () => {
  hookFor("store/order/created");
  receiver.answer = () => {
    simulator.world.reset();
    return 500;
  };
  fireOrders();
  await simulator.settled();
  expect(attempts()).toEqual([]);
  expect(simulator.world.state.queue).toEqual({});
});
