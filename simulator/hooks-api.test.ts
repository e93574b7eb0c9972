import { afterEach, beforeEach, expect, test } from "vitest";
import { makeHook } from "#simulator/api/hook-routes.ts";
import { responseFaults } from "#tests/support/openapi.ts";
import { installedStore, TEST_APP, testSimulator } from "#tests/support/simulator.ts";
import type { Simulator } from "./server.ts";

let simulator: Simulator;
let token: string;
const ORDERS = { scope: "store/order/*", destination: "https://keeper.example.com/hook" };

beforeEach(async () => {
  simulator = await testSimulator();
  ({ token } = await installedStore(simulator));
});
afterEach(() => simulator.close());

/** Calls the hooks API; fails unless the answer is as BigCommerce describes it. */
async function call(method: string, address: string, body?: unknown, as = token, hash = "abc123") {
  const response = await fetch(`${simulator.url}/stores/${hash}/v3${address}`, {
    method,
    headers: { "x-auth-token": as, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text === "" ? undefined : JSON.parse(text);
  expect(responseFaults({ method, address }, response.status, answer)).toEqual([]);
  return { status: response.status, headers: response.headers, answer };
}

const control = (path: string, body: unknown) =>
  fetch(`${simulator.url}/control${path}`, { method: "POST", body: JSON.stringify(body) });

test("a hook can be made, read, listed, changed and deleted", async () => {
  const made = await call("POST", "/hooks", ORDERS);
  expect(made.answer.data).toMatchObject({
    ...ORDERS,
    client_id: TEST_APP.clientId,
    headers: null,
    is_active: true,
  });
  const address = `/hooks/${made.answer.data.id}`;
  expect((await call("GET", address)).answer).toEqual(made.answer);
  expect((await call("GET", "/hooks")).answer.data).toEqual([made.answer.data]);
  expect((await call("PUT", address, { is_active: false })).answer.data).toMatchObject({
    ...ORDERS,
    is_active: false,
  });
  expect((await call("DELETE", address)).answer.data.id).toBe(made.answer.data.id);
  expect((await call("GET", address)).status).toBe(404);
});

test("a change touches only what it names", async () => {
  const headers = { "x-secret": "one" };
  const { id } = (await call("POST", "/hooks", { ...ORDERS, headers })).answer.data;
  expect((await call("PUT", `/hooks/${id}`, { is_active: false })).answer.data.headers).toEqual(headers);
  expect((await call("PUT", `/hooks/${id}`, { headers: null })).answer.data).toMatchObject({
    headers: null,
    is_active: false,
  });
});

test.each([
  [{ scope: ORDERS.scope }, { destination: "error.path.missing." }],
  [{ destination: ORDERS.destination }, { scope: "error.path.missing." }],
  [{ ...ORDERS, is_active: "yes" }, { is_active: "error.expected.jsboolean" }],
  [{ ...ORDERS, destination: "http://keeper.example.com/hook" }, { destination: expect.any(String) }],
  [{ ...ORDERS, destination: "https://keeper.example.com:8443/hook" }, { destination: expect.any(String) }],
  [{ ...ORDERS, destination: "keeper" }, { destination: expect.any(String) }],
  [{ ...ORDERS, scope: "" }, { scope: expect.any(String) }],
  [{ ...ORDERS, scope: "store/channel/{channel_id}/order/created" }, { scope: expect.any(String) }],
  [{ ...ORDERS, headers: { "x-secret": 1 } }, { "headers.x-secret": expect.any(String) }],
])("a hook like %j is refused with 422, field by field", async (body, errors) => {
  const { status, answer } = await call("POST", "/hooks", body);
  expect(status).toBe(422);
  expect(answer.errors).toEqual(errors);
});

test("https on port 443 and any loopback address are accepted", async () => {
  for (const destination of [
    "https://keeper.example.com:443/a",
    "http://localhost:3000/a",
    "http://127.0.0.1:1/a",
    "http://[::1]:5/a",
  ])
    expect((await call("POST", "/hooks", { ...ORDERS, destination })).status).toBe(200);
});

test("what is not JSON is refused with 400, an empty change with 422", async () => {
  expect((await call("POST", "/hooks", "{")).status).toBe(400);
  const { id } = (await call("POST", "/hooks", ORDERS)).answer.data;
  expect((await call("PUT", `/hooks/${id}`, "")).status).toBe(400);
  expect((await call("PUT", `/hooks/${id}`, {})).status).toBe(422);
  expect((await call("PUT", "/hooks/admin", { emails: ["nobody"] })).status).toBe(422);
});

test("one hook per scope and destination, also by way of a change", async () => {
  await call("POST", "/hooks", ORDERS);
  expect((await call("POST", "/hooks", ORDERS)).status).toBe(422);
  const other = await call("POST", "/hooks", { ...ORDERS, destination: "https://other.example.com/" });
  const change = await call("PUT", `/hooks/${other.answer.data.id}`, { destination: ORDERS.destination });
  expect(change.status).toBe(422);
});

test("ten hooks per scope, and not an eleventh", async () => {
  for (let number = 1; number <= 10; number += 1)
    await call("POST", "/hooks", { ...ORDERS, destination: `https://keeper.example.com/${number}` });
  expect((await call("POST", "/hooks", ORDERS)).status).toBe(422);
  expect((await call("POST", "/hooks", { ...ORDERS, scope: "store/cart/*" })).status).toBe(200);
});

test("one delivery exception hook, at a destination of its own", async () => {
  await call("POST", "/hooks", ORDERS);
  const scope = "store/hook/deliveryException";
  expect((await call("POST", "/hooks", { ...ORDERS, scope })).status).toBe(422);
  const destination = "https://alarm.example.com/";
  expect((await call("POST", "/hooks", { scope, destination })).status).toBe(200);
  expect((await call("POST", "/hooks", { scope, destination: "https://second.example.com/" })).status).toBe(
    422,
  );
  expect((await call("POST", "/hooks", { ...ORDERS, destination })).status).toBe(422);
});

test("another client's hooks are neither shown nor reachable, and do not count", async () => {
  const foreign = makeHook(simulator.world, { store_hash: "abc123", client_id: "somebody-else", ...ORDERS });
  expect((await call("GET", "/hooks")).answer.data).toEqual([]);
  for (const method of ["GET", "PUT", "DELETE"])
    expect(
      (await call(method, `/hooks/${foreign.id}`, method === "PUT" ? { is_active: false } : undefined))
        .status,
    ).toBe(404);
  expect((await call("GET", "/hooks/admin")).answer.data.hooks_list).toEqual([]);
  expect((await call("POST", "/hooks", ORDERS)).status).toBe(200);
  expect(foreign.is_active).toBe(true);
});

test("a missing, wrong or foreign token is refused with 401", async () => {
  const other = await installedStore(simulator, "def456");
  for (const wrong of ["", "nonsense", other.token])
    expect((await call("GET", "/hooks", undefined, wrong)).status).toBe(401);
  expect((await call("GET", "/hooks", undefined, token, "nowhere")).status).toBe(401);
});

test("lists are filtered and paged, with links that keep the filter", async () => {
  for (let number = 1; number <= 5; number += 1)
    await call("POST", "/hooks", {
      ...ORDERS,
      destination: `https://keeper.example.com/${number}`,
      is_active: number !== 3,
    });
  const { answer } = await call("GET", "/hooks?limit=2&page=2&is_active=true");
  expect(answer.data.map(({ destination }: { destination: string }) => destination.at(-1))).toEqual([
    "4",
    "5",
  ]);
  expect(answer.meta.pagination).toEqual({
    total: 4,
    count: 2,
    per_page: 2,
    current_page: 2,
    total_pages: 2,
    links: { previous: "?is_active=true&limit=2&page=1", current: "?is_active=true&limit=2&page=2" },
  });
  expect((await call("GET", "/hooks?destination=https://keeper.example.com/2")).answer.data).toHaveLength(1);
  expect((await call("GET", "/hooks?scope=store/cart/*")).answer.data).toEqual([]);
});

test("admin information tells the status of each hook and keeps addresses", async () => {
  const { id } = (await call("POST", "/hooks", ORDERS)).answer.data;
  await call("PUT", `/hooks/${id}`, { is_active: false });
  expect((await call("PUT", "/hooks/admin", { emails: ["a@example.com"] })).status).toBe(204);
  const { data } = (await call("GET", "/hooks/admin")).answer;
  expect(data).toMatchObject({
    emails: ["a@example.com"],
    hooks_list: [{ id, status: "inactive" }],
    blocked_domains: [],
  });
});

test("every answer tells of the quota, and above it is 429 with the time to wait", async () => {
  await control("/settings", { quotaPerWindow: 2 });
  const first = await call("GET", "/hooks");
  expect(first.headers.get("x-rate-limit-requests-left")).toBe("1");
  expect(first.headers.get("x-rate-limit-time-window-ms")).toBe("30000");
  expect((await call("GET", "/hooks/7")).headers.get("x-rate-limit-requests-left")).toBe("0");
  const refused = await call("GET", "/hooks");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("x-rate-limit-requests-quota")).toBe("2");
  expect(Number(refused.headers.get("x-retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("x-rate-limit-time-reset-ms"))).toBeLessThanOrEqual(30_000);
});

test.each([
  ["429", 429, true],
  ["429-without-headers", 429, false],
  ["401", 401, true],
  ["500", 500, false],
  ["503", 503, false],
])("the fault %s answers so, as often as it was asked to, and ends", async (mode, status, hasHeaders) => {
  await control("/faults", { api: { mode, times: 2 } });
  for (const expected of [status, status, 200]) {
    const { status: got, headers } = await call("GET", "/hooks");
    expect(got).toBe(expected);
    expect(headers.has("x-rate-limit-requests-left")).toBe(expected === 200 || hasHeaders);
  }
});

test("hanging, the platform does not answer until the client gives up", async () => {
  await control("/faults", { api: "hang" });
  const request = fetch(`${simulator.url}/stores/abc123/v3/hooks`, { signal: AbortSignal.timeout(100) });
  await expect(request).rejects.toThrow("timeout");
});
