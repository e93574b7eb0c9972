import { collectDefaultMetrics } from "prom-client";
import { versionOf } from "#lib/config/version.ts";
import { eventsHeld } from "#lib/features/forwarding/figures.ts";
import { checkHealth, type Health } from "#lib/features/health/check.ts";
import { spoolFigures } from "#lib/features/receiver/spool/figures.ts";
import { waitingArrivals } from "#lib/features/receiver/waiting.ts";
import { metrics } from "#lib/metrics/metrics.ts";
import { smallestQuotaShare } from "#lib/platform/bigcommerce/paces.ts";
import { JOBS } from "#lib/platform/queue/jobs.ts";
import { processWide } from "#lib/process-wide.ts";
import { connectionFigures, type SharedFigures } from "./figures.records.ts";
import { SeldomRead } from "./shared-figures.ts";

/** What a process is, since not all of them can say the same. */
export type ProcessKind = "app" | "worker";

const state = processWide("metrics page", () => ({ shared: new SeldomRead(), isStarted: false }));

/** What all processes share, as the metrics have it: asked for once in fifteen seconds, whoever wants it. Never throws. */
export const sharedFigures = (nowMs: number): Promise<SharedFigures | null> => state.shared.get(nowMs);

/**
 * The figures of this process, and those that all processes share, in Prometheus's text format. Answers within four
 * seconds, whatever the database does; never throws.
 */
export async function metricsPage(kind: ProcessKind): Promise<{ contentType: string; text: string }> {
  const { registry } = metrics();
  start();
  const [shared, parts] = await Promise.all([
    sharedFigures(performance.now()),
    kind === "app" ? checkHealth() : null,
  ]);
  setOwn();
  setShared(shared);
  if (parts) setHealth(parts);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

/** Node.js watches its event loop and its memory from the first question on; nobody pays for it who never asks. */
function start(): void {
  if (state.isStarted) return;
  state.isStarted = true;
  const { registry, buildInfo } = metrics();
  collectDefaultMetrics({ register: registry });
  buildInfo.set({ version: versionOf(/* turbopackIgnore: true */ process.cwd(), "") }, 1);
}

function setHealth({ spool, database, migrations, worker, receiver, clock }: Health): void {
  const { health, spoolState } = metrics();
  for (const [part, standing] of Object.entries({ database, migrations, worker, receiver, clock }))
    health.set({ part }, standing === "ok" ? 1 : 0);
  for (const each of ["off", "empty", "draining", "filling", "full", "unusable"])
    spoolState.set({ state: each }, each === spool ? 1 : 0);
}

function setOwn(): void {
  const { waitingArrivals: waiting, waitingBytes, connections, quotaLeft, forwardWaiting } = metrics();
  const { items, bytes } = waitingArrivals();
  waiting.set(items);
  waitingBytes.set(bytes);
  const spool = spoolFigures();
  metrics().spoolWaiting.set(spool.waiting);
  metrics().spoolAside.set(spool.aside);
  quotaLeft.set(smallestQuotaShare(performance.now()));
  forwardWaiting.set(eventsHeld());
  for (const { pool, ...states } of connectionFigures())
    for (const [each, count] of Object.entries(states)) connections.set({ pool, state: each }, count);
}

/** What was not read is left out, so that nobody takes old figures for new ones. */
function setShared(shared: SharedFigures | null): void {
  const { databaseUp, databaseBytes, stores, storesRefused, workers, destinations } = metrics();
  const { jobsDue, jobsOldest, jobsRunning, jobsFailed } = metrics();
  databaseUp.set(shared ? 1 : 0);
  for (const gauge of [databaseBytes, stores, storesRefused, workers]) gauge.remove();
  for (const gauge of [destinations, jobsDue, jobsOldest, jobsRunning, jobsFailed]) gauge.reset();
  if (!shared) return;
  databaseBytes.set(shared.databaseBytes);
  stores.set(shared.stores);
  storesRefused.set(shared.refusedStores);
  workers.set(shared.workers);
  for (const [each, count] of Object.entries(shared.destinations)) destinations.set({ state: each }, count);
  for (const { task: name, due, running, failed, oldestDueSeconds } of jobsByLabel(shared.jobs)) {
    const task = { task: name };
    jobsDue.set(task, due);
    jobsOldest.set(task, oldestDueSeconds);
    jobsRunning.set(task, running);
    jobsFailed.set(task, failed);
  }
}

/** A line for each task of this version, and one for what another version may have left. Pure. */
export function jobsByLabel(jobs: SharedFigures["jobs"]): SharedFigures["jobs"] {
  const none = { due: 0, running: 0, failed: 0, oldestDueSeconds: 0 };
  const byLabel = new Map([...Object.keys(JOBS), "other"].map((task) => [task, { task, ...none }]));
  for (const { task, due, running, failed, oldestDueSeconds } of jobs) {
    const line = byLabel.get(task) ?? byLabel.get("other");
    if (!line) continue;
    line.due += due;
    line.running += running;
    line.failed += failed;
    line.oldestDueSeconds = Math.max(line.oldestDueSeconds, oldestDueSeconds);
  }
  return [...byLabel.values()];
}
