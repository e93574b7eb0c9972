import { useApp } from "#tests/support/app.ts";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createServer as createSocketServer, type AddressInfo, type Server as SocketServer } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { POST } from "#app/s/[storeHash]/api/test-events/route.ts";
import type { Access } from "#lib/access.ts";
import { auditPage } from "#lib/features/audit/audit.ts";
import { streamReader } from "#lib/client/live/sse.ts";
import { config } from "#lib/config/config.ts";
import { EventQuery } from "#lib/contract/events.ts";
import { TestNews } from "#lib/contract/test-events.ts";
import { database } from "#lib/platform/db/client.ts";
import { followStore } from "#lib/features/events/live-feed.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { findEvent, keptEvents, lastEventTimes } from "#lib/features/events/records.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { ROOM } from "#lib/http/rate-limit.ts";
import { StoreHash } from "#lib/ids.ts";
import { readChart } from "#lib/screens/chart/chart.ts";
import { readOverview } from "#lib/screens/overview/overview.ts";
import { subscriptionList } from "#lib/features/subscriptions/view.ts";
import {
  carryOutTest,
  prepareTest,
  type PreparedTest,
  type TestPatience,
} from "#lib/features/test-events/test-event.ts";
import { receiver } from "#lib/features/receiver/receive.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { TEST_HEADER, testMark } from "#lib/features/receiver/test-mark.ts";
import { SELF_SIGNED } from "#tests/fixtures/self-signed.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp({ receives: true });

const SCOPE = "store/order/created";
let store: StoreHash;
let cookie: string;
let by: Pick<Access, "storeHash" | "userId" | "email">;
const servers: (Server | SocketServer)[] = [];

beforeEach(async () => {
  await ensurePartitions(new Date(), new Date());
  const simulated = app.newStore();
  ({ cookie } = await app.install(simulated));
  store = StoreHash.parse(simulated.hash);
  by = { storeHash: store, userId: String(simulated.owner.id), email: simulated.owner.email };
  // The receiver learns of the new store by a notification.
  await expect.poll(async () => await deliverUnproven()).toBe("wrong_secret");
  await database().pool.query("TRUNCATE events, event_hours");
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ("closeAllConnections" in server) server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
});

async function deliverUnproven(): Promise<string | undefined> {
  const delivery = { storeHash: store, headers: { [SECRET_HEADER]: "guess" }, body: Buffer.from("{}") };
  const proving = (await receiver()).prove(delivery, new Date());
  return proving.isProven ? undefined : proving.reason;
}

/** Something that listens on this machine; its origin. */
async function listening(server: Server | SocketServer, protocol = "http"): Promise<string> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
}
const answering = (listener: RequestListener) => listening(createServer(listener));

/** The same test for another address. */
const sentTo = (prepared: PreparedTest, origin: string): PreparedTest => ({
  ...prepared,
  call: { ...prepared.call, url: prepared.call.url.replace(config().appUrl, origin) },
});

async function newsOf(prepared: PreparedTest, patience: Partial<TestPatience> = {}): Promise<TestNews[]> {
  const news: TestNews[] = [];
  for await (const one of carryOutTest(prepared, { signal: new AbortController().signal, ...patience }))
    news.push(one);
  return news;
}

/** What a test comes to whose address is this origin. */
async function triedAt(origin: string, patience: Partial<TestPatience> = {}) {
  const news = await newsOf(sentTo(await prepareTest(by, SCOPE, new Date()), origin), patience);
  return { news, last: news.at(-1) };
}

const rows = () => database().prisma.event.findMany({ where: { storeHash: store } });
const hours = () => database().prisma.eventHour.findMany({ where: { storeHash: store } });
const jobsOf = async () => {
  const { rows: jobs } = await database().pool.query<{ name: string }>(
    "SELECT task_identifier AS name FROM graphile_worker.jobs",
  );
  return jobs.map(({ name }) => name);
};

/** Posts to the store's own address, as anybody can. */
function post({ call }: PreparedTest, headers: Record<string, string>): Promise<Response> {
  return fetch(call.url, {
    method: "POST",
    headers: { ...call.headers, ...headers },
    body: Buffer.from(call.body),
  });
}

describe("a test event", () => {
  test("goes out and comes in by the same door as every delivery, and tells each step", async () => {
    const prepared = await prepareTest(by, SCOPE, new Date());
    const news = await newsOf(prepared);
    expect(news).toEqual([
      { kind: "begun", destination: `${config().appUrl}/api/webhooks/${store}` },
      {
        kind: "reached",
        address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) as string,
        reach: "loopback",
      },
      { kind: "done", step: "sent", afterMs: expect.any(Number) as number },
      { kind: "done", step: "proven", afterMs: expect.any(Number) as number, proof: "both" },
      {
        kind: "done",
        step: "stored",
        afterMs: expect.any(Number) as number,
        eventId: expect.any(String) as string,
      },
      { kind: "done", step: "seen", afterMs: expect.any(Number) as number },
    ]);
    for (const one of news) expect(TestNews.parse(one)).toEqual(one);
    const row = await findEvent(store, prepared);
    expect(row).toMatchObject({ scope: SCOPE, isTest: true, flags: [], arrivals: 1 });
    expect(JSON.parse(Buffer.from(row?.body ?? []).toString())).toMatchObject({
      producer: `stores/${store}`,
      hash: prepared.hash,
      data: { type: "order", id: 1023 },
    });
    // Neither its mark nor its proofs can be read in the log.
    for (const name of [TEST_HEADER, SECRET_HEADER, "webhook-signature"])
      expect(JSON.stringify(row?.headers)).not.toContain(prepared.call.headers[name]);
  });

  test("counts nowhere, so that it makes nothing look alive", async () => {
    const before = await subscriptionList(store, new Date());
    await newsOf(await prepareTest(by, SCOPE, new Date()));
    expect(await rows()).toHaveLength(1);
    expect(await hours()).toMatchObject([
      { scope: SCOPE, events: 0, repeats: 0, tests: 1, lastEventAt: null },
    ]);
    expect(await lastEventTimes(store)).toEqual(new Map());
    expect(await keptEvents(store, new Date(0))).toMatchObject({ total: 0 });
    const { groups, ...after } = await subscriptionList(store, new Date());
    expect({ groups, ...after }).toEqual(before);
    expect(await readOverview({ storeHash: store, isOwner: true }, new Date())).toMatchObject({
      lastEvent: null,
      received24h: 0,
      delayMs: null,
    });
    const { mostFrequent, buckets } = await readChart(store, { period: "24h" }, new Date());
    expect(mostFrequent).toEqual([]);
    expect(buckets.every(({ counts, delayMs }) => counts.every((count) => count === 0) && !delayMs)).toBe(
      true,
    );
  });

  test.each([
    ["its state", { status: "test" as const }],
    ["several event types", { scope: `${SCOPE},store/cart/created` }],
    ["its group", { group: "orders,carts" }],
    ["words", { q: "order created" }],
  ])("is found in the log by %s, also where nothing else happened", async (_, filter) => {
    const made = await prepareTest(by, SCOPE, new Date());
    await newsOf(made);
    const { events } = await eventPage(store, EventQuery.parse(filter), 30, new Date());
    expect(events).toMatchObject([{ hash: made.hash, isTest: true }]);
  });

  test("beside events of the store, and arriving twice, leaves the hours exact", async () => {
    const now = new Date();
    const first = await prepareTest(by, SCOPE, now);
    await newsOf(first);
    // A copy is no news for anybody.
    expect((await newsOf(first, { seenMs: 0 })).at(-1)).toMatchObject({ stop: "not_seen" });
    const real = await prepareTest(by, SCOPE, now);
    for (let copy = 0; copy < 3; copy++) await post(real, { [TEST_HEADER]: "" });
    expect(
      Object.fromEntries((await rows()).map(({ hash, isTest, arrivals }) => [hash, [isTest, arrivals]])),
    ).toEqual({
      [first.hash]: [true, 2],
      [real.hash]: [false, 3],
    });
    expect(await hours()).toMatchObject([{ events: 1, repeats: 2, tests: 1, lastEventAt: real.occurredAt }]);
    expect(await readOverview({ storeHash: store, isOwner: true }, new Date())).toMatchObject({
      received24h: 1,
      repeats24h: 2,
    });
  });

  test("of the store's last words asks nobody whether the store is gone", async () => {
    const before = await jobsOf();
    const made = await prepareTest(by, "store/app/uninstalled", new Date());
    expect((await newsOf(made)).at(-1)).toMatchObject({ kind: "done", step: "seen" });
    expect(await jobsOf()).toEqual(before);
    await post(await prepareTest(by, "store/app/uninstalled", new Date()), { [TEST_HEADER]: "" });
    expect(await jobsOf()).toContain("confirm-uninstall");
  });

  test("ends, and sends no more, when nobody waits for it", async () => {
    const gone = new AbortController();
    const origin = await answering(() => gone.abort());
    const { news } = await triedAt(origin, { signal: gone.signal });
    expect(news.map(({ kind }) => kind)).toEqual(["begun"]);
  });
});

describe("a test event that stops", () => {
  test("at a name that leads nowhere", async () => {
    expect((await triedAt("http://keeper.invalid")).last).toMatchObject({
      step: "sent",
      stop: "name_unknown",
    });
  });

  test("at a port where nobody listens", async () => {
    const server = createServer();
    const origin = await listening(server);
    server.close();
    await once(server, "close");
    servers.length = 0;
    const { news, last } = await triedAt(origin);
    expect(last).toMatchObject({ step: "sent", stop: "refused", detail: "ECONNREFUSED", status: null });
    expect(news).toContainEqual({ kind: "reached", address: "127.0.0.1", reach: "loopback" });
  });

  test("at a certificate that nobody trusts", async () => {
    const origin = await listening(createSecureServer(SELF_SIGNED), "https");
    expect((await triedAt(origin)).last).toMatchObject({
      step: "sent",
      stop: "insecure",
      detail: "DEPTH_ZERO_SELF_SIGNED_CERT",
    });
  });

  test("at what does not speak https at all", async () => {
    const origin = await answering((_, response) => response.end());
    const { last } = await triedAt(origin.replace("http:", "https:"));
    expect(last).toMatchObject({ step: "sent", stop: "insecure" });
  });

  test("at what takes the connection and says nothing", async () => {
    const origin = await listening(createSocketServer((socket) => socket.resume()));
    expect((await triedAt(origin, { answerMs: 150 })).last).toMatchObject({
      step: "sent",
      stop: "too_slow",
      detail: "answering",
    });
  });

  test("at what hangs up", async () => {
    const origin = await answering(({ socket }) => socket.destroy());
    expect((await triedAt(origin)).last).toMatchObject({
      step: "sent",
      stop: "cut_off",
      detail: "ECONNRESET",
    });
  });

  test("at a redirect, which is not followed", async () => {
    let followed = 0;
    const elsewhere = await answering((_, response) => {
      followed++;
      response.end();
    });
    const origin = await answering((_, response) =>
      response.writeHead(308, { Location: `${elsewhere}/secret?path=1` }).end(),
    );
    expect((await triedAt(origin)).last).toEqual({
      kind: "stopped",
      step: "sent",
      stop: "redirected",
      status: 308,
      detail: elsewhere,
    });
    expect(followed).toBe(0);
  });

  test.each([
    [404, {}, { step: "sent", stop: "answered_otherwise" }],
    [401, { "WWW-Authenticate": "Basic" }, { step: "sent", stop: "password_asked" }],
    [401, {}, { step: "proven", stop: "unproven" }],
    [413, {}, { step: "sent", stop: "too_large" }],
    [502, {}, { step: "sent", stop: "gateway" }],
    [503, {}, { step: "stored", stop: "not_committed" }],
  ])("at an answer of %i with %o", async (status, headers, expected) => {
    const origin = await answering((_, response) => response.writeHead(status, headers).end());
    const { news, last } = await triedAt(origin);
    expect(last).toMatchObject({ ...expected, status });
    const done = news.flatMap((one) => (one.kind === "done" ? [one.step] : []));
    expect(done).toEqual(expected.step === "sent" ? [] : ["sent"]);
  });

  test("at somebody else's 200, however much more is said", async () => {
    const origin = await answering((_, response) => {
      const goOn = () => {
        while (!response.destroyed && response.write("<html>".repeat(1_000)));
      };
      response.on("drain", goOn);
      goOn();
    });
    expect((await triedAt(origin)).last).toMatchObject({
      step: "proven",
      stop: "went_elsewhere",
      status: 200,
    });
  });

  test("at a proxy that takes its mark away: it says that the event counts", async () => {
    const made = await prepareTest(by, SCOPE, new Date());
    const origin = await answering((_, response) => {
      void post(made, { [TEST_HEADER]: "" }).then(({ status }) => response.writeHead(status).end());
    });
    const news = await newsOf(sentTo(made, origin));
    expect(news.at(-1)).toMatchObject({ step: "seen", stop: "mark_lost" });
    expect(news).toContainEqual(expect.objectContaining({ kind: "done", step: "stored" }));
    expect(await hours()).toMatchObject([{ events: 1, tests: 0 }]);
  });

  test("at a log that tells nobody", async () => {
    // Somebody looks at the log, and is told: what comes later does not come by a first look.
    const viewer = followStore(store, { hear: () => undefined, fail: () => undefined });
    const told = await newsOf(await prepareTest(by, SCOPE, new Date()));
    expect(told.at(-1)).toMatchObject({ kind: "done", step: "seen" });
    const made = await prepareTest(by, SCOPE, new Date());
    const origin = await answering((_, response) => {
      // A row without the notification that goes with it.
      void database()
        .prisma.event.create({
          data: {
            storeHash: store,
            hash: made.hash,
            occurredAt: made.occurredAt,
            scope: SCOPE,
            body: Buffer.from(made.call.body),
            headers: {},
            proof: "both",
            firstArrivedAt: new Date(),
            lastArrivedAt: new Date(),
            isTest: true,
          },
        })
        .then(() => response.end());
    });
    const news = await newsOf(sentTo(made, origin), { seenMs: 150 });
    viewer.leave();
    expect(news.at(-1)).toMatchObject({ step: "seen", stop: "not_seen", status: 200 });
    expect(news).toContainEqual(expect.objectContaining({ kind: "done", step: "stored" }));
  });
});

describe("the mark of a test", () => {
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
  const { sessionSecret } = config();

  test.each([
    ["none", () => ""],
    ["a made-up one", () => `${inSeconds(60)}.${"A".repeat(43)}`],
    [
      "one under another key",
      ({ hash }) => testMark({ storeHash: store, hash }, inSeconds(60), "another session secret"),
    ],
    ["one that expired", ({ hash }) => testMark({ storeHash: store, hash }, inSeconds(-1), sessionSecret)],
    ["another store's", ({ hash }) => testMark({ storeHash: "another", hash }, inSeconds(60), sessionSecret)],
    [
      "another event's",
      () => testMark({ storeHash: store, hash: "0".repeat(40) }, inSeconds(60), sessionSecret),
    ],
  ] satisfies [string, (made: PreparedTest) => string][])(
    "%s makes no test of a delivery: it counts like any other",
    async (_, mark) => {
      const made = await prepareTest(by, SCOPE, new Date());
      expect((await post(made, { [TEST_HEADER]: mark(made) })).status).toBe(200);
      expect(await rows()).toMatchObject([{ hash: made.hash, isTest: false }]);
      expect(await hours()).toMatchObject([{ events: 1, tests: 0 }]);
    },
  );

  test("makes no test of another body that is sent under its name", async () => {
    const [made, other] = [
      await prepareTest(by, SCOPE, new Date()),
      await prepareTest(by, SCOPE, new Date()),
    ];
    const headers = { "webhook-id": made.hash, [SECRET_HEADER]: made.call.headers[SECRET_HEADER] ?? "" };
    const body = Buffer.from(other.call.body);
    await fetch(made.call.url, {
      method: "POST",
      headers: { ...headers, [TEST_HEADER]: made.call.headers[TEST_HEADER] ?? "" },
      body,
    });
    expect(await rows()).toMatchObject([{ hash: other.hash, isTest: false }]);
  });

  test("proves nothing by itself, and what is refused with it is nobody's alarm", async () => {
    const refused = () => database().prisma.rejection.findMany({ where: { storeHash: store } });
    const made = await prepareTest(by, SCOPE, new Date());
    expect((await post(made, { "webhook-signature": "v1,AAAA" })).status).toBe(401);
    await (await receiver()).writeRejections();
    expect([await rows(), await refused()]).toEqual([[], []]);
    await post(made, { "webhook-signature": "v1,AAAA", [TEST_HEADER]: `1.${"A".repeat(43)}` });
    await (await receiver()).writeRejections();
    expect(await refused()).toMatchObject([{ reason: "wrong_signature", count: 1n }]);
  });
});

describe("the route", () => {
  const ask = (scope: string) =>
    POST(
      new Request(`${config().appUrl}/s/${store}/api/test-events`, {
        method: "POST",
        body: JSON.stringify({ scope }),
        headers: {
          Cookie: cookie,
          "Content-Type": "application/json",
          "Sec-Fetch-Site": "same-origin",
          "X-Requested-With": "webhook-keeper",
        },
      }),
      { params: Promise.resolve({ storeHash: store }) },
    );
  const told = async (response: Response) =>
    streamReader()(await response.text()).map(({ data }) => TestNews.parse(JSON.parse(data)));

  test("tells the steps as they come, and the audit log who asked", async () => {
    const news = await told(await ask("store/cart/*"));
    expect(news.at(-1)).toMatchObject({ kind: "done", step: "seen" });
    expect(await rows()).toMatchObject([{ scope: "store/cart/created", isTest: true }]);
    const { entries } = await auditPage(store, { limit: 5 });
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: "test_event_sent",
        scope: "store/cart/*",
        actor: { userId: by.userId, email: by.email },
      }),
    );
  });

  test("sends no more of them than a person has use for", async () => {
    for (let sent = 0; sent < ROOM.testEvents; sent++)
      expect((await told(await ask(SCOPE))).at(-1)).toMatchObject({ step: "seen" });
    const refusal = await ask(SCOPE);
    expect([refusal.status, await refusal.json()]).toEqual([
      429,
      expect.objectContaining({ code: "RATE_LIMITED" }),
    ]);
    expect(await rows()).toHaveLength(ROOM.testEvents);
  });
});
