import { beforeAll, expect, test } from "vitest";
import { mergeOldDays } from "#lib/features/events/merging.records.ts";
import { packOldDays } from "#lib/features/events/packing.records.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { findEvent } from "#lib/features/events/records.ts";
import { oneDay, partitionName } from "#lib/features/events/slots.ts";
import { eventDetail } from "#lib/features/events/view.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { commitArrivals, type Arrival } from "#lib/features/receiver/commit.ts";
import { arrivalLikeReal } from "#tests/lab/arrivals.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

const STORE = StoreHash.parse("size1");
const NOW = new Date("2026-11-25T12:34:56.000Z");
const DAY = new Date("2026-11-20T00:00:00.000Z");
const PARTITION = partitionName(oneDay(DAY));
/** The aim is 0.75 GB for a million events of many stores and months; a small day has half-filled pages besides. */
const BYTES_PER_EVENT_MAX = 750;

beforeAll(() => ensurePartitions(new Date("2026-11-12T00:00:00.000Z"), NOW));

async function ask<Row extends object>(sql: string): Promise<Row[]> {
  return (await database().pool.query<Row>(sql)).rows;
}

const arrivalOf = (index: number): Arrival =>
  arrivalLikeReal(STORE, index, new Date(DAY.getTime() + index * 10));

/** Their form is known once eight have come, and another connection may store the next. */
async function learnForm(): Promise<void> {
  for (let index = 0; index < 8; index++) await commitArrivals([arrivalOf(1_000_000 + index)]);
  await expect
    .poll(async () => (await ask("SELECT FROM header_forms")).length, { timeout: 10_000 })
    .toBeGreaterThan(0);
}

async function shown({ hash, occurredAt }: Arrival) {
  const row = await findEvent(STORE, { hash, occurredAt: occurredAt ?? NOW });
  return row && eventDetail(row);
}

const listOf = ({ headers }: Arrival) => Object.entries(headers).map(([name, value]) => ({ name, value }));

test("headers are kept in short once their form is known, and shown as they came before and after", async () => {
  await learnForm();
  const [first, later] = [arrivalOf(1_000_000), arrivalOf(2_000_000)];
  await commitArrivals([later]);
  const rows = await ask<{ hash: string; brief: boolean; bytes: number }>(
    `SELECT hash, header_form IS NOT NULL AS brief,
       length(headers::text) + coalesce(length(header_values), 0) AS bytes FROM events`,
  );
  const bytesOf = ({ hash }: Arrival, brief: boolean) =>
    rows.find((row) => row.hash === hash && row.brief === brief)?.bytes;
  expect(bytesOf(first, false)).toBeGreaterThan(340);
  expect(bytesOf(later, true)).toBeLessThan(60);
  for (const each of [first, later]) expect((await shown(each))?.headers).toEqual(listOf(each));
});

test("an event beside another of the same hash and time shows the id that it came with", async () => {
  const one = arrivalOf(3_000_000);
  const other = {
    ...one,
    scope: "store/product/updated",
    resource: { type: "product", id: "7" },
    body: Buffer.from("{}"),
  };
  await commitArrivals([one, other]);
  const keys = await ask<{ hash: string; occurredAt: Date }>(
    `SELECT hash, occurred_at AS "occurredAt" FROM events WHERE left(hash, 40) = '${one.hash}' ORDER BY hash`,
  );
  expect(keys).toHaveLength(2);
  for (const key of keys) {
    const row = await findEvent(STORE, key);
    expect(row && eventDetail(row).headers).toEqual(listOf(one));
  }
});

test("many events take little room once their day is over and packed, while somebody reads and others come", async () => {
  const count = 8_000;
  for (let from = 0; from < count; from += 500)
    await commitArrivals(Array.from({ length: 500 }, (_, index) => arrivalOf(from + index)));
  const size = async () =>
    (await ask<{ bytes: number }>(`SELECT pg_total_relation_size('${PARTITION}')::int AS bytes`))[0]?.bytes ??
    0;
  const loose = await size();
  expect(await packOldDays(new Date("2026-11-21T23:00:00.000Z"))).toEqual({ packed: [], waiting: [] });
  const [packing] = await Promise.all([packOldDays(NOW), commitArrivals([arrivalOf(count)])]);
  expect(packing).toEqual({ packed: [PARTITION], waiting: [] });
  const [counted] = await ask<{ events: number }>(`SELECT count(*)::int AS events FROM ${PARTITION}`);
  expect((await size()) / (counted?.events ?? 0)).toBeLessThan(BYTES_PER_EVENT_MAX);
  expect(await size()).toBeLessThan(loose * 0.95);
  // What is left of a packing that was cut off goes with the next.
  await ask(`COMMENT ON TABLE ${PARTITION} IS NULL`);
  expect((await packOldDays(NOW)).packed).toEqual([PARTITION]);
  expect(await packOldDays(NOW)).toEqual({ packed: [], waiting: [] });
  expect(await ask("SELECT FROM pg_index WHERE NOT indisvalid")).toEqual([]);
  const { merged } = await mergeOldDays(new Date("2026-12-10T00:00:00.000Z"), 365);
  const notes = await ask<{ note: string }>(
    `SELECT DISTINCT obj_description(oid, 'pg_class') AS note FROM pg_class WHERE relname IN ('${merged.join("', '")}')`,
  );
  expect(notes).toEqual([{ note: "packed" }]);
});
