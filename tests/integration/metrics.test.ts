import { METRICS_TOKEN } from "#tests/support/metrics-token.ts";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import parse from "parse-prometheus-text-format";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { GET } from "#app/api/metrics/route.ts";
import { POST as deliver } from "#app/api/webhooks/[storeHash]/route.ts";
import { config } from "#lib/config/config.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { dropJob, stuckJobs } from "#lib/features/operator/queue.records.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { listenForMetrics } from "#lib/http/metrics-listener.ts";
import { StoreHash } from "#lib/ids.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { storeApi, type Network } from "#lib/platform/bigcommerce/client.ts";
import { paceOfStore } from "#lib/platform/bigcommerce/paces.ts";
import { database } from "#lib/platform/db/client.ts";
import { processWide } from "#lib/process-wide.ts";
import { SeldomRead } from "#lib/screens/metrics/shared-figures.ts";
import { findProgram } from "#scripts/programs.ts";
import { signedDeliveries, type Sender } from "#tests/lab/deliveries.ts";
import { addStore } from "#tests/lab/lab.ts";
import { useDatabase } from "#tests/support/database.ts";
import { newDestination } from "#tests/support/forwarding.ts";
import { useSink } from "#tests/support/sink.ts";

useDatabase();
const sink = useSink();
const STORE = StoreHash.parse("metricstore");
let sender: Sender;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  await ensurePartitions(new Date(), new Date());
  sender = await addStore(STORE);
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop();
  await closeReceiver();
});

const ask = (authorization: string | null) =>
  GET(
    new Request(`${config().appUrl}/api/metrics`, {
      headers: authorization === null ? {} : { Authorization: authorization },
    }),
  );

/** What the page says now, as a parser of Prometheus's format reads it. */
async function read() {
  shared().shared = new SeldomRead();
  const response = await ask(`Bearer ${METRICS_TOKEN}`);
  const text = await response.text();
  const families = new Map(
    parse(text).map((family) => [family.name.replace(/^webhook_keeper_/, ""), family]),
  );
  const sampleOf = (name: string, labels: Record<string, string>) => {
    const wanted = JSON.stringify(labels);
    return families.get(name)?.metrics.find((sample) => JSON.stringify(sample.labels ?? {}) === wanted);
  };
  return {
    response,
    text,
    families,
    value: (name: string, labels: Record<string, string> = {}) => Number(sampleOf(name, labels)?.value),
    count: (name: string, labels: Record<string, string> = {}) => Number(sampleOf(name, labels)?.count),
    sum: (name: string) => Number(sampleOf(name, {})?.sum),
  };
}

/** Where the process keeps what it read of the database for the metrics. */
const shared = () =>
  processWide("metrics page", (): { shared: SeldomRead } => ({ shared: new SeldomRead() }));

async function send(count: number, secret = sender.clientSecret): Promise<number[]> {
  const from = { ...sender, clientSecret: secret };
  return Promise.all(
    signedDeliveries(count, from, new Date()).map(async ({ body, headers }) => {
      const url = `${config().appUrl}/api/webhooks/${STORE}`;
      const request = new Request(url, { method: "POST", body, headers });
      return (await deliver(request, { params: Promise.resolve({ storeHash: STORE }) })).status;
    }),
  );
}

describe("the metrics", () => {
  test("are there for who brings the token, and nowhere without the setting", async () => {
    const wrong = [null, "", "Bearer", "Bearer wrong", `Basic ${METRICS_TOKEN}`, `Bearer ${METRICS_TOKEN}x`];
    for (const each of wrong) expect((await ask(each)).status, String(each)).toBe(401);
    expect((await ask(null)).headers.get("WWW-Authenticate")).toMatch(/^Bearer/);
    const right = await ask(`bearer ${METRICS_TOKEN}`);
    expect([right.status, right.headers.get("Content-Type")]).toEqual([
      200,
      "text/plain; version=0.0.4; charset=utf-8",
    ]);
    const { metrics } = config();
    onTestFinished(() => void Object.assign(config(), { metrics }));
    Object.assign(config(), { metrics: null });
    expect((await ask(`Bearer ${METRICS_TOKEN}`)).status).toBe(404);
    expect(listenForMetrics(config())).toBeNull();
  });

  test("say what was done, and name no store", async () => {
    const id = await newDestination(STORE, sink.url("/metrics"));
    const before = await read();
    expect(await send(5)).toEqual([200, 200, 200, 200, 200]);
    expect(await send(2, "a secret that is not BigCommerce's")).toEqual([401, 401]);
    await askBigCommerce(200);
    expect((await read()).value("bigcommerce_quota_left_ratio")).toBeCloseTo(0.25);
    // One that is told to wait is asked again, and takes no call until then.
    await askBigCommerce(429, 200, 503, 418);
    const { pool } = database();
    await pool.query("SELECT graphile_worker.add_job('forget-launches', '{}', job_key := 'done')");
    await pool.query("SELECT graphile_worker.add_job('check-alerts', '{}', max_attempts := 1)");
    await pool.query(
      "SELECT graphile_worker.add_job('keep-alerts', '{}', run_at := now() + interval '1 day')",
    );
    await pool.query("SELECT graphile_worker.add_job('a task of old', '{}', max_attempts := 1)");
    await expect.poll(() => sink.received("/metrics").length).toBe(5);
    await expect.poll(async () => (await read()).value("jobs_failed", { task: "check-alerts" })).toBe(1);

    const { response, text, families, value, count, sum } = await read();
    expect(response.status).toBe(200);
    expect(value("arrivals_stored_total") - before.value("arrivals_stored_total")).toBe(5);
    expect(value("arrivals_refused_total", { reason: "wrong_signature" })).toBe(2);
    expect(value("arrivals_refused_total", { reason: "not_committed" })).toBe(0);
    expect(sum("commit_arrivals") - before.sum("commit_arrivals")).toBe(5);
    expect(count("commit_seconds")).toBe(count("commit_arrivals"));
    expect(count("arrival_lag_seconds") - before.count("arrival_lag_seconds")).toBe(5);
    expect(sum("arrival_lag_seconds")).toBeGreaterThanOrEqual(5 * 3);
    expect([
      value("commits_failed_total"),
      value("arrivals_waiting"),
      value("arrivals_waiting_bytes"),
    ]).toEqual([0, 0, 0]);
    expect(value("viewers")).toBe(0);
    const statuses = { "200": 2, "429": 1, "503": 1, "4xx": 1 };
    for (const [status, calls] of Object.entries(statuses))
      expect(value("bigcommerce_calls_total", { status }), status).toBe(calls);
    expect(value("bigcommerce_quota_left_ratio")).toBe(0);
    expect(value("deliveries_total", { outcome: "delivered" })).toBe(5);
    expect(value("deliveries_total", { outcome: "ill" })).toBe(0);
    expect([count("delivery_seconds"), count("forward_lag_seconds")]).toEqual([5, 5]);
    expect([value("destinations", { state: "working" }), value("destinations", { state: "paused" })]).toEqual(
      [1, 0],
    );
    expect(value("jobs_total", { task: "forget-launches", result: "done" })).toBe(1);
    expect(value("jobs_total", { task: "check-alerts", result: "given_up" })).toBe(1);
    // The parser does not tell histograms with labels apart.
    expect(text).toContain('\nwebhook_keeper_job_seconds_count{task="check-alerts"} 1\n');
    expect(value("jobs_failed", { task: "forget-launches" })).toBe(0);
    expect(value("jobs_due", { task: "other" })).toBe(1);
    expect(value("jobs_due", { task: "keep-alerts" })).toBe(0);
    expect([value("stores"), value("workers"), value("database_up")]).toEqual([1, 1, 1]);
    expect(value("database_bytes")).toBeGreaterThan(1_000_000);
    expect(value("database_connections", { pool: "intake", state: "waiting" })).toBe(0);
    for (const part of ["database", "migrations", "worker", "receiver", "clock"])
      expect(value("health", { part }), part).toBe(1);
    expect(value("process_resident_memory_bytes")).toBeGreaterThan(10_000_000);
    expect(families.has("nodejs_eventloop_lag_p99_seconds")).toBe(true);

    for (const secret of [STORE, id, sink.url(""), METRICS_TOKEN]) expect(text).not.toContain(secret);
    const labels = new Set(
      [...families.values()].flatMap(({ metrics }) =>
        metrics.flatMap((sample) => Object.keys(sample.labels ?? {})),
      ),
    );
    const known = [
      "outcome",
      "part",
      "pool",
      "reason",
      "result",
      "state",
      "status",
      "task",
      "type",
      "version",
    ];
    const ofNode = ["kind", "major", "minor", "patch", "space"];
    expect([...labels].filter((label) => ![...known, ...ofNode].includes(label))).toEqual([]);
    expect(text.split("\n").length).toBeLessThan(1_000);
  });

  test("tell that a job was given up until what the runbook says was done", async () => {
    const { pool } = database();
    await pool.query("SELECT graphile_worker.add_job('erase-data', '{}', max_attempts := 1)");
    const failed = async () => (await read()).value("jobs_failed", { task: "erase-data" });
    await expect.poll(failed).toBe(1);
    // `npm run operator -- stuck`, and then `-- stuck ID --drop`.
    const stuck = (await stuckJobs(null, 10)).find(({ task }) => task === "erase-data");
    expect(await dropJob(stuck?.id ?? "")).toBe(true);
    expect(await failed()).toBe(0);
  });

  test("are what Prometheus's own tool takes", async () => {
    const promtool = findProgram("promtool");
    const { text } = await read();
    // Node.js's own, by prom-client, have names that the tool would choose otherwise.
    const ours = text.split("\n").filter((line) => /^(?:# \w+ )?webhook_keeper_/.test(line));
    expect(ours.length).toBeGreaterThan(100);
    if (promtool === undefined) return;
    const { status, stderr } = spawnSync(promtool, ["check", "metrics"], {
      input: `${ours.join("\n")}\n`,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("leave out what the database did not tell", async () => {
    await read();
    shared().shared = new SeldomRead(() => Promise.reject(new Error("it is gone")));
    const response = await ask(`Bearer ${METRICS_TOKEN}`);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain("\nwebhook_keeper_database_up 0\n");
    expect(text).not.toMatch(/^webhook_keeper_(?:jobs_due|workers|stores|destinations|database_bytes)[ {]/m);
    expect(text).toContain("\nwebhook_keeper_arrivals_waiting 0\n");
  });

  test("of a worker process are told by a listener of its own", async () => {
    const settings = { token: METRICS_TOKEN, workerPort: 0 };
    const server = listenForMetrics({ metrics: settings, host: undefined });
    if (!server) throw new Error("nothing listens");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { port, address } = server.address() as AddressInfo; // it listens on a port
    expect(address).toBe("127.0.0.1");
    const get = (path: string, token: string) =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers: { Authorization: `Bearer ${token}` } });
    const [right, wrong, elsewhere] = await Promise.all([
      get("/api/metrics", METRICS_TOKEN),
      get("/api/metrics", "wrong"),
      get("/metrics", METRICS_TOKEN),
    ]);
    expect([right.status, wrong.status, elsewhere.status]).toEqual([200, 401, 404]);
    expect(await right.text()).toContain("webhook_keeper_jobs_total");
  });
});

/** Has calls to BigCommerce answered by these statuses, one after the other. */
async function askBigCommerce(...statuses: number[]): Promise<void> {
  const left = [...statuses];
  const network: Network = {
    fetch: () =>
      Promise.resolve(
        new Response("{}", {
          status: left.shift() ?? 200,
          headers: {
            "X-Rate-Limit-Requests-Quota": "100",
            "X-Rate-Limit-Requests-Left": "25",
            "X-Rate-Limit-Time-Reset-Ms": "30000",
            "X-Rate-Limit-Time-Window-Ms": "30000",
          },
        }),
      ),
    wait: () => Promise.resolve(),
    chance: () => 0,
    nowMs: () => performance.now(),
    paceOf: paceOfStore,
  };
  const api = storeApi(
    { hash: STORE, accessToken: "a token" },
    { timeoutMs: 1_000, waitMsMax: 60_000 },
    network,
  );
  while (left.length > 0) await api.call("GET", "/v3/hooks", () => null).catch(() => undefined);
}
