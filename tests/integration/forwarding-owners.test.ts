import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, expect, inject, onTestFinished, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { writeNotes, type Notes } from "#lib/features/forwarding/deliveries.records.ts";
import { claimFeeds, releaseFeeds, renewFeeds } from "#lib/features/forwarding/owners.records.ts";
import { TIMES } from "#lib/features/forwarding/times.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { DESTINATIONS_CHANNEL } from "#lib/platform/db/channels.ts";
import { database } from "#lib/platform/db/client.ts";
import { hourOf } from "#lib/time.ts";
import { holdPresence, workersThere } from "#lib/platform/queue/presence.ts";
import { fastest, killForwarders, startsAt } from "#tests/crash/forwarding.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  QUICK,
  arrivals,
  forwarding,
  keptOf,
  newDestination,
  newStore,
  receive,
  stopForwarders,
} from "#tests/support/forwarding.ts";
import { useSink } from "#tests/support/sink.ts";

useDatabase();
const sink = useSink();
afterEach(async () => {
  await stopForwarders();
  await database().pool.query("DELETE FROM destinations");
});

const ask = async (sql: string, values: unknown[] = []) =>
  (await database().pool.query<Record<string, unknown>>(sql, values)).rows;
const ownerOf = async (id: string) =>
  (await ask("SELECT owner_id FROM feeds WHERE destination_id = $1", [id]))[0]?.owner_id;

test("killed workers lose nothing, send no more twice than was under way, and keep a limit", async () => {
  const { lost, copies, copiesMax, fastest: perSecond, limit, events, uneven } = await killForwarders(2, 700);
  expect(events).toBeGreaterThan(100);
  expect([lost, uneven]).toEqual([0, 0]);
  expect(copies).toBeLessThanOrEqual(copiesMax);
  expect(perSecond).toBeLessThanOrEqual(limit + 1);
});

test("whoever claims later owns it: what the one before writes changes nothing, and it may not renew", async () => {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/stale"));
  const asked: (() => void)[] = [];
  sink.answer("/stale", (_, response) => asked.push(() => response.end()));
  const { position } = await keptOf(id);
  await receive(arrivals(store, 5));
  const stale = forwarding();
  await expect.poll(() => asked.length).toBe(5);
  await ask("UPDATE feeds SET owned_until = now() - interval '1 second' WHERE destination_id = $1", [id]);
  const [claim] = await claimFeeds("another", 10, 60_000);
  expect(claim).toMatchObject({ destinationId: id, positionSeq: position });
  const mine = await ask("SELECT * FROM feeds WHERE destination_id = $1", [id]);
  for (const answer of asked) answer();
  await expect.poll(() => sink.received("/stale").length).toBe(5);
  await pause(400);
  await stale.stop();
  expect(await ask("SELECT * FROM feeds WHERE destination_id = $1", [id])).toEqual(mine);
  expect(await keptOf(id)).toMatchObject({ position, attempts: 0, waiting: 0, hours: { delivered: 0 } });
  const old = { destinationId: id, epoch: (claim?.epoch ?? 0) - 1 };
  expect(await renewFeeds(stale.ownerId, [old], 1_000)).toEqual(new Set());
  await releaseFeeds(stale.ownerId, [old]);
  expect(await ownerOf(id)).toBe("another");
});

test("what is written again, since the answer to its commit was lost, is counted once", async () => {
  const storeHash = await newStore();
  const destinationId = await newDestination(storeHash, sink.url("/twice"));
  const [claim] = await claimFeeds("mine", 1, 60_000);
  if (!claim) throw new Error("there is nothing to claim");
  const at = new Date();
  const event = {
    destinationId,
    storeHash,
    seq: 1n,
    occurredAt: at,
    hash: "h",
    scope: "store/order/created",
    at,
  };
  const attempt = {
    ...event,
    attempt: 1,
    outcome: "delivered",
    status: 200,
    failure: null,
    tookMs: 1,
    answer: null,
  } as const;
  const counts = {
    destinationId,
    hour: hourOf(at),
    delivered: 1,
    failed: 0,
    givenUp: 0,
    skipped: 0,
    notWanted: 3,
  };
  const write = (writtenNo: number, attempts: Notes["attempts"]) =>
    writeNotes("mine", {
      feeds: [{ ...claim, writtenNo, doneSeq: 0n }],
      attempts,
      retries: [],
      over: [],
      hours: [counts],
    });
  for (const number of [1, 1, 2, 1, 2])
    expect(await write(number, [{ ...attempt, seq: BigInt(number) }])).toEqual(new Set([destinationId]));
  expect(await keptOf(destinationId)).toMatchObject({ delivered: 2, hours: { delivered: 2, notWanted: 6 } });
});

test("a claim that ran out is not renewed, although no one else has it", async () => {
  const id = await newDestination(await newStore(), sink.url("/out"));
  const [claim] = await claimFeeds("late", 1, 20);
  await pause(30);
  expect(await renewFeeds("late", claim ? [claim] : [], 1_000)).toEqual(new Set());
  expect(await claimFeeds("other", 1, 1_000)).toMatchObject([
    { destinationId: id, epoch: (claim?.epoch ?? 0) + 1 },
  ]);
});

test("workers share destinations, and one that stops hands them over with nothing twice", async () => {
  const store = await newStore();
  const paths = Array.from({ length: 6 }, (_, index) => `/shared-${index}`);
  for (const path of paths) await newDestination(store, sink.url(path));
  const owners = async () => {
    const rows = await ask("SELECT owner_id, count(*)::int AS count FROM feeds GROUP BY 1 ORDER BY 2");
    return rows.map((row) => [row.owner_id, row.count]);
  };
  const first = forwarding();
  await expect.poll(owners).toEqual([[first.ownerId, 6]]);
  // That a second worker is there shows before it owns anything.
  const [leaveFirst, leaveSecond] = [holdPresence("first"), holdPresence("second")];
  onTestFinished(leaveSecond);
  const second = forwarding();
  await expect.poll(async () => (await owners()).map(([, count]) => count)).toEqual([3, 3]);
  await receive(arrivals(store, 200));
  await Promise.all([first.stop(), leaveFirst()]);
  await receive(arrivals(store, 200));
  await expect.poll(owners).toEqual([[second.ownerId, 6]]);
  for (const path of paths) await expect.poll(() => sink.received(path).length).toBe(400);
  for (const path of paths) expect(new Set(sink.received(path).map(({ id }) => id)).size).toBe(400);
});

test("what a worker lets go, or leaves behind at its end, another owns at once and not with its next look", async () => {
  const store = await newStore();
  const paths = Array.from({ length: 4 }, (_, index) => `/handed-${index}`);
  for (const path of paths) await newDestination(store, sink.url(path));
  const owned = async () =>
    (
      await ask(`SELECT count(*)::int AS count FROM feeds WHERE owner_id IS NOT NULL
        GROUP BY owner_id, owned_until > now() ORDER BY 1`)
    ).map(({ count }) => count);
  // Looks come at the start and then not again while this test lasts.
  const start = () => startWorker({ times: { ...TIMES, sweepMs: 3_600_000 } });
  const first = await start();
  onTestFinished(first.stop);
  await expect.poll(owned).toEqual([4]);
  const second = await start();
  onTestFinished(second.stop);
  await expect.poll(workersThere).toBe(2);
  await ask("SELECT pg_notify($1, $2)", [DESTINATIONS_CHANNEL, "a change anywhere"]);
  await expect.poll(owned).toEqual([2, 2]);
  await receive(arrivals(store, 30));
  await first.stop();
  await receive(arrivals(store, 30));
  for (const path of paths) await expect.poll(() => sink.received(path).length).toBe(60);
  expect(await owned()).toEqual([4]);
  // Four were claimed at first, two were let go, two were left behind: none went back and forth.
  expect(await ask("SELECT sum(epoch)::int AS claims FROM feeds")).toEqual([{ claims: 8 }]);
});

test("a worker that is stopped while it claims leaves no claim behind", async () => {
  const store = await newStore();
  for (let index = 0; index < 6; index++) await newDestination(store, sink.url(`/left-${index}`));
  for (let turn = 0; turn < 20; turn++) {
    const worker = forwarding();
    await pause(turn);
    await worker.stop();
    expect(await ask("SELECT FROM feeds WHERE owner_id IS NOT NULL")).toEqual([]);
  }
});

test("a limit holds when a destination changes hands", async () => {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/limited"), { ratePerSecond: 40, concurrency: 20 });
  await receive(arrivals(store, 200));
  for (let turn = 0; turn < 4; turn++) {
    const owner = forwarding();
    await pause(500);
    await owner.stop();
  }
  const starts = await startsAt(id);
  expect(starts.length).toBeGreaterThan(40);
  expect(fastest(starts)).toBeLessThanOrEqual(41);
});

test("a database that goes away costs nothing: all goes on once it is back", async () => {
  const store = await newStore();
  const id = await newDestination(store, sink.url("/away"));
  const admin = new pg.Client({ connectionString: inject("serverUrl") });
  await admin.connect();
  onTestFinished(() => admin.end());
  const name = new URL(config().databaseUrl ?? "").pathname.slice(1);
  const allow = (isAllowed: boolean) => admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${isAllowed}`);
  sink.answer("/away", (_, response) => setTimeout(() => response.end(), 20));
  forwarding({ times: { ...QUICK, ownMs: 1_500, renewMs: 300 } });
  await receive(arrivals(store, 400));
  await expect.poll(() => sink.received("/away").length).toBeGreaterThan(20);
  await allow(false);
  await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  await pause(2_500);
  const meanwhile = sink.received("/away").length;
  await allow(true);
  const backMs = performance.now();
  await expect.poll(() => sink.received("/away").length, { timeout: 10_000 }).toBeGreaterThan(meanwhile);
  expect(performance.now() - backMs).toBeLessThan(10_000);
  await expect.poll(async () => (await keptOf(id)).delivered).toBe(400);
  expect(new Set(sink.received("/away").map((received) => received.id)).size).toBe(400);
  expect(sink.received("/away")).toHaveLength(400);
});
