import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST } from "#app/api/webhooks/[storeHash]/route.ts";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { saveInstalledStore, saveUninstalledStore, storeCredentials } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { answerArrival, receiverPath } from "#lib/features/receiver/listener.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import { useDatabase } from "#tests/support/database.ts";

const NOW = new Date();
const STORE = StoreHash.parse("abc");
const GONE = StoreHash.parse("gone");
let server: Server;
let storeSecret = "";

useDatabase();

beforeAll(async () => {
  await ensurePartitions(NOW, NOW);
  for (const hash of [STORE, GONE]) {
    const store = { hash, accessToken: "token", scopes: [], accountUuid: null, ownerUserId: null };
    await inTransaction((tx) => saveInstalledStore(tx, store, NOW));
  }
  await inTransaction((tx) => saveUninstalledStore(tx, GONE, NOW));
  storeSecret = (await storeCredentials(STORE))?.webhookSecret ?? "";
  await receiver();
  server = createServer((request, response) => {
    void answerArrival(request, response, receiverPath(request.url) ?? "", () => new Date());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await closeReceiver();
  await closeNotifications();
});

interface Sending {
  storeHash?: string;
  headers?: Record<string, string>;
  body: string | Uint8Array;
  method?: string;
}

type Send = (sending: Sending) => Promise<Response>;

/** Both doors take the same deliveries and must answer alike. */
const DOORS: readonly [name: string, send: Send][] = [
  [
    "the listener",
    ({ storeHash = STORE, headers = {}, body, method = "POST" }) => {
      const { port } = server.address() as AddressInfo; // a listening TCP server's address is never text
      const url = `http://127.0.0.1:${port}/api/webhooks/${storeHash}`;
      return fetch(url, { method, headers, ...(method === "POST" && { body: Buffer.from(body) }) });
    },
  ],
  [
    "the route handler",
    ({ storeHash = STORE, headers = {}, body }) =>
      POST(new Request("http://localhost/", { method: "POST", headers, body: Buffer.from(body) }), {
        params: Promise.resolve({ storeHash }),
      }),
  ],
];

function bodyOf(fields: Record<string, unknown> = {}): { hash: string; body: string } {
  const hash = randomUUID().replaceAll("-", "").padEnd(40, "0");
  const createdAt = Math.floor(Date.now() / 1000);
  const order = {
    producer: `stores/${STORE}`,
    hash,
    created_at: createdAt,
    store_id: "11",
    scope: "store/order/created",
  };
  return { hash, body: JSON.stringify({ ...order, data: { type: "order", id: 1023 }, ...fields }) };
}

function signatureOf(body: string | Uint8Array, id = "h", secret = config().bigcommerce.clientSecret) {
  const seconds = Math.floor(Date.now() / 1000);
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": sign(id, seconds, Buffer.from(body), secret),
  };
}

function stored(hash: string) {
  return database().prisma.event.findMany({ where: { hash } });
}

describe.each(DOORS)("through %s", (_, send) => {
  test("a signed delivery is on disk when it is answered, with nothing but a status", async () => {
    const { hash, body } = bodyOf();
    const response = await send({ body, headers: { ...signatureOf(body), [SECRET_HEADER]: storeSecret } });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    const [event] = await stored(hash);
    expect(event).toMatchObject({
      storeHash: STORE,
      scope: "store/order/created",
      arrivals: 1,
      proof: "both",
      flags: [],
    });
    expect(Buffer.from(event?.body ?? []).toString()).toBe(body);
    expect(event?.headers).toMatchObject({
      "webhook-id": "h",
      [SECRET_HEADER]: `••••${storeSecret.slice(-4)}`,
    });
    expect(JSON.stringify(event?.headers)).not.toContain(storeSecret);
  });

  test("the secret header alone suffices", async () => {
    const { hash, body } = bodyOf();
    expect((await send({ body, headers: { [SECRET_HEADER]: storeSecret } })).status).toBe(200);
    expect(await stored(hash)).toMatchObject([{ proof: "header" }]);
  });

  test("64 copies at once are one event that arrived 64 times", async () => {
    const { hash, body } = bodyOf();
    const copies = Array.from({ length: 64 }, () => send({ body, headers: signatureOf(body) }));
    expect((await Promise.all(copies)).every(({ status }) => status === 200)).toBe(true);
    expect(await stored(hash)).toMatchObject([{ arrivals: 64 }]);
  });

  test("copies without a time of their own are one event as well", async () => {
    const { hash, body } = bodyOf({ created_at: undefined });
    const copies = Array.from({ length: 8 }, () => send({ body, headers: signatureOf(body) }));
    await Promise.all(copies);
    await send({ body, headers: signatureOf(body) });
    expect(await stored(hash)).toMatchObject([{ arrivals: 9 }]);
  });

  test("nothing unproven is stored", async () => {
    const { hash, body } = bodyOf();
    const attempts = [
      {},
      signatureOf(body, "h", "another secret"),
      { [SECRET_HEADER]: "guess" },
      { ...signatureOf(body), [SECRET_HEADER]: "guess" },
    ];
    for (const headers of attempts) {
      const response = await send({ body, headers });
      expect([response.status, await response.text()]).toEqual([401, ""]);
    }
    expect(await stored(hash)).toEqual([]);
  });

  test("a proven delivery is kept and answered with 200, however odd", async () => {
    const odd: Sending[] = [
      { body: "{" },
      { body: Buffer.from([0xff, 0x00, 0xfe]) },
      { body: "" },
      { body: bodyOf({ scope: "store/robot/built" }).body },
      { body: bodyOf({ data: null }).body },
      { body: bodyOf({ created_at: 1 }).body },
      { body: bodyOf({ producer: `stores/${GONE}` }).body, storeHash: GONE },
      { body: bodyOf({ producer: "stores/never" }).body, storeHash: "never" },
      { body: bodyOf().body, storeHash: "Not-A%00Hash" },
    ];
    const count = await database().prisma.event.count();
    for (const sending of odd) {
      const response = await send({ ...sending, headers: signatureOf(sending.body) });
      expect(response.status, Buffer.from(sending.body).toString()).toBe(200);
    }
    // The three without a hash are known by their bytes; those were stored by the other door already, or are new now.
    expect(await database().prisma.event.count()).toBeGreaterThanOrEqual(count + odd.length - 3);
  });

  test("a compressed body is kept as what was meant, and one in an unknown coding is refused", async () => {
    const [signedAsSent, signedPlain, odd] = [bodyOf(), bodyOf(), bodyOf()];
    const coded = { "content-encoding": "gzip" };
    const asSent = gzipSync(signedAsSent.body);
    expect((await send({ body: asSent, headers: { ...signatureOf(asSent), ...coded } })).status).toBe(200);
    const plain = { ...signatureOf(signedPlain.body), ...coded };
    expect((await send({ body: gzipSync(signedPlain.body), headers: plain })).status).toBe(200);
    for (const { hash, body } of [signedAsSent, signedPlain]) {
      const [event] = await stored(hash);
      expect([Buffer.from(event?.body ?? "").toString(), event?.flags]).toEqual([body, []]);
    }
    const unknown = { ...signatureOf(odd.body), "content-encoding": "zstd" };
    expect((await send({ body: odd.body, headers: unknown })).status).toBe(415);
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    expect((await send({ body: bomb, headers: { ...signatureOf(bomb), ...coded } })).status).toBe(413);
    expect(await stored(odd.hash)).toEqual([]);
  });

  test("256 KB are read, one byte more is not", async () => {
    const limit = 256 * 1024;
    const { body } = bodyOf();
    const fits = body.padEnd(limit, " ");
    expect((await send({ body: fits, headers: signatureOf(fits) })).status).toBe(200);
    const over = body.padEnd(limit + 1, " ");
    expect((await send({ body: over, headers: signatureOf(over) })).status).toBe(413);
  });

  test("the roll-up counts exactly what the events do", async () => {
    const hours = await database().prisma.$queryRaw`
      SELECT store_hash, hour, scope, events, repeats FROM event_hours ORDER BY 1, 2, 3`;
    const counted = await database().prisma.$queryRaw`
      SELECT store_hash, date_trunc('hour', occurred_at, 'UTC')::timestamptz(0) AS hour, scope, count(*)::int AS events,
        sum(arrivals - 1)::int AS repeats FROM events GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
    expect(hours).toEqual(counted);
  });
});

test("signatures in several lines, as a proxy adds them, are one list", async () => {
  const { port } = server.address() as AddressInfo; // a listening TCP server's address is never text
  for (const order of [0, 1]) {
    const { hash, body } = bodyOf();
    const signed = signatureOf(body);
    const lines = [signed["webhook-signature"], signatureOf(body, "h", "another app")["webhook-signature"]];
    const headers = { ...signed, "webhook-signature": order === 0 ? lines : lines.toReversed() };
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const path = `/api/webhooks/${STORE}`;
      ask({ port, path, method: "POST", headers }, (response) => resolve(response.resume().statusCode))
        .once("error", reject)
        .end(body);
    });
    expect([status, (await stored(hash)).length]).toEqual([200, 1]);
  }
});

test("other methods are refused, and told which one is meant", async () => {
  const [[, send] = ["", () => Promise.reject(new Error("no door"))]] = DOORS;
  const response = await send({ method: "GET", body: "" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
});

test("a store's last words enqueue the question whether it is gone, in the same commit", async () => {
  const [[, send] = ["", () => Promise.reject(new Error("no door"))]] = DOORS;
  const { hash, body } = bodyOf({ scope: "store/app/uninstalled", data: { type: "store" } });
  expect((await send({ body, headers: signatureOf(body) })).status).toBe(200);
  expect(await stored(hash)).toHaveLength(1);
  const jobs = await database().prisma.$queryRaw`SELECT task_identifier FROM graphile_worker.jobs`;
  expect(jobs).toContainEqual({ task_identifier: "confirm-uninstall" });
});
