import { beforeEach, expect, test } from "vitest";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { forgetFailedJobs } from "#lib/jobs/tasks/forget-jobs.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { useDatabase } from "#tests/support/database.ts";
import { runDueJobs } from "#tests/support/jobs.ts";

useDatabase();

beforeEach(async () => {
  await runDueJobs();
  await database().pool.query("DELETE FROM graphile_worker._private_jobs");
});

/** The key of an alert's check that failed for good, last tried so many days ago. */
async function failedJob(name: string, daysAgo: number): Promise<string> {
  await enqueue(name);
  const key = `check-alerts:${name}`;
  const { pool } = database();
  await pool.query(
    `SELECT graphile_worker.permanently_fail_jobs(ARRAY(SELECT id FROM graphile_worker.jobs WHERE key = $1), 'no')`,
    [key],
  );
  await touched(key, daysAgo);
  return key;
}
const enqueue = (name: string, runAt = new Date()) =>
  inTransaction((tx) => enqueueJob(tx, "check-alerts", { storeHash: StoreHash.parse(name) }, { runAt }));
const touched = (key: string, daysAgo: number) =>
  database().pool.query(
    "UPDATE graphile_worker._private_jobs SET updated_at = now() - $2 * interval '1 day' WHERE key = $1",
    [key, daysAgo],
  );
const keys = async () => {
  const { rows } = await database().pool.query<{ key: string }>(
    "SELECT key FROM graphile_worker.jobs ORDER BY key",
  );
  return rows.map(({ key }) => key);
};
const forget = async () => {
  await inTransaction((tx) => enqueueJob(tx, "forget-jobs", {}));
  await runDueJobs();
};

test("a job that failed for good stays for a month and goes after it", async () => {
  await failedJob("old", 31);
  const recent = await failedJob("recent", 29);
  await forget();
  expect(await keys()).toEqual([recent]);
});

test("what is asked for anew is another job, which is left alone", async () => {
  const key = await failedJob("asked", 31);
  await enqueue("asked", new Date(Date.now() + 3_600_000));
  await database().pool.query(
    "UPDATE graphile_worker._private_jobs SET updated_at = now() - interval '31 days'",
  );
  await forget();
  expect(await keys()).toEqual([key]);
});

test("what still has a try, and what runs, is left alone however old it is", async () => {
  const { pool } = database();
  await enqueue("waits", new Date(Date.now() + 3_600_000));
  await touched("check-alerts:waits", 100);
  const running = await failedJob("runs", 100);
  await pool.query(
    "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'a worker' WHERE key = $1",
    [running],
  );
  await touched(running, 100);
  await forget();
  expect(await keys()).toEqual([running, "check-alerts:waits"].toSorted());
});

test("what went is counted by name, and no more than a bounded number goes at once", async () => {
  await database().pool.query(`
    INSERT INTO graphile_worker._private_jobs (task_id, payload, attempts, max_attempts, updated_at)
    SELECT (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'check-alerts'), '{}', 3, 3,
      now() - interval '40 days' FROM generate_series(1, 1100)`);
  expect(await forgetFailedJobs(new Date())).toEqual({ "check-alerts": 1_000 });
  expect(await forgetFailedJobs(new Date())).toEqual({ "check-alerts": 100 });
  expect(await forgetFailedJobs(new Date())).toEqual({});
});
