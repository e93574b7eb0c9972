import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as chartRoute from "#app/s/[storeHash]/api/chart/route.ts";
import { config } from "#lib/config/config.ts";
import { Chart } from "#lib/contract/chart.ts";
import { REJECTION_REASONS } from "#lib/contract/values/rejections.ts";
import { EVENT_GROUPS } from "#lib/contract/values/events.ts";
import { EventQuery } from "#lib/contract/events.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { StoreHash } from "#lib/ids.ts";
import { readChart } from "#lib/screens/chart/chart.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import { saveRejections } from "#lib/features/receiver/records.ts";
import { SECRET_HEADER } from "#lib/features/receiver/headers.ts";
import { useApp } from "#tests/support/app.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();
const app = useApp();
const NOW = new Date("2026-11-25T12:20:00.000Z");
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

beforeAll(() => ensurePartitions(new Date(NOW.getTime() - 31 * DAY_MS), new Date(NOW.getTime() + DAY_MS)));

afterAll(async () => {
  await closeReceiver();
  await closeNotifications();
});

async function installedStore(timezone = "UTC") {
  const store = app.newStore();
  const { cookie } = await app.install(store);
  // An open receiver hears of the store in a moment; one opened after this knows it.
  await closeReceiver();
  const hash = StoreHash.parse(store.hash);
  await database().prisma.store.update({ where: { hash }, data: { timezone } });
  return { hash, cookie };
}

let made = 0;

/** Plays a delivery of something that happened at `at`, `copies` times. */
async function deliver(
  hash: StoreHash,
  { scope = "store/order/created", at, delayMs = 1_000, copies = 1 }: Delivery,
): Promise<void> {
  made++;
  const body = JSON.stringify({
    scope,
    producer: `stores/${hash}`,
    hash: String(made).padStart(40, "0"),
    created_at: Math.floor(Date.parse(at) / 1_000),
    store_id: "1",
    data: { type: "order", id: made },
  });
  const secret = (await storeCredentials(hash))?.webhookSecret ?? "";
  const headers = { [SECRET_HEADER.toLowerCase()]: secret };
  const open = await receiver();
  const delivery = { storeHash: hash, headers, body: Buffer.from(body) };
  const arrivedAt = new Date(Date.parse(at) + delayMs);
  // The receiver hears of a new store a moment after its installation.
  await expect.poll(() => open.prove(delivery, arrivedAt).isProven).toBe(true);
  for (let copy = 0; copy < copies; copy++) {
    expect(await open.receive(delivery, arrivedAt)).toEqual({ outcome: "stored" });
  }
}

interface Delivery {
  scope?: string;
  at: string;
  delayMs?: number;
  copies?: number;
}

const countsOf = ({ buckets }: Chart) =>
  buckets.map(({ counts }) => counts.reduce((sum, one) => sum + one, 0));
const bucketAt = ({ buckets }: Chart, iso: string) =>
  buckets.find(({ start, end }) => start <= iso && iso < end);

describe("a chart", () => {
  test("counts by hour or by day and by group, with repeats, delays and refusals", async () => {
    const { hash } = await installedStore();
    await deliver(hash, { at: "2026-11-25T10:05:00Z", delayMs: 2_000, copies: 3 });
    await deliver(hash, { at: "2026-11-25T10:59:59Z", delayMs: 4_000, scope: "store/cart/created" });
    await deliver(hash, { at: "2026-11-25T11:00:00Z", scope: "store/robot/built" });
    await deliver(hash, { at: "2026-11-22T23:59:59Z" });
    const last = { headers: [], values: {}, bytes: 2 };
    const at = new Date("2026-11-25T10:30:00.000Z");
    await saveRejections(
      REJECTION_REASONS.slice(0, 2).map((reason) => ({
        storeHash: hash,
        reason,
        count: 2,
        firstAt: at,
        lastAt: at,
        last,
      })),
    );

    const hours = await readChart(hash, { period: "24h" }, NOW);
    expect(hours.series).toEqual(["orders", "carts", "other"]);
    expect(bucketAt(hours, "2026-11-25T10:00:00.000Z")).toMatchObject({
      counts: [1, 1, 0],
      repeats: 2,
      rejected: 4,
      delayMs: { median: 3_000, p95: 3_900 },
    });
    expect(bucketAt(hours, "2026-11-25T11:00:00.000Z")).toMatchObject({ counts: [0, 0, 1], rejected: 0 });
    expect(countsOf(hours).reduce((sum, one) => sum + one)).toBe(3);

    const days = await readChart(hash, { period: "7d" }, NOW);
    expect(countsOf(days)).toEqual([0, 0, 0, 1, 0, 0, 3]);
    expect(days.buckets.map(({ rejected }) => rejected)).toEqual([0, 0, 0, 0, 0, 0, 4]);
    expect(days.mostFrequent[0]).toEqual({ scope: "store/order/created", title: "Order created", events: 2 });
  });

  test("has the days of the store's time zone", async () => {
    const { hash } = await installedStore("America/Chicago");
    await deliver(hash, { at: "2026-11-24T05:59:59Z" });
    await deliver(hash, { at: "2026-11-24T06:00:00Z" });
    const days = await readChart(hash, { period: "7d" }, NOW);
    expect(days.timeZone).toBe("America/Chicago");
    expect(countsOf(days)).toEqual([0, 0, 0, 0, 1, 1, 0]);
  });

  test("shows UTC where the store's zone is unknown", async () => {
    const { hash } = await installedStore("Mars/Olympus");
    expect((await readChart(hash, { period: "7d" }, NOW)).timeZone).toBe("UTC");
  });

  test("shows no more than the store keeps", async () => {
    const { hash } = await installedStore();
    await deliver(hash, { at: "2026-11-20T10:00:00Z" });
    await database().prisma.store.update({ where: { hash }, data: { retentionDays: 3 } });
    const days = await readChart(hash, { period: "7d" }, NOW);
    expect(days.keptDays).toBe(3);
    expect(days.buckets.map(({ isKept }) => isKept)).toEqual([false, false, false, true, true, true, true]);
    expect(countsOf(days)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test("shows what says that it happens in the future when it arrived", async () => {
    const { hash } = await installedStore();
    await deliver(hash, { at: "2026-11-25T14:00:00Z", delayMs: -2.5 * HOUR_MS });
    const chart = await readChart(hash, { period: "24h" }, NOW);
    expect(bucketAt(chart, "2026-11-25T11:30:00.000Z")?.counts).toEqual([1]);
    expect(countsOf(chart).filter((count) => count > 0)).toEqual([1]);
  });

  test("of an event type has that one alone, of a wildcard its members", async () => {
    const { hash } = await installedStore();
    await deliver(hash, { at: "2026-11-25T10:05:00Z", delayMs: 9_000 });
    await deliver(hash, { at: "2026-11-25T10:06:00Z", scope: "store/order/updated", copies: 2 });
    await deliver(hash, { at: "2026-11-25T10:06:30Z", scope: "store/order/updated" });
    await deliver(hash, { at: "2026-11-25T10:07:00Z", scope: "store/cart/created" });
    const of = async (scope: string) =>
      bucketAt(await readChart(hash, { period: "24h", scope }, NOW), "2026-11-25T10:00:00.000Z");
    expect(await of("store/order/created")).toMatchObject({
      counts: [1],
      repeats: 0,
      rejected: null,
      delayMs: { median: 9_000, p95: 9_000 },
    });
    // Its delay is that of the most frequent of them.
    expect(await of("store/order/*")).toMatchObject({
      counts: [3],
      repeats: 1,
      delayMs: { median: 1_000, p95: 1_000 },
    });
    expect(await of("store/order/deleted")).toMatchObject({ counts: [0], delayMs: null });
  });

  test.each(["America/Chicago", "Asia/Kolkata"])(
    "counts in %s what the log shows of each bar's time and group",
    async (timezone) => {
      const { hash } = await installedStore(timezone);
      const scopes = ["store/order/created", "store/cart/created", "store/product/updated"];
      for (let index = 0; index < 40; index++) {
        const at = new Date(NOW.getTime() - ((index * 7_919) % (7 * 24 * 60)) * 60_000).toISOString();
        await deliver(hash, { at, scope: scopes[index % 3] ?? "" });
      }
      const chart = await readChart(hash, { period: "7d" }, NOW);
      let compared = 0;
      for (const { start, end, counts } of chart.buckets) {
        const to = new Date(Date.parse(end) - 1).toISOString();
        for (const [place, series] of chart.series.entries()) {
          const group = EVENT_GROUPS.find((known) => known === series);
          const { events } = await eventPage(hash, EventQuery.parse({ from: start, to, group }), 30, NOW);
          expect(events).toHaveLength(counts[place] ?? 0);
          compared += events.length;
        }
      }
      expect(compared).toBeGreaterThan(30);
    },
  );
});

describe("the chart's route", () => {
  const ask = (path: string, hash: string, cookie: string) =>
    chartRoute.GET(new Request(`${config().appUrl}/s/${hash}/api/${path}`, { headers: { Cookie: cookie } }), {
      params: Promise.resolve({ storeHash: hash }),
    });

  test("answers in its shape, for 24 hours unless another period is asked for", async () => {
    const { hash, cookie } = await installedStore();
    const chart = Chart.parse(await (await ask("chart", hash, cookie)).json());
    expect(chart).toMatchObject({ period: "24h", scopes: null, keptDays: config().eventRetentionDays });
    expect(chart.buckets).toHaveLength(24);
    const month = Chart.parse(
      await (await ask("chart?period=30d&scope=store/order/created", hash, cookie)).json(),
    );
    expect(month).toMatchObject({ period: "30d", scopes: ["store/order/created"], series: ["all"] });
  });

  test("shows no store what another one received", async () => {
    const busy = await installedStore();
    const quiet = await installedStore();
    await deliver(busy.hash, { at: new Date().toISOString() });
    const chart = Chart.parse(await (await ask("chart?period=30d", quiet.hash, quiet.cookie)).json());
    expect(countsOf(chart).every((count) => count === 0)).toBe(true);
    const own = Chart.parse(await (await ask("chart?period=30d", busy.hash, busy.cookie)).json());
    expect(countsOf(own).at(-1)).toBe(1);
  });

  test.each([
    ["an unknown period", "chart?period=1y"],
    ["an empty scope", "chart?scope="],
    ["a scope that is too long", `chart?scope=${"x".repeat(201)}`],
  ])("refuses %s", async (_what, path) => {
    const { hash, cookie } = await installedStore();
    expect((await ask(path, hash, cookie)).status).toBe(400);
  });
});
