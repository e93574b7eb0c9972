import { randomInt } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { takeAway, type Absence } from "#tests/lab/absence.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { openLab, type LabProcess } from "#tests/lab/lab.ts";
import { keptConnections, post } from "#tests/lab/post.ts";
import { openSmallDisk } from "#tests/lab/small-disk.ts";
import { readLog } from "./read-log.ts";
import { answeredPercentMin, judge, type Answered, type Verdict } from "./verdict.ts";

/** Behind a balancer that asks the other one where a process does not answer. */
const PROCESSES = 2;
const CONNECTIONS = 200;
/** Deliveries come in handfuls, this far apart. */
const TICK_MS = 50;
/** Part of the kills that come when the database is back. */
const KILLS_AFTER = 0.2;
/** It is told when all is in the log, or that it never was. */
const PATIENCE_MS = 300_000;
const LOOK_MS = 250;
/** All that ten minutes bring, and the log of PostgreSQL. */
const DISK_MEGABYTES = 3_000;

/** What an absence of the database came to. */
export interface OutageVerdict extends Verdict {
  sent: number;
  kills: number;
  /** The least of what was answered 200 of all in two minutes, in percent. */
  answeredPercentMin: number;
  slowestMs: number;
  /** From the database's return until all was in the log; kills that came meanwhile are in it. */
  backAfterMs: number;
  /** Most bytes in the spools. */
  bytesMax: number;
}

/** What is to happen. */
export interface OutageOrder {
  absence: Absence;
  seconds: number;
  perSecond: number;
  kills: number;
}

/**
 * Takes the database from two processes that go on taking deliveries, kills these one after the other, brings the
 * database back, kills some more, and holds the log against what was acknowledged.
 */
export async function killInOutage({
  absence,
  seconds,
  perSecond,
  kills,
}: OutageOrder): Promise<OutageVerdict> {
  const disk = absence === "full-disk" ? openSmallDisk(DISK_MEGABYTES) : undefined;
  const lab = await openLab({}, {}, disk?.path);
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-outage-"));
  const settings = { WORKER: "external", SPOOL_DIR: join(folder, "spool") };
  const admin = new pg.Pool({ connectionString: lab.databaseUrl, max: 1 });
  admin.on("error", () => undefined);
  const apps: LabProcess[] = [];
  const ports: string[] = [];
  for (let index = 0; index < PROCESSES; index++) {
    const app = await lab.start("server.ts", settings);
    apps.push(app);
    ports.push(new URL(app.origin).port);
  }
  const agent = keptConnections(CONNECTIONS);
  const acknowledged = new Map<string, number>();
  const sent = new Set<string>();
  const answers: Answered[] = [];
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const restarts = new Map<number, Promise<void>>();
  let bytesMax = 0;
  let turn = 0;

  async function deliver(delivery: ReturnType<typeof signedDeliveries>[number]): Promise<void> {
    const atMs = performance.now();
    const url = (index: number) =>
      `http://127.0.0.1:${ports[index % PROCESSES]}/api/webhooks/${lab.sender.storeHash}`;
    const first = turn++;
    sent.add(delivery.hash);
    let { status } = await post(url(first), agent, delivery);
    if (status === 0) ({ status } = await post(url(first + 1), agent, delivery));
    if (status === 200) acknowledged.set(delivery.hash, 1);
    answers.push({ atMs, tookMs: performance.now() - atMs, status });
  }
  async function feed(): Promise<void> {
    for (let dueMs = performance.now(); !stopping.signal.aborted; dueMs += TICK_MS) {
      for (const delivery of signedDeliveries((perSecond * TICK_MS) / 1_000, lab.sender, new Date())) {
        const delivering = deliver(delivery);
        underWay.add(delivering);
        void delivering.then(() => underWay.delete(delivering));
      }
      bytesMax = Math.max(bytesMax, bytesOf(settings.SPOOL_DIR));
      await pause(Math.max(0, dueMs + TICK_MS - performance.now()));
    }
  }
  async function killOne(index: number): Promise<void> {
    await restarts.get(index);
    const victim = apps[index];
    if (!victim) return;
    process.kill(victim.pid, "SIGKILL");
    await victim.ended;
    restarts.set(
      index,
      lab.start("server.ts", { ...settings, PORT: ports[index] ?? "" }).then((app) => {
        apps[index] = app;
      }),
    );
  }
  /** So many within a time, each at a random instant, and never one of both while the other starts. */
  async function kill(count: number, withinMs: number): Promise<void> {
    for (let each = 0; each < count; each++) {
      await pause(randomInt(Math.ceil(withinMs / count / 2), Math.ceil(withinMs / count) + 1));
      await Promise.all(restarts.values());
      await killOne(each % PROCESSES);
    }
    await Promise.all(restarts.values());
  }

  try {
    const fed = feed();
    await pause(2_000);
    const bringBack = await takeAway(lab, admin, absence, disk);
    const endsAtMs = performance.now() + seconds * 1_000;
    const after = Math.round(kills * KILLS_AFTER);
    await kill(kills - after, seconds * 900);
    await pause(Math.max(0, endsAtMs - performance.now()));
    await bringBack();
    const backAtMs = performance.now();
    await kill(after, 5_000 * after);
    stopping.abort();
    await fed;
    await Promise.all(underWay);
    const isWhole = async () => {
      const { rows } = await admin.query<{ count: number }>("SELECT count(*)::int AS count FROM events");
      return (rows[0]?.count ?? 0) >= acknowledged.size;
    };
    while (!(await isWhole().catch(() => false)) && performance.now() - backAtMs < PATIENCE_MS)
      await pause(LOOK_MS);
    const backAfterMs = Math.round(performance.now() - backAtMs);
    return {
      ...judge({ acknowledged, sent }, await readLog(lab.databaseUrl)),
      sent: sent.size,
      kills,
      answeredPercentMin: answeredPercentMin(answers),
      slowestMs: Math.round(slowest(answers)),
      backAfterMs,
      bytesMax,
    };
  } finally {
    stopping.abort();
    agent.destroy();
    await admin.end();
    await lab.close();
    disk?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const slowest = (answers: readonly Answered[]): number =>
  answers.reduce((most, { status, tookMs }) => (status === 200 ? Math.max(most, tookMs) : most), 0);

function bytesOf(folder: string): number {
  try {
    return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  } catch {
    // No process has made it yet.
    return 0;
  }
}
