import type { StoreHash } from "#lib/ids.ts";
import { freePort, openLab, type Lab } from "#tests/lab/lab.ts";
import { databaseCpuMs, transactions } from "./database-cost.ts";
import { percentile, resultOf, type Result } from "./statistics.ts";

const STORES = 1_000;
/** As the worker has it. */
const AT_ONCE = 4;
/** One store in so many has a hook that BigCommerce switched off, in the rounds that mend. */
const ONE_OFF_IN = 10;
/** What checking every store once came to. */
interface Round {
  /** Milliseconds that each store took. */
  tookMs: number[];
  calls: number;
  transactions: number;
  appCpuMs: number;
  databaseCpuMs: number;
}

/**
 * Measures the hourly check of 1,000 stores with 14 webhooks each against a BigCommerce over real HTTP, four at a time,
 * beside the two bare calls that a check consists of; and how the hour's checks are spread.
 */
export async function measureReconcile(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const port = await freePort();
  const lab = await openLab({ BIGCOMMERCE_API_URL: `http://127.0.0.1:${port}` });
  const { fetch: send } = globalThis;
  let calls = 0;
  globalThis.fetch = (...given) => {
    calls++;
    return send(...given);
  };
  try {
    await lab.start("tests/bench/servers/simulator.ts", { PORT: String(port), STORES: String(STORES) });
    const hashes = await fill(lab);
    const { checkStore } = await import("#lib/jobs/check-store.ts");
    const { BACKGROUND } = await import("#lib/platform/bigcommerce/retry.ts");
    const check = async (hash: StoreHash) => {
      const result = await checkStore(hash, { now: new Date(), patience: BACKGROUND, isFirst: false });
      if (!result?.reconciled || result.reconciled.failures.size > 0)
        throw new Error(`${hash} was not checked`);
    };
    const bare = async (hash: StoreHash) => {
      for (const path of ["/v3/hooks?limit=250", "/v3/hooks/admin"]) {
        const response = await fetch(`http://127.0.0.1:${port}/stores/${hash}${path}`, {
          headers: { "X-Auth-Token": `token of ${hash}` },
        });
        await response.text();
        if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      }
    };
    const round = async (work: (hash: StoreHash) => Promise<void>): Promise<Round> => {
      const before = {
        calls,
        transactions: await transactions(),
        cpu: process.cpuUsage(),
        database: databaseCpuMs(lab),
      };
      const tookMs = await forEach(hashes, work);
      const cpu = process.cpuUsage(before.cpu);
      return {
        tookMs,
        calls: calls - before.calls,
        transactions: (await transactions()) - before.transactions,
        appCpuMs: (cpu.user + cpu.system) / 1_000,
        databaseCpuMs: databaseCpuMs(lab) - before.database,
      };
    };
    say(`registering the webhooks of ${STORES} stores ...`);
    await round(check);
    const kinds = [
      ["reconcile.check", check, () => Promise.resolve()],
      ["reconcile.mending", check, () => switchSomeOff(port, hashes)],
      ["floor.twoCalls", bare, () => Promise.resolve()],
    ] as const;
    const measured = new Map<string, Round[]>(kinds.map(([name]) => [name, []]));
    for (let number = 1; number <= rounds; number++) {
      for (const [name, work, prepare] of kinds) {
        await prepare();
        const done = await round(work);
        measured.get(name)?.push(done);
        say(
          `round ${number}: ${name} ${percentile(done.tookMs, 0.5).toFixed(1)} ms a store, ${done.calls} calls`,
        );
      }
    }
    return [...[...measured].flatMap(([name, done]) => resultsOf(name, done)), ...(await spread())];
  } finally {
    globalThis.fetch = send;
    await lab.close();
  }
}

function resultsOf(name: string, rounds: readonly Round[]): Result[] {
  const perStore = (value: (round: Round) => number) => rounds.map((round) => value(round) / STORES);
  return [
    resultOf(
      `${name}.p50`,
      "ms",
      rounds.map(({ tookMs }) => percentile(tookMs, 0.5)),
    ),
    resultOf(
      `${name}.p95`,
      "ms",
      rounds.map(({ tookMs }) => percentile(tookMs, 0.95)),
    ),
    resultOf(
      `${name}.calls`,
      "calls a store",
      perStore(({ calls }) => calls),
    ),
    resultOf(
      `${name}.transactions`,
      "transactions a store",
      perStore(({ transactions: made }) => made),
    ),
    resultOf(
      `${name}.appCpu`,
      "ms a store",
      perStore(({ appCpuMs }) => appCpuMs),
    ),
    resultOf(
      `${name}.databaseCpu`,
      "ms a store",
      perStore((round) => round.databaseCpuMs),
    ),
  ];
}

/** How many of the hour's checks begin in its busiest second and minute. */
async function spread(): Promise<Result[]> {
  const { turns } = await import("#lib/jobs/tasks/reconcile-all.ts");
  const times = turns(STORES, new Date(0)).map((turn) => turn.getTime());
  const busiest = (ms: number) => {
    const groups = Map.groupBy(times, (time) => Math.floor(time / ms));
    return Math.max(...[...groups.values()].map(({ length }) => length));
  };
  return [
    resultOf("reconcile.spread.second", "stores at most", [busiest(1_000)]),
    resultOf("reconcile.spread.minute", "stores at most", [busiest(60_000)]),
  ];
}

/** Does `work` for each store, a few at a time; answers how long each took, in milliseconds. */
async function forEach(
  hashes: readonly StoreHash[],
  work: (hash: StoreHash) => Promise<void>,
): Promise<number[]> {
  const queue = [...hashes];
  const tookMs: number[] = [];
  const worker = async () => {
    for (let hash = queue.pop(); hash !== undefined; hash = queue.pop()) {
      const begun = performance.now();
      await work(hash);
      tookMs.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return tookMs;
}

/** Stores with the subscriptions of a new one. */
async function fill(lab: Lab): Promise<StoreHash[]> {
  const { inTransaction } = await import("#lib/platform/db/transaction.ts");
  const { addStarterSubscriptions } = await import("#lib/features/subscriptions/records.ts");
  const { StoreHash: Hash } = await import("#lib/ids.ts");
  const hashes = Array.from({ length: STORES }, (_, index) => Hash.parse(`bench${index}`));
  for (const hash of hashes) {
    await lab.addStore(hash, `token of ${hash}`);
    await inTransaction((tx) => addStarterSubscriptions(tx, hash, new Date()));
  }
  return hashes;
}

async function switchSomeOff(port: number, hashes: readonly StoreHash[]): Promise<void> {
  // Not the same hooks in every round: the keeper switches one on once an hour and no more often.
  switched++;
  const control = `http://127.0.0.1:${port}/control/stores`;
  for (const hash of hashes.filter((_, index) => index % ONE_OFF_IN === switched % ONE_OFF_IN)) {
    // Cast: the control API answers so; see docs/simulator.md.
    const { hooks } = (await (await fetch(`${control}/${hash}/hooks`)).json()) as { hooks: { id: number }[] };
    const response = await fetch(`${control}/${hash}/hooks/${hooks[0]?.id}`, {
      method: "PATCH",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ is_active: false, status: "deactivated" }),
    });
    if (!response.ok) throw new Error(`the hook of ${hash} could not be switched off: ${response.status}`);
  }
}
let switched = 0;
