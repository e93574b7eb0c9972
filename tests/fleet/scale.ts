import { statfsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { briefHeaders } from "#lib/features/events/brief-headers.ts";
import { packOldDays } from "#lib/features/events/packing.records.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { dayOf } from "#lib/features/events/slots.ts";
import { maskHeaders } from "#lib/features/receiver/headers.ts";
import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { enqueueJobs } from "#lib/platform/queue/enqueue.ts";
import { fillDay, settleLog } from "#tests/bench/fill.ts";
import { benchStore, fillStores } from "#tests/bench/many-stores.ts";
import { openSession } from "#tests/bench/session.ts";
import { percentile } from "#tests/bench/statistics.ts";
import { signedDeliveries, type Sender } from "#tests/lab/deliveries.ts";
import type { Found } from "#tests/lab/found.ts";
import { openFleet, RECEIVERS, type Fleet } from "./fleet.ts";
import { watchMachine } from "./machine.ts";
import { costOf, memory, watchProcesses, type Cost } from "./processes.ts";
import { eventsThatFit, sizingTable, type Sizing } from "./sizing.ts";
import type { Stage } from "./stage.ts";
import { faultsOfLoad, limitOf } from "./verdict.ts";

const DAYS = 30;
const DAY_MS = 86_400_000;
const MB = 1024 ** 2;
/** A process that has nothing to do comes to rest. */
const REST_MS = 30_000;
const LOOK_MS = 1_000;
const PAGE_TURNS = 20;
const PAGES = { Overview: "overview", "the log": "events", "the webhooks": "subscriptions" } as const;
const SLICE = 1_000;
/** Stores that are checked at once: enough to tell what one costs, and no quarter of an hour. */
const CHECKED_MAX = 2_000;
/** Days that are written at the same time. */
const WRITERS = 2;
/** Of a body in `keptHeaders`. */
const BODY_BYTES = 178;

/** What thousands of stores with a long log cost. */
export async function scale(stage: Stage): Promise<Found> {
  const { lab, stores, perSecond, seconds, say } = stage;
  const { bavail, bsize } = statfsSync(lab.dataDir);
  const events = eventsThatFit(stage.events, bavail * bsize);
  if (events < stage.events) say(`The disk has room for ${events} of ${stage.events} events.`);
  await fill(stage, events);
  const diskMbPerMillion = await disk(events);

  const startsMs: { receiver: number[]; worker: number[] } = { receiver: [], worker: [] };
  const fleet = await openFleet(lab, {
    stores,
    hasHooks: true,
    onStarted: (kind, tookMs) => startsMs[kind].push(tookMs),
  });
  const watching = watchProcesses(fleet, Number(new URL(lab.databaseUrl).port));
  await pause(REST_MS);
  const restMb = memory(fleet);
  say("reading pages ...");
  const pagesMs = await readPages(fleet, stores);
  const checked = Math.min(stores, CHECKED_MAX);
  say(`checking ${checked} stores ...`);
  const machine = watchMachine();
  const checks = await costOf(lab, fleet, () => checkAll(checked));
  say(`sending ${perSecond} deliveries a second for ${seconds} s ...`);
  const load = fleet.startLoad(perSecond);
  const deliveries = await costOf(lab, fleet, () => pause(seconds * 1_000));
  const report = await load.end(fleet.readLog, REST_MS);
  const { mostMb, connections } = watching.end();
  const limit = limitOf(machine.end());
  await fleet.close();
  const each = (cost: Cost, count: number) => ({
    receiver: cost.receiver / count,
    worker: cost.worker / count,
    database: cost.database / count,
  });
  const sizing: Sizing = {
    stores,
    events,
    startMs: { receiver: Math.max(...startsMs.receiver), worker: Math.max(...startsMs.worker) },
    restMb,
    mostMb,
    connections,
    pagesMs,
    checked,
    checkSeconds: checks.tookMs / 1_000,
    checkCpuMs: each(checks, checked),
    diskMbPerMillion,
    deliveryCpuMs: each(deliveries, report.sent),
  };
  say(sizingTable(sizing));
  return {
    figures: { events, stores, sent: report.sent, lost: report.lost, doubled: report.doubled },
    faults: faultsOfLoad(report, 100),
    ...(limit !== null && { notes: [limit] }),
  };
}

/** Writes stores, and a month of events into the tables of each day. */
async function fill({ lab, stores, say }: Stage, events: number): Promise<void> {
  const beganMs = performance.now();
  await fillStores(stores);
  const today = dayOf(new Date());
  await ensurePartitions(new Date(today.getTime() - DAYS * DAY_MS), today);
  const brief = await keptHeaders(lab.sender);
  let [day, written] = [DAYS, 0];
  const write = async () => {
    while (day > 0) {
      const at = new Date(today.getTime() - day-- * DAY_MS);
      await fillDay({ storeHash: "bench", day: at, events: Math.ceil(events / DAYS), stores, brief });
      if (++written % 5 === 0) say(`${written} of ${DAYS} days are written`);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  say("packing the days that are over ...");
  const { waiting } = await packOldDays(new Date());
  if (waiting.length > 0) say(`not packed: ${waiting.join(", ")}`);
  await settleLog();
  say(
    `${stores} stores and ${events} events written in ${Math.round((performance.now() - beganMs) / 1_000)} s`,
  );
}

/** The headers of a delivery that came through the balancer, as the log keeps them. */
async function keptHeaders(sender: Sender): Promise<{ form: number; values: string }> {
  const [delivery] = signedDeliveries(1, sender, new Date());
  if (!delivery) throw new Error("No delivery was made");
  const through = {
    host: "keeper.example.com",
    "content-length": String(BODY_BYTES),
    "x-forwarded-for": "198.51.100.7",
    "x-request-id": crypto.randomUUID(),
    "x-forwarded-proto": "https",
  };
  const headers = maskHeaders({ ...delivery.headers, ...through });
  const brief = briefHeaders(headers, { hash: delivery.hash, bytes: BODY_BYTES });
  if (!brief) throw new Error("Headers of this kind are kept whole");
  const { rows } = await database().pool.query<{ id: number }>(
    "INSERT INTO header_forms (form) VALUES ($1) RETURNING id",
    [brief.form],
  );
  return { form: rows[0]?.id ?? 0, values: brief.values };
}

async function disk(events: number): Promise<Sizing["diskMbPerMillion"]> {
  const { rows } = await database().pool.query<{ events: number; hours: number }>(
    `SELECT (SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('events'))::float8 AS events,
       pg_total_relation_size('event_hours')::float8 AS hours`,
  );
  const perMillion = (bytes = 0) => bytes / MB / (events / 1_000_000);
  return { events: perMillion(rows[0]?.events), hours: perMillion(rows[0]?.hours) };
}

async function readPages(fleet: Fleet, stores: number): Promise<Sizing["pagesMs"]> {
  const p95 = async (index: number, path: string) => {
    const { hash } = benchStore(index);
    const { bearer } = await openSession(hash);
    const timesMs: number[] = [];
    for (let turn = 0; turn < PAGE_TURNS; turn++) {
      const beganMs = performance.now();
      const url = `http://127.0.0.1:${fleet.ports[turn % RECEIVERS]}/s/${hash}/api/${path}`;
      const response = await fetch(url, { headers: { Authorization: `Bearer ${bearer}` } });
      await response.text();
      if (!response.ok) throw new Error(`${path} of ${hash} answered ${response.status}`);
      // The first of each process loads what all others need.
      if (turn >= RECEIVERS) timesMs.push(performance.now() - beganMs);
    }
    return percentile(timesMs, 0.95);
  };
  const pages: Sizing["pagesMs"] = {};
  for (const [name, path] of Object.entries(PAGES))
    pages[name] = { largest: await p95(0, path), middle: await p95(Math.floor(stores / 2), path) };
  return pages;
}

/** Has so many stores checked at once, and waits until none is left. */
async function checkAll(stores: number): Promise<void> {
  const payload = (index: number) => ({
    storeHash: StoreHash.parse(benchStore(index).hash),
    because: "hourly" as const,
  });
  for (let from = 0; from < stores; from += SLICE) {
    const jobs = Array.from({ length: Math.min(SLICE, stores - from) }, (_, index) => ({
      payload: payload(from + index),
    }));
    await inTransaction((tx) => enqueueJobs(tx, "reconcile-store", jobs));
  }
  const waiting = async () => {
    const { rows } = await database().pool.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'reconcile-store' AND attempts < max_attempts AND run_at <= now()",
    );
    return rows[0]?.count ?? 0;
  };
  while ((await waiting()) > 0) await pause(LOOK_MS);
}
