import { useApp } from "#tests/support/app.ts";
import { describe, expect, test } from "vitest";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { checkStore } from "#lib/jobs/check-store.ts";
import { enqueueChecks } from "#lib/jobs/tasks/reconcile-all.ts";
import { watchWhileOpen } from "#lib/jobs/watching.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp();
const hooks = useHooks(app);

const FIRST = "store/order/created";
const SECOND = "store/order/statusUpdated";
const patience = { timeoutMs: 2_000, waitMsMax: 0 };
const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1_000);
const secondsBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1_000;

/** Takes the store's next job of that task out of the queue, whenever it is due; null when there is none. */
async function takeJob(
  hash: StoreHash,
  task: "watch-store" | "reconcile-store",
): Promise<{ dueAt: Date } | null> {
  const [job] = await database().prisma.$queryRaw<{ key: string; dueAt: Date }[]>`
    SELECT job.key, job.run_at AS "dueAt" FROM graphile_worker._private_jobs job
    JOIN graphile_worker._private_tasks task ON task.id = job.task_id
    WHERE task.identifier = ${task} AND job.payload ->> 'storeHash' = ${hash} ORDER BY job.run_at LIMIT 1`;
  if (!job) return null;
  await database().prisma.$queryRaw`SELECT 1 FROM graphile_worker.remove_job(${job.key})`;
  return job;
}

const check = (hash: StoreHash, now: Date) => checkStore(hash, { now, patience, isFirst: false });

/** Lets the clock run from job to job until the hook is on; answers when that was. */
async function untilOn(
  hash: StoreHash,
  scope: string,
  task: "watch-store" | "reconcile-store",
): Promise<Date> {
  for (let jobs = 0; jobs < 100; jobs++) {
    const job = await takeJob(hash, task);
    if (!job) break;
    await check(hash, job.dueAt);
    if (hooks.only(hash, scope).is_active) return job.dueAt;
  }
  throw new Error(`${scope} stayed off`);
}

/** A store whose first subscriptions are registered, and for which no job waits. */
async function readyStore(): Promise<{ hash: StoreHash; now: Date }> {
  const store = app.newStore();
  await app.install(store);
  const hash = StoreHash.parse(store.hash);
  const now = new Date();
  await checkStore(hash, { now, patience, isFirst: true });
  await database().prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  return { hash, now };
}

const switchOff = (hash: StoreHash, scope: string) =>
  hooks.change(hooks.only(hash, scope), { is_active: false, status: "deactivated" });

describe("nobody is there", () => {
  test.each([1, 46, 900])(
    "while the app watches, a hook that is switched off after %i seconds receives again within a minute",
    async (seconds) => {
      const { hash, now } = await readyStore();
      await switchOff(hash, FIRST);
      await check(hash, now);
      expect(hooks.only(hash, FIRST).is_active).toBe(true);

      const offAt = later(now, seconds);
      for (let job = await takeJob(hash, "watch-store"); job; job = await takeJob(hash, "watch-store")) {
        if (job.dueAt > offAt) {
          await switchOff(hash, SECOND);
          await check(hash, job.dueAt);
          expect(secondsBetween(offAt, job.dueAt)).toBeLessThanOrEqual(60);
          break;
        }
        await check(hash, job.dueAt);
      }
      expect(hooks.only(hash, SECOND).is_active).toBe(true);
    },
  );

  test("otherwise the next hourly check mends it, within an hour", async () => {
    const { hash, now } = await readyStore();
    await readyStore();
    await enqueueChecks("hourly", now);
    const turn = await takeJob(hash, "reconcile-store");
    await check(hash, turn?.dueAt ?? now);
    expect(await takeJob(hash, "watch-store")).toBeNull();

    const offAt = later(turn?.dueAt ?? now, 1);
    await switchOff(hash, FIRST);
    await enqueueChecks("hourly", later(now, 3_600));
    const onAt = await untilOn(hash, FIRST, "reconcile-store");
    expect(secondsBetween(offAt, onAt)).toBeLessThanOrEqual(3_600);
  });

  test("a store in order is checked once an hour and not more often, with two calls", async () => {
    const { hash, now } = await readyStore();
    const before = hooks.calls.length;
    expect((await check(hash, now))?.watch).toBeNull();
    expect(hooks.calls.slice(before).map(({ method, address }) => `${method} ${address}`)).toEqual([
      expect.stringMatching(/^GET \/hooks\?/),
      "GET /hooks/admin",
    ]);
    expect(await takeJob(hash, "watch-store")).toBeNull();
  });

  test("an hour after the last trouble nobody watches any more", async () => {
    const { hash, now } = await readyStore();
    await switchOff(hash, FIRST);
    await check(hash, now);
    let last = now;
    for (let job = await takeJob(hash, "watch-store"); job; job = await takeJob(hash, "watch-store")) {
      last = job.dueAt;
      await check(hash, last);
    }
    expect(secondsBetween(now, last)).toBeGreaterThan(3_600 - 45);
    expect(secondsBetween(now, last)).toBeLessThanOrEqual(3_600);
  });

  test("while BigCommerce does not answer the checks go on, and repair what they find once it does", async () => {
    const { hash, now } = await readyStore();
    await switchOff(hash, FIRST);
    await app.control("/faults", { api: "503" });
    const result = await check(hash, now);
    expect(result).toMatchObject({ reconciled: null, watch: { at: later(now, 45) } });
    await app.control("/faults", { api: "none" });
    expect(secondsBetween(now, await untilOn(hash, FIRST, "watch-store"))).toBe(45);
  });

  test("an uninstalled store is left alone", async () => {
    const { hash, now } = await readyStore();
    await switchOff(hash, FIRST);
    await check(hash, now);
    await app.control(`/stores/${hash}/uninstall`, {});
    expect(await check(hash, later(now, 45))).toBeNull();
  });
});

describe("somebody has the app open", () => {
  test("a hook that is switched off receives again within a minute", async () => {
    const { hash, now } = await readyStore();
    await watchWhileOpen(hash, now);
    await switchOff(hash, FIRST);
    expect(secondsBetween(now, await untilOn(hash, FIRST, "watch-store"))).toBeLessThanOrEqual(60);
  });

  test("asking again and again enqueues one check, does not put it off, and the checks end with the page", async () => {
    const { hash, now } = await readyStore();
    for (let second = 0; second <= 200; second += 10) await watchWhileOpen(hash, later(now, second));
    expect(await takeJob(hash, "watch-store")).toEqual({ key: expect.any(String), dueAt: later(now, 45) });
    expect(await takeJob(hash, "watch-store")).toBeNull();

    // The last word came after 180 seconds, so that the page counts as open until the 300th.
    expect((await check(hash, later(now, 200)))?.watch?.at).toEqual(later(now, 245));
    expect((await check(hash, later(now, 245)))?.watch?.at).toEqual(later(now, 290));
    expect((await check(hash, later(now, 290)))?.watch).toBeNull();
  });
});
