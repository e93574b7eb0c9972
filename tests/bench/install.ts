import { setTimeout as pause } from "node:timers/promises";
import { STARTER_SCOPES } from "#lib/catalogue/catalogue.ts";
import { buildWhenStale } from "#scripts/builds.ts";
import { freePort, openLab } from "#tests/lab/lab.ts";
import { fillStores } from "./many-stores.ts";
import { median, resultOf, type Result } from "./statistics.ts";

const STORES = 10_000;
/** What each call to BigCommerce takes. */
const CALL_MS = 1_500;
/** So many checks are late before somebody installs the app: the round has all that the clock may have. */
const LATE_CHECKS = 30;
const LOOK_EVERY_MS = 25;
/** Longer than this nobody waits for anything here. */
const GIVE_UP_MS = 180_000;

/**
 * Measures an installation, from the merchant's click to the last of the new store's webhooks at BigCommerce, alone and
 * while the hour's checks of 10,000 stores are under way, in turns. Every call to BigCommerce takes 1.5 seconds, which is
 * more than the round can keep up with. The product runs as `npm start` has it: the app, and the worker in its process.
 */
export async function measureInstall(rounds: number, say: (line: string) => void): Promise<Result[]> {
  await buildWhenStale();
  const [appPort, port] = [await freePort(), await freePort()];
  const bigcommerce = `http://127.0.0.1:${port}`;
  const lab = await openLab({ BIGCOMMERCE_API_URL: bigcommerce, BIGCOMMERCE_LOGIN_URL: bigcommerce });
  try {
    const { config } = await import("#lib/config/config.ts");
    const { clientId, clientSecret } = config().bigcommerce;
    say(`making ${STORES} stores ...`);
    await fillStores(STORES);
    await lab.start("tests/bench/servers/simulator.ts", {
      PORT: String(port),
      STORES: String(STORES),
      HOOKS: "yes",
      CLIENT_ID: clientId,
      CLIENT_SECRET: clientSecret,
      APP_ORIGIN: `http://localhost:${appPort}`,
    });
    await control(bigcommerce, "/faults", { api: { latencyMs: CALL_MS } });
    await lab.start("server.ts", { PORT: String(appPort), WORKER: "inline" });

    // The first one makes the app load what it needs for all others.
    await endRound();
    await install(bigcommerce, "first");
    const alone: number[] = [];
    const meanwhile: number[] = [];
    const checked: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      await endRound();
      alone.push(await install(bigcommerce, `alone${round}`));
      const begunAt = new Date();
      await beginRound();
      meanwhile.push(await install(bigcommerce, `meanwhile${round}`));
      checked.push(await checksSince(begunAt));
      say(
        `round ${round}: ${alone.at(-1)?.toFixed(2)} s alone, ${meanwhile.at(-1)?.toFixed(2)} s meanwhile; ` +
          `${checked.at(-1)?.toFixed(2)} stores checked a second`,
      );
    }
    return [
      resultOf("install.alone", "s", alone),
      resultOf("install.duringTheRound", "s", meanwhile),
      resultOf("install.ratio", "to alone", [median(meanwhile) / median(alone)]),
      resultOf("install.checksMeanwhile", "stores a second", checked),
    ];
  } finally {
    await lab.close();
  }
}

/** Installs the app in a new store; answers how many seconds it took until all its webhooks were there. */
async function install(bigcommerce: string, hash: string): Promise<number> {
  await control(bigcommerce, "/stores", { hash });
  const beganAtMs = performance.now();
  const visit = control(bigcommerce, `/stores/${hash}/install`, {});
  await until(`${hash} has its webhooks`, async () => {
    // Cast: the control API answers so; see docs/simulator.md.
    const { hooks } = (await control(bigcommerce, `/stores/${hash}/hooks`)) as { hooks: unknown[] };
    return hooks.length === STARTER_SCOPES.length;
  });
  const seconds = (performance.now() - beganAtMs) / 1_000;
  await visit;
  return seconds;
}

/** Begins the hour's round, and resolves when it lags behind. */
async function beginRound(): Promise<void> {
  const { database } = await import("#lib/platform/db/client.ts");
  const { enqueueJob } = await import("#lib/platform/queue/enqueue.ts");
  const { inTransaction } = await import("#lib/platform/db/transaction.ts");
  await inTransaction((tx) => enqueueJob(tx, "reconcile-all", { because: "hourly" }));
  await until("the round lags behind", async () => {
    const { rowCount } = await database().pool.query(
      "SELECT FROM graphile_worker.jobs WHERE key LIKE '%:hourly:%' AND run_at < now() AND locked_at IS NULL",
    );
    return (rowCount ?? 0) >= LATE_CHECKS;
  });
}

/** Takes everything out of the queue, and resolves when nothing is worked on either. */
async function endRound(): Promise<void> {
  const { database } = await import("#lib/platform/db/client.ts");
  await until("the queue is empty", async () => {
    await database().pool.query("DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL");
    const { rowCount } = await database().pool.query("SELECT FROM graphile_worker.jobs");
    return rowCount === 0;
  });
}

async function checksSince(begunAt: Date): Promise<number> {
  const { database } = await import("#lib/platform/db/client.ts");
  const { rowCount } = await database().pool.query(
    "SELECT FROM stores WHERE hash LIKE 'bench%' AND checked_at >= $1",
    [begunAt],
  );
  return ((rowCount ?? 0) * 1_000) / (Date.now() - begunAt.getTime());
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const givingUpAtMs = performance.now() + GIVE_UP_MS;
  while (!(await isSo())) {
    if (performance.now() > givingUpAtMs) throw new Error(`${GIVE_UP_MS} ms passed before ${what}`);
    await pause(LOOK_EVERY_MS);
  }
}

async function control(bigcommerce: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${bigcommerce}/control${path}`, {
    headers: { "Content-Type": "application/json" },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
