import { logged } from "#tests/support/captured-log.ts";
import { useApp } from "#tests/support/app.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as auditRoute from "#app/s/[storeHash]/api/audit/route.ts";
import * as deliveriesRoute from "#app/s/[storeHash]/api/destinations/[id]/deliveries/route.ts";
import * as destinationRoute from "#app/s/[storeHash]/api/destinations/[id]/route.ts";
import * as keyRoute from "#app/s/[storeHash]/api/destinations/[id]/secret/route.ts";
import * as destinationTestRoute from "#app/s/[storeHash]/api/destinations/[id]/test/route.ts";
import * as destinationsRoute from "#app/s/[storeHash]/api/destinations/route.ts";
import * as eventRoute from "#app/s/[storeHash]/api/events/[id]/route.ts";
import * as eventsRoute from "#app/s/[storeHash]/api/events/route.ts";
import * as settingsRoute from "#app/s/[storeHash]/api/settings/route.ts";
import * as subscriptionsRoute from "#app/s/[storeHash]/api/subscriptions/route.ts";
import { POST as deliver } from "#app/api/webhooks/[storeHash]/route.ts";
import { config } from "#lib/config/config.ts";
import { DestinationMade, SecretRenewed } from "#lib/contract/destinations.ts";
import { SessionToken } from "#lib/contract/session.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import { useDatabase } from "#tests/support/database.ts";
import { runDueJobs } from "#tests/support/jobs.ts";
import { dumpOf } from "#tests/support/dump.ts";
import { leaksIn } from "#tests/support/leaks.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";

useDatabase();
const app = useApp();

/** Everything secret that came up, by what it is. */
const secrets = new Map<string, string>();
/** What the app answered to people who may read it. */
const answers: string[] = [];
let emails: string[];

const remember = (name: string, value: string | null | undefined) => {
  if (!value) throw new Error(`there was no ${name}`);
  secrets.set(`${name} ${secrets.size}`, value);
  return value;
};

beforeAll(async () => {
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    // The code of each installation, on its way to BigCommerce.
    if (typeof init?.body === "string" && init.body.includes("client_secret"))
      remember("authorization code", /"code":"([^"]+)"/.exec(init.body)?.[1]);
    return fetch(input, init);
  });
  await ensurePartitions(new Date(), new Date());
  const { bigcommerce, sessionSecret, encryptionKeys } = config();
  remember("client secret", bigcommerce.clientSecret);
  remember("session secret", sessionSecret);
  remember("encryption key", encryptionKeys[0].bytes.toString("base64"));
  await aDay();
});
afterAll(async () => {
  await closeReceiver();
  await closeNotifications();
});

/** What happens to the app of two stores, for better and for worse. */
async function aDay(): Promise<void> {
  const [store, other] = [app.newStore(), app.newStore()];
  emails = [store, other].flatMap(({ owner, staff }) => [owner.email, ...staff.map((each) => each.email)]);
  const { cookie } = await app.install(store);
  await app.install(other);
  rememberSession(cookie);
  for (const each of [store, other]) {
    remember("access token", each.installation?.accessToken);
    remember("webhook secret", (await storeCredentials(StoreHash.parse(each.hash)))?.webhookSecret);
  }
  await work();

  await launches(store);
  await refusedInstallations(other);
  await changes(store, cookie);
  await deliveries(store);
  await reading(store, cookie);
  await forwarding(store, cookie);
  await faults(store, cookie);

  await app.control(`/stores/${store.hash}/remove-user`, { user: "staff" });
  await app.call(`/s/${store.hash}/api/session`, cookie);
  await app.control(`/stores/${store.hash}/uninstall`, {});
  await app.call(`/s/${store.hash}/api/session`, cookie);
  await work();
}

const rememberSession = (cookie: string) => remember("session", cookie.slice(cookie.indexOf("=") + 1));
const work = runDueJobs;

async function launches(store: SimulatedStore): Promise<void> {
  for (const options of [
    {},
    { user: "staff" as const },
    { alg: "none" },
    { secret: "x".repeat(64) },
    { claims: { exp: 1 } },
  ]) {
    const url = await app.launchUrl(store, options);
    remember("launch", new URL(url).searchParams.get("signed_payload_jwt"));
    const response = await fetch(url, { redirect: "manual" });
    const ticket = /#ticket=(.+)$/.exec(response.headers.get("Location") ?? "")?.[1];
    if (ticket === undefined) continue;
    remember("ticket", ticket);
    rememberSession(response.headers.getSetCookie()[0]?.split(";")[0] ?? "");
    const swap = () =>
      app.call(`/s/${store.hash}/api/session`, "", { method: "POST", body: JSON.stringify({ ticket }) });
    const { token } = SessionToken.parse(await (await swap()).json());
    const bearer = { Authorization: `Bearer ${remember("bearer", token)}` };
    await app.call(`/s/${store.hash}/api/session`, "", { headers: bearer });
    await app.call(`/s/${store.hash}/auth/session`, "", { headers: bearer });
    expect((await swap()).status).toBe(401);
  }
  await app.call(`/s/${store.hash}/api/session`, "webhook-keeper.session=eyJhbGciOiJkaXIifQ..a.b.c");
  await app.call(`/s/${store.hash}/auth/session`, "webhook-keeper.session=eyJhbGciOiJkaXIifQ..a.b.c");
}

async function refusedInstallations(store: SimulatedStore): Promise<void> {
  const query = (code: string, context = `stores/${store.hash}`) =>
    new URLSearchParams({ code: remember("refused code", code), context, scope: "store_v2_default" });
  const urls = [query("notacodeofours0123456789"), query("anothercode0123456789", "stores/elsewhere")];
  for (const params of urls) await app.open(`${config().appUrl}/api/bigcommerce/auth?${params}`);
}

const contextOf = (store: SimulatedStore, more: Record<string, string> = {}) => ({
  params: Promise.resolve({ storeHash: store.hash, ...more }),
});
const request = (store: SimulatedStore, path: string, cookie: string, body?: unknown) =>
  new Request(`${config().appUrl}/s/${store.hash}/api/${path}`, {
    ...(body !== undefined && { method: "PUT", body: JSON.stringify(body) }),
    headers: {
      Cookie: cookie,
      "Content-Type": "application/json",
      "Sec-Fetch-Site": "same-origin",
      "X-Requested-With": "webhook-keeper",
    },
  });
const change = (store: SimulatedStore, cookie: string, scope: string, wanted: boolean) =>
  subscriptionsRoute.PUT(
    request(store, "subscriptions", cookie, { changes: [{ scope, wanted }] }),
    contextOf(store),
  );

async function changes(store: SimulatedStore, cookie: string): Promise<void> {
  await change(store, cookie, "store/cart/created", true);
  await change(store, cookie, "store/order/created", false);
  for (const mode of ["500", "401"]) {
    await app.control("/faults", { api: mode });
    await change(store, cookie, "store/cart/updated", true);
    await work();
  }
  await app.control("/faults", { api: "none" });
}

async function deliveries(store: SimulatedStore): Promise<void> {
  const { webhookSecret = "" } = (await storeCredentials(StoreHash.parse(store.hash))) ?? {};
  const seconds = Math.floor(Date.now() / 1000);
  const { clientSecret } = config().bigcommerce;
  for (const [id, headers] of [
    ["both", { [SECRET_HEADER]: webhookSecret }],
    ["wrong secret", { [SECRET_HEADER]: remember("wrong secret", "a guess that is wrong") }],
    ["not signed", { [SECRET_HEADER]: webhookSecret, "webhook-signature": "" }],
    ["wrongly signed", { "webhook-signature": sign("x", seconds, Buffer.from("x"), "another") }],
  ] as const) {
    const body = JSON.stringify({
      scope: "store/customer/created",
      producer: `stores/${store.hash}`,
      hash: id.replaceAll(" ", "").padEnd(40, "0"),
      created_at: seconds,
      store_id: "1",
      data: { type: "customer", id: 7 },
    });
    const signature = sign(id, seconds, Buffer.from(body), clientSecret);
    remember("signature", signature.slice("v1,".length));
    const all = {
      "webhook-id": id,
      "webhook-timestamp": String(seconds),
      "webhook-signature": signature,
      ...headers,
    };
    const sent = new Request(`${config().appUrl}/api/webhooks/${store.hash}`, {
      method: "POST",
      body,
      headers: all,
    });
    await deliver(sent, contextOf(store));
  }
}

async function reading(store: SimulatedStore, cookie: string): Promise<void> {
  const list = await eventsRoute.GET(request(store, "events", cookie), contextOf(store));
  const text = await list.text();
  const [, id = ""] = /"id":"([^"]+)"/.exec(text) ?? [];
  const others = [
    await eventRoute.GET(request(store, `events/${id}`, cookie), contextOf(store, { id })),
    await settingsRoute.GET(request(store, "settings", cookie), contextOf(store)),
    await subscriptionsRoute.GET(request(store, "subscriptions", cookie), contextOf(store)),
    await app.call(`/s/${store.hash}/api/session`, cookie),
  ];
  for (const response of others) expect(response.status).toBe(200);
  answers.push(text, ...(await Promise.all(others.map((response) => response.text()))));
}

/** A destination is made with everything that can be secret, and tried; nobody answers there. */
async function forwarding(store: SimulatedStore, cookie: string): Promise<void> {
  const ask = (body?: unknown) => request(store, "destinations", cookie, body);
  const made = await destinationsRoute.POST(
    new Request(
      ask({
        name: "Warehouse",
        url: `http://127.0.0.1:9/${remember("path of a destination", "path-0c41f7d2")}`,
        eventTypes: ["*"],
        headers: { "x-tenant": remember("header of a destination", "tenant-5b9e22aa") },
        auth: { kind: "bearer", token: remember("token of a destination", "token-e07731bc") },
      }),
      { method: "POST" },
    ),
    contextOf(store),
  );
  const { destination, secret } = DestinationMade.parse(await made.json());
  remember("key of a destination", secret);
  const context = () => contextOf(store, { id: destination.id });
  const post = (body: unknown) => new Request(ask(body), { method: "POST" });
  const renewed = await keyRoute.POST(post({ overlapHours: 24 }), context());
  remember("renewed key", SecretRenewed.parse(await renewed.json()).secret);
  const refused = { url: "https://10.0.0.1/path-0c41f7d2", headers: { "x-tenant": "tenant-5b9e22aa" } };
  const changing = new Request(ask(refused), { method: "PATCH" });
  expect((await destinationRoute.PATCH(changing, context())).status).toBe(400);
  const rest = [
    await destinationTestRoute.POST(post({}), context()),
    await deliveriesRoute.GET(request(store, "destinations", cookie), context()),
    await auditRoute.GET(request(store, "audit?format=csv", cookie), contextOf(store)),
  ];
  for (const response of rest) expect(response.status).toBe(200);
  const texts = await Promise.all(rest.map((response) => response.text()));
  expect(texts[2]).toContain("destination_made");
  answers.push(...texts);
}

/** The database breaks in the midst of work that has secrets and addresses in hand. */
async function faults(store: SimulatedStore, cookie: string): Promise<void> {
  const { prisma } = database();
  const rename = (from: string, to: string) =>
    prisma.$executeRawUnsafe(`ALTER TABLE ${from} RENAME TO ${to}`);
  await rename("users", "lost_users");
  await app.launch(store);
  await app.install(app.newStore());
  await app.call(`/s/${store.hash}/api/session`, cookie);
  await app.call(`/s/${store.hash}/auth/session`, cookie);
  await rename("lost_users", "users");
  await prisma.$executeRaw`ALTER TABLE users ADD CONSTRAINT never CHECK (email = '') NOT VALID`;
  await app.launch(store, { user: "staff" });
  await prisma.$executeRaw`ALTER TABLE users DROP CONSTRAINT never`;
  await rename("events", "lost_events");
  await deliveries(store);
  await rename("lost_events", "events");
}

describe("a day of the app", () => {
  test("was logged, with its faults", () => {
    const text = logged.join("");
    for (const said of [
      "a store installed the app",
      "a launch was refused",
      "an installation failed",
      "an unexpected fault was answered",
      "deliveries were not committed",
      "a store removed the app",
    ])
      expect(text).toContain(said);
    expect(log.level).toBe("debug");
  });

  test("left no secret and no person's address in the log", () => {
    expect(leaksIn(logged.join("\n"), secrets)).toEqual([]);
    expect(emails.filter((email) => logged.join("\n").includes(email))).toEqual([]);
  });

  test("left no secret in the database that is not sealed", async () => {
    const dump = await dumpOf(config().databaseUrl ?? "");
    expect(dump).toContain("store/customer/created");
    expect(leaksIn(dump, secrets, { hasPeople: true })).toEqual([]);
  });

  test("gave no secret to those who may read the store", () => {
    expect(answers.join("\n")).toContain("store/customer/created");
    expect(leaksIn(answers.join("\n"), secrets, { hasPeople: true })).toEqual([]);
  });

  test("would have been found out", () => {
    for (const [name, value] of secrets)
      expect(leaksIn(`x ${value} x`, secrets, { hasPeople: true })).toContain(name);
    expect(leaksIn("Ana <ana@example.com>", new Map())).toHaveLength(1);
  });
});
