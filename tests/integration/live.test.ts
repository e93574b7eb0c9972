import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { followStore, type News } from "#lib/features/events/live-feed.ts";
import { liveEvents } from "#lib/features/events/live.ts";
import { keepPartitions } from "#lib/features/events/partitions.ts";
import { newestSeqs } from "#lib/features/events/records.ts";
import { StoreHash } from "#lib/ids.ts";
import { type Arrival, commitArrivals } from "#lib/features/receiver/commit.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

beforeAll(() => keepPartitions(new Date(), 30));
afterAll(closeNotifications);

const hashOf = (name: string) => createHash("sha1").update(name).digest("hex");
let made = 0;

/** New events of a store. */
function events(storeHash: StoreHash, count: number): Arrival[] {
  const now = new Date();
  return Array.from({ length: count }, () => ({
    storeHash,
    occurredAt: new Date(Math.floor(now.getTime() / 1000) * 1000),
    hash: hashOf(`live ${made++}`),
    scope: "store/order/created",
    resource: { type: "order", id: "1" },
    flags: [],
    body: Buffer.from("{}"),
    headers: {},
    proof: "both" as const,
    arrivedAt: now,
    isTest: false,
    isDemo: false,
  }));
}

/** Somebody who looks at a store, and what they have been told. */
function viewer(store: StoreHash, afterSeq: bigint | null = null) {
  const ended = new AbortController();
  const news: News[] = [];
  const watching = (async () => {
    for await (const each of liveEvents(store, afterSeq, ended.signal)) news.push(each);
  })();
  return {
    news,
    hashes: () => news.flatMap(({ rows }) => rows.map(({ hash }) => hash)),
    end: async () => {
      ended.abort();
      await watching;
    },
  };
}

/** Resolves when the feed of a store that is looked at has begun: what was committed before is no news to it. */
async function hasBegun(store: StoreHash): Promise<void> {
  const { ready, leave } = followStore(store, { hear: () => undefined, fail: () => undefined });
  await ready;
  leave();
}

const isListening = async () => {
  const { rowCount } = await database().pool.query(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%events%'",
  );
  return rowCount;
};

test("all viewers of a store hear of each new event once, in one object, and others of none", async () => {
  const store = StoreHash.parse("seen1");
  const [one, two, other] = [viewer(store), viewer(store), viewer(StoreHash.parse("seen2"))];
  await hasBegun(store);
  await expect.poll(isListening).toBe(1);
  const hashes: string[] = [];
  for (let commit = 0; commit < 20; commit++) {
    const batch = events(store, 5);
    hashes.push(...batch.map(({ hash }) => hash));
    await commitArrivals(batch);
  }
  await expect.poll(() => one.hashes().length).toBe(100);
  expect(one.hashes().toSorted()).toEqual(hashes.toSorted());
  expect(two.news).toEqual(one.news);
  expect(two.news.every((each, index) => each === one.news[index])).toBe(true);
  // Twenty commits, read together and not one by one.
  expect(one.news.length).toBeLessThan(20);
  expect(other.news).toEqual([]);
  await Promise.all([one.end(), two.end(), other.end()]);
});

test("a viewer who comes back is told what came meanwhile, and nothing is missed in between", async () => {
  const store = StoreHash.parse("back1");
  // More than a catch-up reads again for the sake of commits that ended late.
  for (let commit = 0; commit < 3; commit++) await commitArrivals(events(store, 500));
  const [last = 0n] = await newestSeqs(store, 1);
  const missed = events(store, 7);
  await commitArrivals(missed);
  const back = viewer(store, last);
  const fresh = events(store, 2);
  await commitArrivals(fresh);
  const told = () => new Set(back.hashes());
  await expect.poll(() => [...missed, ...fresh].every(({ hash }) => told().has(hash))).toBe(true);
  expect(back.news.some(({ hasGap }) => hasGap)).toBe(false);
  await back.end();
});

test("a viewer who missed more than a page of news is told that there is more", async () => {
  const store = StoreHash.parse("back2");
  await commitArrivals(events(store, 1));
  const [last = 0n] = await newestSeqs(store, 1);
  for (let commit = 0; commit < 6; commit++) await commitArrivals(events(store, 400));
  const back = viewer(store, last);
  await expect.poll(() => back.news.some(({ hasGap }) => hasGap)).toBe(true);
  await back.end();
});

test("nothing is missed or doubled when the connection that listens is cut", async () => {
  const store = StoreHash.parse("cut1");
  // More than a catch-up reads again.
  for (let commit = 0; commit < 3; commit++) await commitArrivals(events(store, 500));
  const watching = viewer(store);
  await hasBegun(store);
  await expect.poll(isListening).toBe(1);
  const hashes: string[] = [];
  const told = () => watching.hashes().filter((hash) => hashes.includes(hash));
  const commit = async () => {
    const batch = events(store, 4);
    hashes.push(...batch.map(({ hash }) => hash));
    await commitArrivals(batch);
  };
  await commit();
  await database().pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%events%'",
  );
  for (let count = 0; count < 10; count++) await commit();
  await expect.poll(() => told().length, { timeout: 10_000 }).toBe(hashes.length);
  await commit();
  await expect.poll(() => told().length).toBe(hashes.length);
  expect(told().toSorted()).toEqual(hashes.toSorted());
  expect(watching.news.some(({ hasGap }) => hasGap)).toBe(false);
  await watching.end();
});

test("a store that is too loud to follow is told of by its newest events and a gap", async () => {
  const store = StoreHash.parse("loud1");
  const watching = viewer(store);
  await hasBegun(store);
  await expect.poll(isListening).toBe(1);
  await commitArrivals(events(store, 1_500));
  await expect.poll(() => watching.news.some(({ hasGap }) => hasGap)).toBe(true);
  expect(watching.hashes().length).toBeLessThan(1_500);
  await watching.end();
});

test("what waits for a viewer who takes nothing is bounded, and nobody else waits", async () => {
  const store = StoreHash.parse("slow1");
  const ended = new AbortController();
  const slow = liveEvents(store, null, ended.signal);
  // The first event is taken, and then no more.
  const first = slow.next();
  const quick = viewer(store);
  await hasBegun(store);
  await expect.poll(isListening).toBe(1);
  let count = 0;
  for (; count < 1_200; count += 80) {
    await commitArrivals(events(store, 80));
    const expected = count + 80;
    await expect.poll(() => quick.hashes().length, { interval: 20 }).toBe(expected);
  }
  expect((await first).value).toMatchObject({ hasGap: false });
  const waiting: News[] = [];
  for (let next = await slow.next(); next.value?.hasGap === false; next = await slow.next())
    waiting.push(next.value);
  expect(waiting).toEqual([]);
  ended.abort();
  await slow.return();
  await quick.end();
});
