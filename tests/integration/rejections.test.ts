import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { StoreHash } from "#lib/ids.ts";
import { saveInstalledStore } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { answerArrival, receiverPath } from "#lib/features/receiver/listener.ts";
import { forgetRejections, saveRejections, storeRejections } from "#lib/features/receiver/records.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import { refusedRequest, rejections } from "#lib/features/receiver/rejections.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import { useDatabase } from "#tests/support/database.ts";

const HOUR_MS = 3_600_000;
const STORE = StoreHash.parse("abc");
let server: Server;

useDatabase();

beforeAll(async () => {
  const store = { hash: STORE, accessToken: "token", scopes: [], accountUuid: null, ownerUserId: null };
  await inTransaction((tx) => saveInstalledStore(tx, store, new Date()));
  await receiver();
  server = createServer((request, response) => {
    void answerArrival(request, response, receiverPath(request.url) ?? "", () => new Date());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
beforeEach(async () => {
  rejections().take();
  await database().pool.query("DELETE FROM rejections");
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await closeReceiver();
  await closeNotifications();
});

async function send(
  headers: Record<string, string>,
  { storeHash = STORE, body = "{}" }: { storeHash?: string; body?: string } = {},
): Promise<number> {
  const { port } = server.address() as AddressInfo; // a listening TCP server's address is never text
  const url = `http://127.0.0.1:${port}/api/webhooks/${storeHash}`;
  return (await fetch(url, { method: "POST", headers, body })).status;
}
function signed(secret: string, body = "{}"): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1000);
  return {
    "webhook-id": "h",
    "webhook-timestamp": String(seconds),
    "webhook-signature": sign("h", seconds, Buffer.from(body), secret),
  };
}
const write = async () => (await receiver()).writeRejections();
const written = () => storeRejections(STORE, new Date(Date.now() - 24 * HOUR_MS));

describe("what is refused", () => {
  test("is written down by reason, with the last of each and without its secrets", async () => {
    const wrong = signed("another secret");
    expect([await send(wrong), await send(wrong), await send({})]).toEqual([401, 401, 401]);
    expect(await send({ [SECRET_HEADER]: "a guess that is a secret" })).toBe(401);
    expect(await send({}, { body: "x".repeat(256 * 1024 + 1) })).toBe(413);
    await write();
    const found = await written();
    expect(found.map(({ reason, count }) => [reason, count])).toEqual([
      ["wrong_signature", 2],
      ["no_proof", 1],
      ["too_large", 1],
      ["wrong_secret", 1],
    ]);
    expect(found[0]?.last).toMatchObject({ bytes: 2, values: { "webhook-timestamp": expect.anything() } });
    expect(found[0]?.last.headers).toContain("webhook-signature");
    expect(found.find(({ reason }) => reason === "too_large")?.last.bytes).toBeNull();
    const kept = JSON.stringify(found);
    expect(kept).not.toContain("a guess");
    expect(kept).not.toContain(wrong["webhook-signature"]?.slice(3));
  });

  test("under names that are no stores is one number, however many names there are", async () => {
    for (let name = 0; name < 20; name++) await send({}, { storeHash: `made-up-${name}` });
    expect(rejections().take()).toMatchObject([{ storeHash: "", reason: "no_proof", count: 20 }]);
  });

  test("costs the database nothing before it is written, then one statement, and one to have the store looked at", async () => {
    const asked: unknown[] = [];
    const { pool, intake } = database();
    for (const each of [pool, intake]) each.on("acquire", () => asked.push(each));
    for (let time = 0; time < 50; time++) await send(signed("another secret"));
    for (let time = 0; time < 50; time++) await send({}, { storeHash: randomUUID() });
    // The clock may bring the minute's look at the stores meanwhile; a refusal never does.
    expect(asked.length).toBeLessThanOrEqual(1);
    const before = asked.length;
    await write();
    expect(asked.length - before).toBe(2);
    await send(signed("another secret"));
    await write();
    // A look is asked for once in two minutes.
    expect(asked.length - before).toBe(3);
    for (const each of [pool, intake]) each.removeAllListeners("acquire");
  });

  test("is kept when it cannot be written, and comes with the next", async () => {
    await send({});
    await database().pool.query("ALTER TABLE rejections RENAME TO away");
    await write();
    await database().pool.query("ALTER TABLE away RENAME TO rejections");
    await send({});
    await write();
    expect(await written()).toMatchObject([{ reason: "no_proof", count: 2 }]);
  });

  test("by several processes adds up, and the last of all of them is the last", async () => {
    const now = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS + 1_000);
    const one = {
      storeHash: STORE,
      reason: "no_proof",
      count: 3,
      firstAt: now,
      lastAt: now,
      last: refusedRequest({}, 1),
    } as const;
    const later = new Date(now.getTime() + 1);
    const other = { ...one, count: 4, firstAt: later, lastAt: later, last: refusedRequest({}, 2) };
    await Promise.all([saveRejections([one]), saveRejections([other])]);
    expect(await written()).toEqual([
      { reason: "no_proof", count: 7, firstAt: now, lastAt: later, last: refusedRequest({}, 2) },
    ]);
  });

  test("is forgotten with the events of its day", async () => {
    const last = refusedRequest({}, 1);
    const old = new Date(Date.now() - 48 * HOUR_MS);
    const counts = [old, new Date()].map(
      (lastAt) =>
        ({ storeHash: STORE, reason: "no_proof", count: 1, firstAt: lastAt, lastAt, last }) as const,
    );
    await saveRejections(counts);
    await forgetRejections(new Date(Date.now() - 24 * HOUR_MS));
    const { rows } = await database().pool.query("SELECT count FROM rejections");
    expect(rows).toEqual([{ count: "1" }]);
  });
});

test("a proven delivery that cannot be saved is refused with 503 and counted", async () => {
  await database().pool.query("ALTER TABLE event_hours RENAME TO away");
  expect(await send(signed(config().bigcommerce.clientSecret))).toBe(503);
  await database().pool.query("ALTER TABLE away RENAME TO event_hours");
  expect(rejections().take()).toMatchObject([{ storeHash: STORE, reason: "not_committed", count: 1 }]);
  expect(await send(signed(config().bigcommerce.clientSecret))).toBe(200);
});
