import { afterAll, beforeAll, expect, test } from "vitest";
import { endSessions } from "#lib/features/auth/records.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { dayOf } from "#lib/features/events/slots.ts";
import { StoreHash } from "#lib/ids.ts";
import type { Child } from "#scripts/child.ts";
import { fillDay } from "#tests/bench/fill.ts";
import { openSession } from "#tests/bench/session.ts";
import { openExport, watchPeak } from "#tests/lab/export.ts";
import { addStore, residentBytes, start, type LabProcess } from "#tests/lab/lab.ts";
import { useDatabase } from "#tests/support/database.ts";

const DAY_MS = 86_400_000;
const EVENTS = 100_000;
const GROWTH_MAX = 50 * 1024 ** 2;
/** The whole takes half a minute, and many times that on a busy machine. */
const SLOW_MS = 600_000;

const STORE = StoreHash.parse("full");
const yesterday = new Date(dayOf(new Date()).getTime() - DAY_MS);

useDatabase();

const children: Child[] = [];
let app: LabProcess;

beforeAll(async () => {
  app = await start("tests/lab/export-server.ts", {}, children);
  await addStore(STORE);
  await ensurePartitions(yesterday, yesterday);
  await fillDay({ storeHash: STORE, day: yesterday, events: EVENTS });
}, SLOW_MS);
afterAll(async () => {
  for (const child of children) await child.stop();
});

async function open(query = "") {
  const { bearer } = await openSession(STORE);
  return openExport(app, { storeHash: STORE, bearer, query });
}

test(
  "100,000 events are exported to the last, and memory stays as it was",
  async () => {
    // A twentieth of the day first, so that everything is loaded.
    const part = `&from=${new Date(yesterday.getTime() + 0.95 * DAY_MS).toISOString()}`;
    expect((await (await open(part)).readAll()).lines).toBe(EVENTS / 20);
    const before = residentBytes(app.pid);
    const peak = watchPeak(app);
    const { lines, bytes } = await (await open()).readAll();
    expect(lines).toBe(EVENTS);
    expect(bytes).toBeGreaterThan(GROWTH_MAX);
    expect(peak() - before).toBeLessThan(GROWTH_MAX);
  },
  SLOW_MS,
);

test("a person has two exports at once, and one who leaves in the middle makes room", async () => {
  const [one, two] = [await open(), await open()];
  expect([one.status, two.status]).toEqual([200, 200]);
  expect((await open()).status).toBe(429);
  one.leave();
  two.leave();
  const another = async () => {
    const next = await open();
    next.leave();
    return next.status;
  };
  await expect.poll(another, { timeout: 10_000 }).toBe(200);
});

test(
  "an export is cut off within seconds when its reader's sessions are ended",
  async () => {
    const under = await open();
    const read = under.readAll();
    const beganAtMs = performance.now();
    await endSessions(STORE, "7");
    await expect(read).rejects.toThrow("terminated");
    expect(performance.now() - beganAtMs).toBeLessThan(10_000);
    // Its place is free.
    const next = await Promise.all([open(), open()]);
    expect(next.map(({ status }) => status)).toEqual([200, 200]);
    for (const each of next) each.leave();
  },
  SLOW_MS,
);
