import { gzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { layOut, jsonTokens } from "#components/ui/json/json-tokens.ts";
import { config } from "#lib/config/config.ts";
import { curlOf, fixtureOf, jsonOf } from "#lib/client/log/event-copies.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { csvRow, ndjsonRow } from "#lib/features/events/export/table.ts";
import { UNREAD } from "#lib/messages/describe-event.ts";
import { keptSince } from "#lib/features/events/kept-since.ts";
import { eventPage, openEvent } from "#lib/features/events/log.ts";
import { keepPartitions } from "#lib/features/events/partitions.ts";
import { shortId } from "#lib/contract/values/short-id.ts";
import { StoreHash } from "#lib/ids.ts";
import { readOverview } from "#lib/screens/overview/overview.ts";
import { saveInstalledStore } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import { useDatabase } from "#tests/support/database.ts";

const STORE = StoreHash.parse("odd");
const NOW = new Date();
const SECONDS = Math.floor(NOW.getTime() / 1000);
const RETENTION_DAYS = 30;
const OLDEST = keptSince(RETENTION_DAYS, NOW);

useDatabase();

beforeAll(async () => {
  await keepPartitions(NOW, RETENTION_DAYS);
  const store = { hash: STORE, accessToken: "token", scopes: [], accountUuid: null, ownerUserId: null };
  await inTransaction((tx) => saveInstalledStore(tx, store, NOW));
});
afterAll(async () => {
  await closeReceiver();
  await closeNotifications();
});

/** Takes a signed delivery in, whatever its body is. */
async function receive(body: Uint8Array, at = NOW, headers: Record<string, string> = {}): Promise<void> {
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = sign("id", seconds, body, config().bigcommerce.clientSecret);
  const signed = {
    "webhook-id": "id",
    "webhook-timestamp": String(seconds),
    "webhook-signature": signature,
    ...headers,
  };
  const open = await receiver();
  expect(await open.receive({ storeHash: STORE, headers: signed, body }, at)).toEqual({ outcome: "stored" });
}

const page = (filter: object) => eventPage(STORE, { limit: 200, ...filter }, RETENTION_DAYS, NOW);

/** Opens an event and makes of it whatever the screens make; throws when one of them would. */
async function showAll(id: string) {
  const event = await openEvent(STORE, id, OLDEST);
  const { text } = layOut(event.body);
  expect(text.replaceAll(/\s/g, "")).toBe(event.body.replaceAll(/\s/g, ""));
  expect(
    jsonTokens(text)
      .map((token) => token.text)
      .join(""),
  ).toBe(text);
  expect(JSON.parse(jsonOf(event))).toMatchObject({ id });
  expect(JSON.parse(fixtureOf(event))).toHaveProperty("request");
  expect(curlOf(event)).toContain("--data-raw");
  const exported = { view: event, known: UNREAD, body: Buffer.from(event.body) };
  expect(csvRow(exported)).toContain(shortId(event.hash).replaceAll('"', '""'));
  expect(JSON.parse(ndjsonRow(exported))).toMatchObject({ id });
  return event;
}

const hashOf = (name: string) => createHash("sha1").update(name).digest("hex");
const order = (name: string, fields: object = {}) => ({
  producer: `stores/${STORE}`,
  hash: hashOf(name),
  created_at: SECONDS,
  scope: "store/order/created",
  data: { type: "order", id: 250 },
  ...fields,
});
const bytesOf = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

/** Odd arrivals of each kind, with a filter of the screen that finds each. */
const KINDS: readonly [name: string, body: Uint8Array, filter: object, expected: object][] = [
  [
    "milliseconds",
    bytesOf(order("ms", { created_at: NOW.getTime() - 60_000 })),
    { status: "flagged" },
    { flags: ["time_in_other_form"] },
  ],
  [
    "no time",
    bytesOf(order("untold", { created_at: undefined })),
    { status: "flagged" },
    { flags: ["time_unknown"] },
  ],
  [
    "a time in words",
    bytesOf(order("words", { created_at: "soon" })),
    { status: "flagged" },
    { flags: ["time_unknown"] },
  ],
  [
    "a time of 2099",
    bytesOf(order("2099", { created_at: 4_102_444_799 })),
    { status: "flagged" },
    { flags: ["time_ahead"] },
  ],
  [
    "a time of 2019",
    bytesOf(order("2019", { created_at: 1_549_832_453 })),
    { status: "flagged" },
    { flags: ["time_long_ago"] },
  ],
  [
    "a long id",
    bytesOf(JSON.stringify(order("long")).replace("250", "1152921506151679042")),
    { q: "order 1152921506151679042" },
    { summary: "Order 1152921506151679042 was created" },
  ],
  [
    "a hash in capitals",
    bytesOf(order("", { hash: hashOf("capitals").toUpperCase() })),
    { q: hashOf("capitals").toUpperCase() },
    { hash: hashOf("capitals") },
  ],
  [
    "a hash of other letters",
    bytesOf(order("", { hash: "Not-In-Base-16" })),
    { q: "hash:Not-In-Base-16" },
    { hash: "Not-In-Base-16" },
  ],
  [
    "a slash behind its scope",
    bytesOf(order("slash", { scope: "store/order/created/" })),
    { scope: "store/order/created", q: hashOf("slash") },
    { flags: [] },
  ],
  [
    "a key twice",
    bytesOf(`{"scope":"store/product/deleted",${JSON.stringify(order("twice")).slice(1)}`),
    { q: hashOf("twice") },
    { scope: "store/order/created" },
  ],
  [
    "60,000 brackets",
    bytesOf(JSON.stringify(order("deep")).replace('"type"', `"x":${nested(60_000)},"type"`)),
    { q: hashOf("deep") },
    { summary: "Order 250 was created" },
  ],
  [
    "60,000 brackets beside a long id",
    bytesOf(JSON.stringify(order("both")).replace('"id":250', `"x":${nested(60_000)},"id":9007199254740993`)),
    { q: hashOf("both") },
    { hash: hashOf("both") },
  ],
  ["no JSON", bytesOf("<order/>"), { status: "flagged" }, { scope: "unknown" }],
  ["nothing", bytesOf(""), { status: "flagged" }, { bodyBytes: 0 }],
  [
    "UTF-16",
    Buffer.from(JSON.stringify(order("utf-16")), "utf16le"),
    { status: "flagged" },
    { scope: "unknown" },
  ],
];

test.each(KINDS)("an arrival with %s is found, and shown", async (_, body, filter, expected) => {
  const known = new Set((await page({})).events.map(({ id }) => id));
  await receive(body);
  const isNew = ({ id }: { id: string }) => !known.has(id);
  const [listed, ...others] = (await page({})).events.filter(isNew);
  expect(others).toEqual([]);
  expect((await page(filter)).events.filter(isNew)).toEqual([listed]);
  const shown = await showAll(listed?.id ?? "");
  expect(shown).toMatchObject(expected);
  expect(shown.body).toBe(body.toString());
});

test("an event whose time lies ahead is not the last one for good", async () => {
  const later = new Date(NOW.getTime() + 60_000);
  await receive(bytesOf(order("from 2099", { created_at: 4_102_444_799 })));
  const next = order("the next one", {
    created_at: Math.floor(later.getTime() / 1000),
    data: { type: "order", id: 251 },
  });
  await receive(bytesOf(next), later);
  expect((await page({})).events[0]).toMatchObject({ hash: next.hash });
  const { lastEvent } = await readOverview({ storeHash: STORE, isOwner: true }, later);
  expect(lastEvent).toMatchObject({ summary: "Order 251 was created" });
  const { rows } = await database().pool.query("SELECT FROM event_hours WHERE last_event_at > $1", [later]);
  expect(rows).toEqual([]);
});

test("a compressed arrival is found as what was meant", async () => {
  await receive(gzipSync(bytesOf(order("zipped"))), NOW, { "content-encoding": "gzip" });
  expect((await page({ q: hashOf("zipped") })).events).toHaveLength(1);
});

test("whatever a body is, it is listed, opened, copied and exported", async () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: "binary" }),
    fc.double(),
    fc.constantFrom(null, 1e300),
  );
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map(bytesOf),
    fc
      .record(
        { hash: value, created_at: value, scope: value, producer: value, data: value },
        { requiredKeys: [] },
      )
      .map(bytesOf),
    fc.nat({ max: 100_000 }).map((depth) => bytesOf(nested(depth))),
  );
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      await database().pool.query("DELETE FROM events");
      await receive(Buffer.from(body));
      const { events } = await page({});
      // A body that names another store is that one's, and is seen there.
      const { rows } = await database().pool.query("SELECT store_hash FROM events");
      expect(rows).toHaveLength(1);
      expect(events).toHaveLength(rows[0]?.store_hash === STORE ? 1 : 0);
      for (const { id } of events) await showAll(id);
    }),
    { numRuns: 80 },
  );
});
