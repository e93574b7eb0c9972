import { createServer, type Server } from "node:http";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeHook } from "#simulator/api/hook-routes.ts";
import { startSimulator, type Simulator } from "#simulator/server.ts";
import { TEST_APP } from "#tests/support/simulator.ts";

let simulator: Simulator;
let app: Server;
let origin: string;
/** Addresses at which the app was called. */
let calls: URL[];

beforeEach(async () => {
  calls = [];
  app = createServer((request, response) => {
    const url = new URL(request.url ?? "/", origin);
    calls.push(url);
    void answer(url, request.headers.cookie ?? "").then(({ status, headers, body }) =>
      response.writeHead(status, headers).end(body),
    );
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const address = app.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  simulator = await startSimulator({ port: 0, app: { ...TEST_APP, origin } });
});
afterEach(async () => {
  await simulator.close();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
});

/** A small app: swaps the code and sends the browser to a page of the store, with a cookie for that page. */
async function answer(url: URL, cookie: string) {
  const empty = { status: 200, headers: {}, body: "" };
  if (url.pathname.startsWith("/s/")) return { ...empty, body: cookie };
  if (!url.pathname.endsWith("/auth")) return { ...empty, status: 500 };
  const { status } = await exchange(url);
  const headers = { location: "/s/abc123#ticket=1", "set-cookie": "session=1; Path=/s/abc123; HttpOnly" };
  return status === 200 ? { ...empty, status: 303, headers } : { ...empty, status: 400 };
}

function exchange(callback: URL, changed: Record<string, string> = {}, isForm = false): Promise<Response> {
  const query = (name: string) => callback.searchParams.get(name) ?? "";
  const fields = {
    client_id: TEST_APP.clientId,
    client_secret: TEST_APP.clientSecret,
    code: query("code"),
    context: query("context"),
    scope: query("scope"),
    grant_type: "authorization_code",
    redirect_uri: `${origin}/api/bigcommerce/auth`,
    ...changed,
  };
  return fetch(`${simulator.url}/oauth2/token`, {
    method: "POST",
    ...(isForm
      ? { body: new URLSearchParams(fields) }
      : { body: JSON.stringify(fields), headers: { "content-type": "application/json" } }),
  });
}

async function control(path: string, body: unknown = {}) {
  const response = await fetch(`${simulator.url}/control${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}
const newStore = () => control("/stores", { hash: "abc123" });
const install = () => control("/stores/abc123/install");
const claimsOf = async (url: string) => {
  const token = new URL(url).searchParams.get("signed_payload_jwt") ?? "";
  const { payload } = await jwtVerify(token, new TextEncoder().encode(TEST_APP.clientSecret), {
    algorithms: ["HS256"],
  });
  return payload;
};

test("an install goes through the app's callback and its redirects, with cookies", async () => {
  expect((await newStore()).status).toBe(201);
  const { answer: visit } = await install();
  expect(visit).toMatchObject({
    location: `${origin}/s/abc123#ticket=1`,
    status: 200,
    cookies: ["session=1; Path=/s/abc123; HttpOnly"],
    isInstalled: true,
  });
  expect(Object.fromEntries(calls[0]?.searchParams ?? [])).toMatchObject({
    context: "stores/abc123",
    account_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test("a code is good once, also when the first try went wrong", async () => {
  await newStore();
  await install();
  const spent = calls[0] ?? new URL(origin);
  const again = await exchange(spent);
  expect(again.status).toBe(400);
  expect(await again.json()).toEqual({ error: "invalid_grant" });
});

test.each([
  { client_id: "other" },
  { client_secret: "other" },
  { context: "stores/other" },
  { redirect_uri: "http://127.0.0.1/other" },
  { grant_type: "password" },
  { code: "guessed" },
])("the exchange is refused with %j", async (changed) => {
  await newStore();
  const { world } = simulator;
  world.state.codes.push({
    code: "fresh",
    storeHash: "abc123",
    userId: world.store("abc123")?.owner.id ?? 0,
    scopes: [],
    expiresAtMs: Date.now() + 60_000,
  });
  const callback = new URL(`${origin}/api/bigcommerce/auth?code=fresh&context=stores%2Fabc123`);
  expect((await exchange(callback, changed)).status).toBe(400);
  expect(world.store("abc123")?.installation).toBeNull();
});

test("a form is as good as JSON, and a new token ends the old one", async () => {
  await newStore();
  await install();
  const store = simulator.world.store("abc123");
  const oldToken = store?.installation?.accessToken ?? "";
  simulator.world.state.codes.push({
    code: "fresh",
    storeHash: "abc123",
    userId: store?.owner.id ?? 0,
    scopes: ["store_v2_information_read_only"],
    expiresAtMs: Date.now() + 60_000,
  });
  const callback = new URL(`${origin}/api/bigcommerce/auth?code=fresh&context=stores%2Fabc123`);
  const granted = await (await exchange(callback, {}, true)).json();
  expect(granted).toMatchObject({ context: "stores/abc123", scope: "store_v2_information_read_only" });
  const time = (token: string) =>
    fetch(`${simulator.url}/stores/abc123/v2/time`, { headers: { "x-auth-token": token } });
  expect((await time(oldToken)).status).toBe(401);
  expect((await time(granted.access_token)).status).toBe(200);
  const orders = await fetch(`${simulator.url}/stores/abc123/v2/orders`, {
    headers: { "x-auth-token": granted.access_token },
  });
  expect(orders.status).toBe(403);
});

test("a launch carries the claims of BigCommerce, for the owner and for staff", async () => {
  const { answer: store } = await newStore();
  const launch = async (user: string) =>
    (await (await fetch(`${simulator.url}/control/stores/abc123/launch?user=${user}`)).json()).url;
  const claims = await claimsOf(await launch("owner"));
  expect(claims).toMatchObject({
    aud: TEST_APP.clientId,
    iss: "bc",
    sub: "stores/abc123",
    user: { id: store.owner.id, email: store.owner.email, locale: "en-US" },
    owner: { id: store.owner.id, email: store.owner.email },
    url: "/",
    channel_id: null,
  });
  expect([Number(claims.nbf), Number(claims.exp)]).toEqual([
    Number(claims.iat) - 5,
    Number(claims.iat) + 86_400,
  ]);
  expect(await claimsOf(await launch("staff"))).toMatchObject({ user: { id: store.staff[0].id } });
});

test("a launch can be made wrong in every way a test needs", async () => {
  await newStore();
  const launch = async (body: unknown) => (await control("/stores/abc123/launch", body)).answer.url;
  const header = async (body: unknown) =>
    decodeProtectedHeader(new URL(await launch(body)).searchParams.get("signed_payload_jwt") ?? "").alg;
  const claims = await claimsOf(await launch({ claims: { aud: "other", jti: null, url: "//evil.example" } }));
  expect(claims).toMatchObject({ aud: "other", url: "//evil.example" });
  expect(claims).not.toHaveProperty("jti");
  expect(await header({ alg: "none" })).toBe("none");
  expect(await header({ alg: "HS512" })).toBe("HS512");
  await expect(claimsOf(await launch({ secret: "another secret" }))).rejects.toThrow("signature");
});

test("an uninstall ends the token, deletes this client's hooks and calls the app, whatever it answers", async () => {
  await newStore();
  await install();
  const token = simulator.world.store("abc123")?.installation?.accessToken ?? "";
  const hook = { store_hash: "abc123", scope: "store/order/*", destination: `${origin}/hook` };
  makeHook(simulator.world, { ...hook, client_id: TEST_APP.clientId });
  const foreign = makeHook(simulator.world, { ...hook, client_id: "somebody-else" });
  expect((await control("/stores/abc123/uninstall")).answer).toEqual({
    callback: { status: 500, error: null },
  });
  expect(simulator.world.state.hooks).toEqual([foreign]);
  expect(calls.at(-1)?.pathname).toBe("/api/bigcommerce/uninstall");
  expect(await claimsOf(calls.at(-1)?.href ?? "")).toMatchObject({ sub: "stores/abc123" });
  const response = await fetch(`${simulator.url}/stores/abc123/v3/hooks`, {
    headers: { "x-auth-token": token },
  });
  expect(response.status).toBe(401);
});

test("hooks hear of an uninstall first when they are set to", async () => {
  await newStore();
  await install();
  await control("/settings", { uninstalledEvent: "before" });
  const hook = { store_hash: "abc123", scope: "store/app/uninstalled", destination: `${origin}/hook` };
  makeHook(simulator.world, { ...hook, client_id: TEST_APP.clientId });
  await control("/stores/abc123/uninstall");
  expect(calls.slice(-2).map(({ pathname }) => pathname)).toEqual(["/hook", "/api/bigcommerce/uninstall"]);
});

test("a removed user is named to the app and loses the right to it", async () => {
  const { answer: store } = await newStore();
  await install();
  await control("/stores/abc123/remove-user");
  expect(calls.at(-1)?.pathname).toBe("/api/bigcommerce/remove-user");
  expect(await claimsOf(calls.at(-1)?.href ?? "")).toMatchObject({ user: { id: store.staff[0].id } });
  expect(simulator.world.store("abc123")?.installation?.userIds).toEqual([]);
});

test("an app that is down is named, and the store stays without it", async () => {
  await newStore();
  app.closeAllConnections();
  await new Promise((resolve) => app.close(resolve));
  const { status, answer: refusal } = await install();
  expect(status).toBe(502);
  expect(refusal.error).toContain(origin);
  app.listen(0);
});

test("an OAuth fault refuses a right code", async () => {
  await newStore();
  await control("/faults", { oauth: true });
  expect((await install()).answer).toMatchObject({ status: 400, isInstalled: false });
});
