import { gunzipSync } from "node:zlib";
import { beforeAll, expect, test, vi } from "vitest";
import type { ExportFormat } from "#lib/contract/values/export-formats.ts";
import type { EventFilter } from "#lib/contract/events.ts";
import { database } from "#lib/platform/db/client.ts";
import { exportEvents, exportSelected } from "#lib/features/events/export/export.ts";
import { eventId } from "#lib/features/events/ids.ts";
import { legsOfFilter, eventPage } from "#lib/features/events/log.ts";
import { listEvents } from "#lib/features/events/list.records.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { ANYTHING } from "#lib/features/events/sought.ts";
import { StoreHash } from "#lib/ids.ts";
import { BODY_BYTES_MAX } from "#lib/features/receiver/receive.ts";
import { speaking } from "#lib/messages/language.ts";
import { exportInThread } from "#lib/screens/export/threaded.ts";
import { fillDay } from "#tests/bench/fill.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const STORE = StoreHash.parse("full");
const OTHER = StoreHash.parse("other");
const NOW = new Date("2026-11-25T00:00:00.000Z");
const DAY = new Date("2026-11-24T00:00:00.000Z");
const RETENTION_DAYS = 30;
const KEPT = { retentionDays: RETENTION_DAYS, now: NOW };
const ORDER = {
  access: { storeHash: STORE, isOwner: true },
  asked: { filter: {}, legs: [ANYTHING] },
  format: "csv",
  kept: KEPT,
  language: "en",
} as const;
const NOTHING_KNOWN = { find: () => Promise.resolve([]) };
const tell = () => Promise.resolve(new Map());
const EVENTS = 1_234;
const SCOPE = "store/order/created";

beforeAll(async () => {
  await ensurePartitions(DAY, NOW);
  await fillDay({ storeHash: STORE, day: DAY, events: EVENTS });
  await fillDay({ storeHash: OTHER, day: DAY, events: 100 });
});

async function lines(filter: EventFilter, format: ExportFormat) {
  const { estimate, parts } = await exportEvents(
    STORE,
    { filter, legs: await legsOfFilter(filter, NOTHING_KNOWN) },
    format,
    KEPT,
    tell,
  );
  const text = await textOf(parts);
  return { estimate, text, lines: linesOf(text) };
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}

async function fileOf(parts: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const part of parts) pieces.push(Buffer.from(part));
  return Buffer.concat(pieces);
}

const linesOf = (text: string) => text.trimEnd().split(/\r?\n/);

/** What the list shows, page by page. */
async function listed(filter: EventFilter): Promise<string[]> {
  const hashes: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { ...filter, limit: 200, ...(cursor && { cursor }) };
    const page = await eventPage(STORE, query, RETENTION_DAYS, NOW);
    hashes.push(...page.events.map(({ hash }) => hash));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return hashes;
}

test.each<[string, EventFilter, boolean]>([
  ["without a filter", {}, true],
  ["by event type", { scope: SCOPE }, true],
  ["by two event types", { scope: `${SCOPE},store/product/updated` }, true],
  ["by result", { status: "repeated" }, false],
  ["by what it is about", { resource: "order:17" }, false],
])("both kinds of file hold what the list shows %s", async (_name, filter, isEstimated) => {
  const expected = await listed(filter);
  const csv = await lines(filter, "csv");
  const [head = "", ...rows] = csv.lines;
  expect(head.split(",").slice(0, 2)).toEqual(["\u{feff}id", "happened_at"]);
  expect(rows.map((row) => row.split(",").at(-1))).toEqual(expected);
  const ndjson = await lines(filter, "ndjson");
  const objects = ndjson.lines.filter(Boolean).map((line) => JSON.parse(line) as Record<string, string>);
  expect(objects.map(({ hash }) => hash)).toEqual(expected);
  for (const { body = "", hash } of objects) expect(JSON.parse(body)).toMatchObject({ hash });
  expect(csv.estimate).toBe(isEstimated ? expected.length : null);
});

test("an export that is made in a thread is the same file, in the language of who asks", async () => {
  const { text } = await speaking("de", () => lines({}, "csv"));
  const order = { ...ORDER, language: "de" } as const;
  const plain = await exportInThread({ ...order, isCompressed: false }, () => Promise.resolve(true));
  expect(String(await fileOf(plain.parts))).toBe(text);
  expect(plain.estimate).toBe(EVENTS);
  const compressed = await exportInThread({ ...order, isCompressed: true }, () => Promise.resolve(true));
  const file = await fileOf(compressed.parts);
  expect(String(gunzipSync(file))).toBe(text);
  expect(file.byteLength).toBeLessThan(text.length / 2);
  expect(compressed.estimate).toBe(EVENTS);
});

test.each([false, true])(
  "a page of the largest bodies fits into the thread (compressed: %s)",
  async (isCompressed) => {
    const large = StoreHash.parse(isCompressed ? "large1" : "large0");
    await fillDay({ storeHash: large, day: DAY, events: 100 });
    await database().pool.query(
      "UPDATE events SET body = convert_to(rpad('', $2, '{\"a\":1,'), 'UTF8') WHERE store_hash = $1",
      [large, BODY_BYTES_MAX],
    );
    const order = {
      ...ORDER,
      access: { storeHash: large, isOwner: true },
      format: "ndjson",
      isCompressed,
    } as const;
    const { parts } = await exportInThread(order, () => Promise.resolve(true));
    const file = await fileOf(parts);
    expect((isCompressed ? gunzipSync(file) : file).byteLength).toBeGreaterThan(100 * BODY_BYTES_MAX);
  },
);

test("the thread of an export that nobody reads ends", async () => {
  const readers = async () => {
    const { rows } = await database().pool.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '% reader'",
    );
    return rows.map(({ pid }) => pid);
  };
  const others = new Set(await readers());
  const ofThread = async () => (await readers()).filter((pid) => !others.has(pid)).length;
  const order = { ...ORDER, isCompressed: false };
  const { parts, close } = await exportInThread(order, () => Promise.resolve(true));
  expect(await ofThread()).toBe(1);
  close();
  await expect.poll(ofThread).toBe(0);
  await expect(parts.next()).rejects.toThrow("ended before its file did");
});

test("an export fails, rather than ends, once its reader may not see the store any more", async () => {
  vi.spyOn(performance, "now").mockImplementation(
    (
      (clock = 0) =>
      () =>
        (clock += 1_500)
    )(),
  );
  const isStillAllowed = vi.fn(() => Promise.resolve(false));
  const order = { ...ORDER, isCompressed: false };
  const { parts, close } = await exportInThread(order, isStillAllowed);
  await parts.next();
  await expect(parts.next()).rejects.toThrow("no longer opens the store");
  close();
  expect(isStillAllowed).toHaveBeenCalledOnce();
});

test("events that were selected come newest first, and ids of another store find nothing", async () => {
  const options = { after: null, limit: 3, oldest: DAY };
  const [own, others] = [
    await listEvents(STORE, [ANYTHING], {}, options),
    await listEvents(OTHER, [ANYTHING], {}, options),
  ];
  const ids = [...own.toReversed(), ...others].map(eventId);
  const { estimate, parts } = await exportSelected(STORE, [...ids, "none"], "ndjson", KEPT, tell);
  const hashes = linesOf(await textOf(parts)).map((line) => (JSON.parse(line) as { hash: string }).hash);
  expect(hashes).toEqual(own.map(({ hash }) => hash));
  expect(estimate).toBe(3);
  const csv = await exportSelected(STORE, ids.slice(3), "csv", KEPT, tell);
  expect(linesOf(await textOf(csv.parts))).toHaveLength(1);
  const later = { retentionDays: 1, now: new Date("2026-11-26T00:00:00.000Z") };
  expect((await exportSelected(STORE, ids, "ndjson", later, tell)).estimate).toBe(0);
});

test("an export whose first page takes too long is refused before anything of it is sent", async () => {
  const { pool } = database();
  const locker = await pool.connect();
  try {
    await locker.query("BEGIN");
    await locker.query("LOCK TABLE events");
    const exported = expect(lines({}, "csv")).rejects.toMatchObject({ code: "SEARCH_TIMED_OUT" });
    const cancel = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM events%'`;
    await expect.poll(async () => (await pool.query(cancel)).rowCount).toBe(1);
    await exported;
  } finally {
    await locker.query("ROLLBACK");
    locker.release();
  }
});
