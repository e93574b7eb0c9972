import { afterEach, beforeEach, expect, test } from "vitest";
import type { Simulator } from "#simulator/server.ts";
import { TEST_APP, testReceiver, testSimulator, type Receiver } from "#tests/support/simulator.ts";

let simulator: Simulator;
let receiver: Receiver;
beforeEach(async () => {
  [simulator, receiver] = await Promise.all([testSimulator(), testReceiver()]);
  await call("POST", "/stores", { hash: "abc123" });
});
afterEach(() => Promise.all([simulator.close(), receiver.close()]));

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${simulator.url}/control${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: await response.json() };
}
const addHook = async (scope: string) =>
  (await call("POST", "/stores/abc123/hooks", { scope, destination: `${receiver.url}/hook` })).answer;

test("a store gets ids, an owner and one staff user; a taken hash is refused", async () => {
  const { status, answer } = await call("POST", "/stores", {});
  expect(status).toBe(201);
  expect(answer).toMatchObject({
    hash: expect.stringMatching(/^[a-z0-9]+$/),
    storeId: expect.any(Number),
    staff: [{}],
  });
  expect((await call("POST", "/stores", { hash: "abc123" })).status).toBe(409);
  expect((await call("POST", "/stores", { hash: "ABC" })).status).toBe(400);
  expect((await call("GET", "/stores")).answer.stores).toHaveLength(2);
  expect((await call("GET", "/stores/nowhere/hooks")).status).toBe(404);
});

test("a series of events gets plausible data and different hashes, and is recorded attempt by attempt", async () => {
  await addHook("store/order/*");
  const { answer } = await call("POST", "/stores/abc123/events", {
    scope: "store/order/statusUpdated",
    count: 30,
  });
  expect(answer.fired).toBe(30);
  expect(new Set(answer.hashes).size).toBe(30);
  await simulator.settled();
  const { deliveries, pending } = (await call("GET", "/stores/abc123/deliveries")).answer;
  expect(deliveries).toHaveLength(30);
  expect(pending).toBe(0);
  expect(deliveries[0]).toMatchObject({
    scope: "store/order/statusUpdated",
    status: 200,
    attempt: 1,
    nextRetryAt: null,
  });
  expect(JSON.parse(receiver.received[0]?.body ?? "").data).toMatchObject({
    type: "order",
    status: { new_status_id: 11 },
  });
  // Things take turns: chance would have one of them three times in a second, which no shop does.
  const times = Map.groupBy(receiver.received, ({ body }): number => JSON.parse(body).data.id);
  const counts = [...times.values()].map(({ length }) => length);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

test("events can be doubled and shuffled", async () => {
  await addHook("store/order/*");
  const order = { scope: "store/order/created", count: 60, duplicate: true, shuffle: true };
  const { answer } = await call("POST", "/stores/abc123/events", order);
  await simulator.settled();
  const arrived = Map.groupBy(receiver.received, ({ headers }) => headers["webhook-id"]);
  expect(new Set(arrived.keys())).toEqual(new Set(answer.hashes));
  for (const copies of arrived.values()) expect(copies).toHaveLength(2);
  const times = receiver.received.map(({ body }): number => JSON.parse(body).created_at);
  expect(times).not.toEqual(times.toSorted((a, b) => a - b));
});

test("a paced series answers at once and goes on by itself", async () => {
  await addHook("store/order/*");
  const order = { scope: "store/order/created", count: 20, perSecond: 200 };
  const { answer } = await call("POST", "/stores/abc123/events", order);
  expect(answer.hashes).toHaveLength(20);
  await expect.poll(() => receiver.received.length).toBe(20);
});

test("a past week comes as bodies in order of time, and is not sent", async () => {
  await addHook("store/order/*");
  const { answer } = await call("POST", "/stores/abc123/history", {
    scopes: ["store/order/*", "store/cart/created"],
  });
  const bodies = answer.bodies.map((body: string): { scope: string; created_at: number } => JSON.parse(body));
  const times = bodies.map(({ created_at }: { created_at: number }) => created_at);
  expect(times.length).toBeGreaterThan(100);
  expect(times).toEqual(times.toSorted((a: number, b: number) => a - b));
  expect(Date.now() / 1000 - times[0]).toBeGreaterThan(5 * 86_400);
  for (const { scope } of bodies) expect(scope).toMatch(/^store\/(order\/.+|cart\/created)$/);
  await simulator.settled();
  expect(receiver.received).toEqual([]);
});

test("a wildcard cannot happen", async () => {
  expect((await call("POST", "/stores/abc123/events", { scope: "store/order/*" })).status).toBe(400);
});

test("hooks of all clients can be seen and tampered with", async () => {
  const mine = await addHook("store/order/*");
  expect(mine.client_id).toBe(TEST_APP.clientId);
  const patched = await call("PATCH", `/stores/abc123/hooks/${mine.id}`, {
    status: "deactivated",
    client_id: "other",
  });
  expect(patched.answer).toMatchObject({ status: "deactivated", is_active: false, client_id: "other" });
  expect((await call("GET", "/stores/abc123/hooks")).answer.hooks).toEqual([patched.answer]);
  expect((await call("DELETE", `/stores/abc123/hooks/${mine.id}`)).status).toBe(200);
  expect((await call("GET", "/stores/abc123/hooks")).answer.hooks).toEqual([]);
});

test("faults change piece by piece and end together; a misspelt one is refused", async () => {
  await call("POST", "/faults", { api: { mode: "500", rate: 0.5 }, deliveries: { lose: 0.1 } });
  const { answer } = await call("POST", "/faults", { api: 429, deliveries: { unsigned: true } });
  expect(answer).toMatchObject({ api: { mode: "429", rate: 0.5 }, deliveries: { lose: 0.1, unsigned: 1 } });
  expect((await call("POST", "/faults", { deliveries: { loose: 1 } })).status).toBe(400);
  expect((await call("DELETE", "/faults")).answer).toMatchObject({
    api: { mode: "none", rate: 1 },
    deliveries: { lose: 0 },
  });
});

test("the clock moves on and never back", async () => {
  const before = Date.parse((await call("GET", "/clock")).answer.now);
  const { answer } = await call("POST", "/clock", { advanceSeconds: 3600 });
  expect(Date.parse(answer.now) - before).toBeGreaterThanOrEqual(3_600_000);
  expect((await call("POST", "/clock", { advanceSeconds: -1 })).status).toBe(400);
});

test("a reset forgets stores, settings and the clock", async () => {
  await call("POST", "/settings", { quotaPerWindow: 7 });
  await call("POST", "/clock", { advanceSeconds: 60 });
  await call("POST", "/reset");
  expect((await call("GET", "/stores")).answer.stores).toEqual([]);
  expect((await call("GET", "/settings")).answer.quotaPerWindow).toBe(450);
  expect((await call("GET", "/clock")).answer.aheadSeconds).toBe(0);
});

test("a page of another site may not control the simulator", async () => {
  const { status } = await call("POST", "/reset", {}, { "sec-fetch-site": "cross-site" });
  expect(status).toBe(403);
  expect((await call("GET", "/stores")).answer.stores).toHaveLength(1);
});

test("deeds in the shop tell what they were about; a refund fires twice, an incomplete order is created as any", async () => {
  await addHook("store/order/*");
  const fired = async (action: string) => {
    receiver.received.length = 0;
    const { answer } = await call("POST", "/stores/abc123/shop", { action });
    await simulator.settled();
    const scopes = receiver.received.map(({ body }) => String(JSON.parse(body).scope));
    return { scopes: scopes.toSorted(), types: answer.resources.map(({ type }: { type: string }) => type) };
  };
  expect(await fired("placeIncompleteOrder")).toEqual({
    scopes: ["store/order/created"],
    types: expect.arrayContaining(["order", "cart"]),
  });
  expect(await fired("refundOrder")).toEqual({
    scopes: ["store/order/refund/created", "store/order/statusUpdated", "store/order/updated"],
    types: ["order"],
  });
  expect((await call("POST", "/stores/abc123/shop", { action: "burnDown" })).status).toBe(400);
});
