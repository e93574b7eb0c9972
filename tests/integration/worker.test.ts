import { useApp } from "#tests/support/app.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { auditPage } from "#lib/features/audit/audit.ts";
import { writeAuditEntries } from "#lib/features/audit/records.ts";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { enqueueJob, enqueueJobs } from "#lib/platform/queue/enqueue.ts";
import { enqueueMovedStores } from "#lib/jobs/moved-stores.ts";
import type { JobName, JobPayload } from "#lib/platform/queue/jobs.ts";
import { holdPresence, releaseAbandonedJobs, workersThere } from "#lib/platform/queue/presence.ts";
import { enqueueChecks } from "#lib/jobs/tasks/reconcile-all.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { useDatabase } from "#tests/support/database.ts";
import { runDueJobs } from "#tests/support/jobs.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

async function installedStore(): Promise<StoreHash> {
  const store = app.newStore();
  await app.install(store);
  return StoreHash.parse(store.hash);
}

/** Does all jobs that are due, as the worker would. */
const work = runDueJobs;
const enqueue = <Name extends JobName>(name: Name, payload: JobPayload<Name>) =>
  inTransaction((tx) => enqueueJob(tx, name, payload));
/** Jobs in the queue, the looks at stores in trouble aside. */
const waiting = () =>
  database().prisma.$queryRaw<{ key: string; because: string; run_at: Date; attempts: number }[]>`
    SELECT key, payload ->> 'because' AS because, run_at, attempts FROM graphile_worker._private_jobs
    WHERE key NOT LIKE 'watch-store:%' ORDER BY run_at`;

describe("the worker", () => {
  test("registers a new store's hooks and learns the store's name", async () => {
    const hash = await installedStore();
    await work();
    expect(
      hooks
        .ours(hash)
        .map(({ scope }) => scope)
        .toSorted(),
    ).toEqual(STARTER_SCOPES.toSorted());
    expect((await findStore(hash))?.name).toBe(app.simulator.world.store(hash)?.name);
    expect(await waiting()).toEqual([]);
  });

  test("keeps a check that failed for now for another try, which does what was left", async () => {
    const hash = await installedStore();
    let isFirst = true;
    hooks.before(async ({ method }) => {
      if (method !== "POST" || !isFirst) return;
      isFirst = false;
      await app.control("/faults", { api: { mode: "500", times: 1 } });
    });
    await work();
    expect(await waiting()).toMatchObject([{ key: `reconcile-store:${hash}`, attempts: 1 }]);
    expect(hooks.ours(hash)).toHaveLength(STARTER_SCOPES.length - 1);

    await database().pool.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
    await work();
    expect(await waiting()).toEqual([]);
    expect(hooks.ours(hash)).toHaveLength(STARTER_SCOPES.length);
  });

  test("does not come back for a store whose token is void", async () => {
    const hash = await installedStore();
    await app.control("/faults", { api: "401" });
    await work();
    expect(await waiting()).toEqual([]);
    expect((await findStore(hash))?.needsReauthorisation).toBe(true);
  });

  test("spreads the hour's checks and leaves what an installation asked for where it is", async () => {
    const hash = await installedStore();
    await enqueue("reconcile-all", { because: "hourly" });
    const before = Date.now();
    await work();
    const jobs = await waiting();
    // The first turn is at once and was taken; the others wait for theirs within the hour.
    expect(hooks.ours(hash)).toHaveLength(STARTER_SCOPES.length);
    for (const { because, run_at } of jobs) {
      expect(because).toBe("hourly");
      expect(run_at.getTime() - before).toBeLessThan(3_600_000);
    }
    await database().pool.query("DELETE FROM graphile_worker._private_jobs");
  });

  test("follows the app to a new address", async () => {
    const hash = await installedStore();
    await work();
    await enqueueMovedStores(config().appUrl, new Date());
    expect((await waiting()).map(({ key }) => key)).not.toContain(`reconcile-store:address:${hash}`);
    await enqueueMovedStores("https://new.example.com", new Date());
    expect(await waiting()).toContainEqual(
      expect.objectContaining({ key: `reconcile-store:address:${hash}`, because: "address" }),
    );
    await work();
  });

  test("believes in an uninstallation when BigCommerce refuses the token, and not before", async () => {
    const hash = await installedStore();
    await enqueue("confirm-uninstall", { storeHash: hash });
    await work();
    expect((await findStore(hash))?.uninstalledAt).toBeNull();

    await app.control("/faults", { api: "401" });
    await enqueue("confirm-uninstall", { storeHash: hash });
    await work();
    expect((await findStore(hash))?.uninstalledAt).not.toBeNull();
  });

  test("keeps the days of events and forgets launches that have expired", async () => {
    const { prisma } = database();
    const expired = { jti: "old", usedAt: new Date(0), expiresAt: new Date(1) };
    const fresh = { jti: "new", usedAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
    await prisma.usedLaunch.createMany({ data: [expired, fresh] });
    const entry = { actor: "keeper", action: "app_uninstalled" } as const;
    const forgotten = StoreHash.parse("forgotten");
    await writeAuditEntries(forgotten, [entry], new Date(0));
    await enqueue("forget-launches", {});
    await enqueue("keep-partitions", {});
    await work();
    expect(await prisma.usedLaunch.findMany({ where: { jti: { in: ["old", "new"] } } })).toMatchObject([
      { jti: "new" },
    ]);
    expect((await auditPage(forgotten, { limit: 1 })).entries).toEqual([]);
    const [partitions] = await prisma.$queryRaw<{ days: number }[]>`
      SELECT count(*)::int AS days FROM pg_inherits WHERE inhparent = 'events'::regclass`;
    expect(partitions?.days).toBeGreaterThan(7);
  });

  test("starts, does what waits, and stops cleanly, twice if told twice", async () => {
    const hash = await installedStore();
    const worker = await startWorker();
    await expect.poll(() => hooks.ours(hash).length, { timeout: 20_000 }).toBe(STARTER_SCOPES.length);
    await Promise.all([worker.stop(), worker.stop()]);
    const { rows } = await database().pool.query<{ locked: number }>(
      "SELECT count(*)::int AS locked FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL",
    );
    expect(rows[0]?.locked).toBe(0);
  });

  test("does not wait for BigCommerce when it is told to stop, and leaves the job for the next worker", async () => {
    const hash = await installedStore();
    const callsBefore = hooks.calls.length;
    await app.control("/faults", { api: "hang" });
    const worker = await startWorker();
    await expect.poll(() => hooks.calls.length, { timeout: 20_000 }).toBeGreaterThan(callsBefore);
    const told = performance.now();
    await worker.stop();
    expect(performance.now() - told).toBeLessThan(8_000);
    const { rows } = await database().pool.query(
      "SELECT locked_at FROM graphile_worker._private_jobs WHERE key = $1",
      [`reconcile-store:${hash}`],
    );
    expect(rows).toEqual([{ locked_at: null }]);
    expect((await findStore(hash))?.checkFailure).toBeNull();
  });
});

describe("what a person waits for", () => {
  /** Resolves when a store that installs the app now has all its webhooks. */
  const installation = async () => {
    const hash = await installedStore();
    await expect
      .poll(() => hooks.ours(hash).length, { timeout: 60_000, interval: 20 })
      .toBe(STARTER_SCOPES.length);
  };

  test("goes before what the clock brought, however many stores are slow", { timeout: 120_000 }, async () => {
    const { pool } = database();
    const slow = await Promise.all(Array.from({ length: 60 }, installedStore));
    await pool.query("DELETE FROM graphile_worker._private_jobs");
    await app.control("/faults", { api: { latencyMs: 100 } });
    const worker = await startWorker();
    onTestFinished(() => worker.stop());
    const jobs = slow.map((storeHash) => ({
      payload: { storeHash, because: "hourly" as const },
      jobKey: `reconcile-store:hourly:${storeHash}`,
    }));
    await inTransaction((tx) => enqueueJobs(tx, "reconcile-store", jobs));
    // The places that the clock may have are taken by then.
    await expect.poll(() => slow.some((hash) => hooks.ours(hash).length > 0)).toBe(true);
    await installation();
    // It came last, and was done while most of the others still waited.
    const { rows } = await pool.query("SELECT FROM graphile_worker.jobs WHERE key LIKE '%:hourly:%'");
    expect(rows.length).toBeGreaterThan(10);
    await app.control("/faults", { api: { latencyMs: 0 } });
    await pool.query("DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL");
  });
});

describe("the round over all stores", () => {
  const roundOf = async () => {
    const { rows } = await database().pool.query<{ key: string; hash: string | null; dueInMs: number }>(
      `SELECT key, payload ->> 'storeHash' AS hash, (extract(epoch FROM run_at - now()) * 1000)::float8 AS "dueInMs"
       FROM graphile_worker._private_jobs WHERE payload ->> 'because' = 'hourly' ORDER BY run_at`,
    );
    return rows;
  };
  const STORES = 450;

  test("goes on slice by slice, and none begins before it is done", async () => {
    const { pool } = database();
    await pool.query("DELETE FROM graphile_worker._private_jobs");
    await pool.query("UPDATE stores SET uninstalled_at = now()");
    await pool.query(
      `INSERT INTO stores (hash, scopes, installed_at, webhook_secret_sealed, access_token_sealed, check_failure, watched_until)
       SELECT 'round' || lpad(n::text, 4, '0'), '{}', now(), 'sealed', 'sealed',
         CASE WHEN n <= 50 THEN 'BIGCOMMERCE_UNREACHABLE' END, CASE WHEN n <= 50 THEN now() + interval '1 hour' END
       FROM generate_series(1, $1) AS n`,
      [STORES + 50],
    );
    const seen = new Set<string>();
    let payload: JobPayload<"reconcile-all"> = { because: "hourly" };
    for (let slices = 0; slices < 3; slices++) {
      await runTask(payload);
      const jobs = await roundOf();
      const checks = jobs.filter(({ hash }) => hash !== null);
      for (const { hash } of checks) seen.add(hash ?? "");
      expect(checks.length).toBeLessThanOrEqual(200);
      if (slices === 2) break;
      const next = jobs.find(({ hash }) => hash === null);
      // The slice after it begins where its last store had its turn, and the hour is kept.
      expect(next?.dueInMs).toBeGreaterThanOrEqual(checks.at(-1)?.dueInMs ?? Infinity);
      expect(next?.dueInMs).toBeLessThan(3_600_000);
      // The hour strikes again before the round is done: it goes on.
      await runTask({ because: "hourly" });
      expect(await roundOf()).toHaveLength(jobs.length);
      ({ payload } = await takeNext());
    }
    expect(seen.size).toBe(STORES);
    expect([...seen].some((hash) => hash <= "round0050")).toBe(false);
    await pool.query("DELETE FROM graphile_worker._private_jobs");
    await pool.query("DELETE FROM stores WHERE hash LIKE 'round%'");
  });

  test("waits while the checks before are overdue", async () => {
    const { pool } = database();
    const jobs = Array.from({ length: 101 }, (_, index) => ({
      payload: { storeHash: `late${index}`, because: "hourly" as const },
    }));
    await inTransaction((tx) => enqueueJobs(tx, "reconcile-store", jobs));
    await runTask({ because: "hourly", after: "a", everyMs: 300 });
    expect((await roundOf()).filter(({ hash }) => hash === null)).toHaveLength(1);
    expect((await roundOf()).filter(({ hash }) => hash !== null)).toHaveLength(101);
    await pool.query("DELETE FROM graphile_worker._private_jobs");
  });

  const runTask = (payload: JobPayload<"reconcile-all">) => {
    const { because = "hourly", after, everyMs } = payload;
    const round = after && everyMs ? { after: StoreHash.parse(after), everyMs } : undefined;
    return enqueueChecks(because, new Date(), round);
  };
  /** Takes the next slice out of the queue, and all checks with it, as if their time had come. */
  const takeNext = async () => {
    const { rows } = await database().pool.query<{ payload: JobPayload<"reconcile-all"> }>(
      "DELETE FROM graphile_worker._private_jobs RETURNING payload, key",
    );
    const next = rows.find(({ payload }) => "after" in payload);
    if (!next) throw new Error("no slice follows");
    return next;
  };
});

describe("a job of a worker that was killed", () => {
  const lock = (workerId: string, ago: string) =>
    database().pool.query(
      "UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - $2::interval",
      [workerId, ago],
    );
  const lockedBy = async () => {
    const { rows } = await database().pool.query<{ by: string | null }>(
      "SELECT locked_by AS by FROM graphile_worker.jobs",
    );
    return rows.map(({ by }) => by);
  };

  test("is given back after a minute, and not while its worker is there", async () => {
    await database().pool.query("DELETE FROM graphile_worker._private_jobs");
    await enqueue("keep-partitions", {});
    const endPresence = holdPresence("pool-of-the-living");
    await lock("pool-of-the-living", "2 minutes");
    // Of this database: other tests have workers at the same server.
    await expect.poll(workersThere).toBe(1);
    expect(await releaseAbandonedJobs()).toEqual([]);

    await endPresence();
    await lock("pool-of-the-living", "30 seconds");
    expect(await releaseAbandonedJobs()).toEqual([]);
    await lock("pool-of-the-living", "2 minutes");
    await expect.poll(releaseAbandonedJobs).toEqual(["pool-of-the-living"]);
    expect(await lockedBy()).toEqual([null]);
    await work();
    expect(await waiting()).toEqual([]);
  });

  test("is done by the next worker that starts", async () => {
    await enqueue("keep-partitions", {});
    await lock("pool-of-the-killed", "2 minutes");
    const worker = await startWorker();
    await expect.poll(waiting, { timeout: 20_000 }).toEqual([]);
    await worker.stop();
  });
});

/** A queue ends what it has under way before it is started again; on a busy machine that takes its time. */
const RESTART_PATIENCE_MS = 80_000;
const RESTARTING = { timeout: 2 * RESTART_PATIENCE_MS };

test("a worker whose connections are cut goes on, and its presence comes back", RESTARTING, async () => {
  const worker = await startWorker();
  onTestFinished(() => worker.stop());
  await expect.poll(waiting, { timeout: RESTART_PATIENCE_MS }).toEqual([]);
  const { pool } = database();
  const cut = `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name NOT IN ('webhook-keeper')`;
  await pool.query(cut);
  const hash = await installedStore();
  await expect
    .poll(() => hooks.ours(hash).length, { timeout: RESTART_PATIENCE_MS })
    .toBe(STARTER_SCOPES.length);
  await expect
    .poll(
      async () =>
        (
          await pool.query(
            `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
             WHERE locktype = 'advisory' AND granted AND application_name = 'webhook-keeper worker presence'
               AND datname = current_database()`,
          )
        ).rowCount,
      { timeout: RESTART_PATIENCE_MS },
    )
    .toBe(1);
});

test(
  "a queue whose first look at the database failed is started again, and does what is due",
  RESTARTING,
  async () => {
    const { pool } = database();
    await pool.query(`
    CREATE SEQUENCE first_looks;
    CREATE FUNCTION refuse_first_look() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF current_setting('application_name') <> 'webhook-keeper worker' THEN RETURN NULL; END IF;
        PERFORM nextval('first_looks');
        RAISE EXCEPTION 'not now';
      END $$;
    CREATE TRIGGER refuse_first_look BEFORE INSERT ON graphile_worker._private_tasks
      EXECUTE FUNCTION refuse_first_look()`);
    const worker = await startWorker();
    onTestFinished(() => worker.stop());
    const isRefused = async () => (await pool.query("SELECT FROM first_looks WHERE is_called")).rowCount;
    await expect.poll(isRefused).toBe(1);
    await pool.query("DROP FUNCTION refuse_first_look CASCADE");
    await expect.poll(waiting, { timeout: RESTART_PATIENCE_MS }).toEqual([]);
  },
);

test("a queue that breaks down is started again, and does what is due", RESTARTING, async () => {
  const { pool } = database();
  await pool.query(`
    CREATE SEQUENCE refusals;
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM nextval(''refusals''); RAISE EXCEPTION ''not now''; END';
    CREATE TRIGGER refuse BEFORE DELETE ON graphile_worker._private_jobs EXECUTE FUNCTION refuse()`);
  const worker = await startWorker();
  onTestFinished(() => worker.stop());
  // The job that is enqueued at the start cannot be written off, and with that the queue gives up.
  const isRefused = async () => (await pool.query("SELECT FROM refusals WHERE is_called")).rowCount;
  await expect.poll(isRefused).toBe(1);
  await pool.query("DROP FUNCTION refuse CASCADE");
  const hash = await installedStore();
  await expect
    .poll(() => hooks.ours(hash).length, { timeout: RESTART_PATIENCE_MS })
    .toBe(STARTER_SCOPES.length);
});
