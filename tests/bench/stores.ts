import { openLab } from "#tests/lab/lab.ts";
import { databaseCpuMs } from "./database-cost.ts";
import { benchStore, fillStores } from "./many-stores.ts";
import { resultOf, type Result } from "./statistics.ts";

/** How many stores there are, in the order in which they are measured: more are added each time. */
const COUNTS = [1_000, 10_000, 50_000];
/** Done so often in a round, because processor time is told in hundredths of a second. */
const TIMES = 10;
const HOUR_MS = 3_600_000;

interface Cost {
  appCpuMs: number;
  databaseCpuMs: number;
  tookMs: number;
}

/**
 * Measures what a process does by itself as often as before however many stores there are, with 1,000, 10,000 and 50,000
 * of them: the receiver's look at all stores each minute, beside reading all of them; the first slice of the hourly round;
 * and one more job while as many wait as there are stores.
 */
export async function measureStores(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const lab = await openLab();
  try {
    const { runMigrations } = await import("graphile-worker");
    const { queueLog } = await import("#lib/jobs/queue-log.ts");
    await runMigrations({ connectionString: lab.databaseUrl, logger: queueLog });
    const { closeNotifications } = await import("#lib/platform/db/notifications.ts");
    const { webhookSecrets } = await import("#lib/features/stores/secrets.records.ts");
    const { StoreDirectory } = await import("#lib/features/receiver/directory.ts");
    const { enqueueChecks } = await import("#lib/jobs/tasks/reconcile-all.ts");
    const cost = async (work: () => Promise<unknown>): Promise<Cost> => {
      const before = { cpu: process.cpuUsage(), database: databaseCpuMs(lab), at: performance.now() };
      for (let time = 0; time < TIMES; time++) await work();
      const cpu = process.cpuUsage(before.cpu);
      return {
        appCpuMs: (cpu.user + cpu.system) / 1_000 / TIMES,
        databaseCpuMs: (databaseCpuMs(lab) - before.database) / TIMES,
        tookMs: (performance.now() - before.at) / TIMES,
      };
    };

    const results: Result[] = [];
    let made = 0;
    for (const count of COUNTS) {
      await fillStores(count - made, made);
      made = count;
      const directory = new StoreDirectory();
      await directory.open();
      const known = await webhookSecrets("all", new Map());
      const kinds = {
        look: () => directory.look(),
        readAll: () => webhookSecrets("all", known),
        slice: () => enqueueChecks("hourly", new Date()).then(forgetRound),
        oneMoreJob: await oneMoreJob(count),
      };
      const costs = new Map<string, Cost[]>(Object.keys(kinds).map((name) => [name, []]));
      for (let round = 0; round < rounds; round++)
        for (const [name, work] of Object.entries(kinds)) costs.get(name)?.push(await cost(work));
      directory.close();
      for (const [name, measured] of costs)
        for (const figure of ["appCpuMs", "databaseCpuMs", "tookMs"] as const)
          results.push(
            resultOf(
              `stores.${count}.${name}.${figure.slice(0, -2)}`,
              "ms",
              measured.map((each) => each[figure]),
            ),
          );
      say(`${count} stores are measured`);
    }
    await closeNotifications();
    return results;
  } finally {
    await lab.close();
  }
}

/** Fills the queue with a job for each store, an hour from now, and answers what replaces one of them. */
async function oneMoreJob(stores: number): Promise<() => Promise<void>> {
  const { StoreHash } = await import("#lib/ids.ts");
  const { enqueueJob, enqueueJobs } = await import("#lib/platform/queue/enqueue.ts");
  const { inTransaction } = await import("#lib/platform/db/transaction.ts");
  const runAt = new Date(Date.now() + HOUR_MS);
  const payload = (index: number) => ({ storeHash: StoreHash.parse(benchStore(index).hash) });
  const jobs = Array.from({ length: stores }, (_, index) => ({ payload: payload(index), runAt }));
  for (let start = 0; start < stores; start += 1_000)
    await inTransaction((tx) => enqueueJobs(tx, "watch-store", jobs.slice(start, start + 1_000)));
  return () => inTransaction((tx) => enqueueJob(tx, "watch-store", payload(7), { runAt }));
}

async function forgetRound(): Promise<void> {
  const { database } = await import("#lib/platform/db/client.ts");
  await database().pool.query(
    "DELETE FROM graphile_worker._private_jobs WHERE key LIKE 'reconcile-all:%' OR key LIKE 'reconcile-store:%'",
  );
}
