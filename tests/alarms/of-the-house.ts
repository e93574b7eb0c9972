import { setTimeout as pause } from "node:timers/promises";
import { MINUTE_MS } from "#lib/time.ts";
import { freePort } from "#tests/lab/lab.ts";
import { until, type Ground } from "./ground.ts";
import type { Trial } from "./trial.ts";

const TOKEN = "a token of the lab";
/** A store that BigCommerce knows, and others whose token it does not know. */
const REFUSED_STORES = ["lab2", "lab3", "lab4"];
/** Of what it is granted, 2 GB, the process takes 1.6 when the alarm is to ring. */
const LEAK_BYTES = 1_700_000_000;

let bringBack: () => Promise<void> = () => Promise.resolve();

/** Has BigCommerce know a store under a token. */
function know(ground: Ground, hash: string, accessToken: string): void {
  const { world } = ground.simulator;
  const store = world.store(hash) ?? world.createStore({ hash });
  store.installation = { clientId: "an id", accessToken, scopes: [], userIds: [] };
}

async function faults(ground: Ground, body: unknown): Promise<void> {
  await fetch(`${ground.simulator.url}/control/faults`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

const check = (ground: Ground, hash: string) => ground.command("scripts/operator.ts", "check", hash);
const calls = (ground: Ground, status: string) =>
  ground.figure("worker", "bigcommerce_calls_total", `status="${status}"`);

/** A store is compared with BigCommerce, and a call ends so. */
async function checkUntil(ground: Ground, status: string): Promise<void> {
  const before = await calls(ground, status);
  await check(ground, "lab1");
  await until(`BigCommerce answers ${status}`, async () => (await calls(ground, status)) > before);
}

const failedJobs = (ground: Ground) =>
  ground.admin.query("SELECT FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL");

/** Has a process take memory, as a leak would. Source: Chrome DevTools Protocol, Runtime.evaluate. */
async function leak(inspector: string): Promise<void> {
  // Cast: so the inspector of Node.js answers. Source: Node.js docs, Debugger.
  const [target] = (await (await fetch(`http://${inspector}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? "");
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
  const answered = new Promise((resolve) => socket.addEventListener("message", resolve, { once: true }));
  const expression = `globalThis.leak = Buffer.alloc(${LEAK_BYTES}, 1), 0`;
  socket.send(JSON.stringify({ id: 1, method: "Runtime.evaluate", params: { expression } }));
  await answered;
  socket.close();
}

/** Alarms about processes, the database, jobs, BigCommerce. */
export const OF_THE_HOUSE: readonly Trial[] = [
  {
    alert: "KeeperGone",
    provoke: async (ground) => void (await Promise.all([ground.stop("spooling"), ground.stop("plain")])),
    mend: async (ground) => void (await Promise.all([ground.start("spooling"), ground.start("plain")])),
  },
  {
    alert: "KeeperProcessDown",
    provoke: (ground) => ground.stop("worker", "SIGKILL"),
    mend: (ground) => ground.start("worker"),
  },
  {
    alert: "DatabaseUnreadable",
    provoke: async (ground) => {
      bringBack = await ground.takeAway("gone");
    },
    mend: () => bringBack(),
  },
  {
    alert: "ConnectionsShort",
    provoke: async (ground) => {
      await ground.lock("_prisma_migrations", "ACCESS EXCLUSIVE");
      const asked = Array.from({ length: 30 }, () => fetch(`${ground.origin("plain")}/api/health`));
      for (const each of asked) each.then((answer) => answer.text()).catch(() => undefined);
      await pause(500);
    },
    mend: (ground) => ground.endPerson(),
  },
  {
    alert: "MigrationMissing",
    // As a version left it that ended between a migration and the note of it.
    provoke: async (ground) =>
      void (await ground.admin.query(
        `UPDATE _prisma_migrations SET finished_at = NULL
         WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
      )),
    mend: async (ground) => void (await ground.command("scripts/migrate.ts")),
  },
  {
    alert: "ClockOff",
    // Ours is ten minutes ahead of BigCommerce's; when it is right again, deliveries say so.
    provoke: async (ground) =>
      void (await ground.deliver("plain", ground.deliveries(8, new Date(Date.now() - 10 * MINUTE_MS)))),
    mend: async (ground) => {
      // Of what is believed, one in a tenth of a second tells the time.
      for (let sent = 0; sent < 20; sent++) {
        await ground.deliver("plain", ground.deliveries(1));
        await pause(150);
      }
    },
  },
  {
    alert: "NoWorker",
    provoke: (ground) => ground.stop("worker"),
    mend: (ground) => ground.start("worker"),
  },
  {
    alert: "JobsLate",
    // Nobody works on a job that was due ten minutes ago.
    provoke: async (ground) => {
      await ground.stop("worker");
      await ground.admin.query(
        "SELECT graphile_worker.add_job('check-alerts', $1, run_at := now() - interval '10 minutes')",
        [{ storeHash: "lab1" }],
      );
    },
    mend: (ground) => ground.start("worker"),
  },
  {
    alert: "JobsGivenUp",
    provoke: async (ground) => {
      await ground.admin.query("SELECT graphile_worker.add_job('check-alerts', '{}', max_attempts := 1)");
      await until("it is given up", async () => (await failedJobs(ground)).rowCount === 1);
    },
    mend: async (ground) => {
      const told = await ground.command("scripts/operator.ts", "stuck", "--json");
      const { jobs } = JSON.parse(told) as { jobs: { id: string }[] }; // as docs/operator.md says
      for (const { id } of jobs) await ground.command("scripts/operator.ts", "stuck", id, "--drop");
    },
  },
  {
    alert: "BigCommerceFailing",
    live: async (ground) => {
      know(ground, "lab1", TOKEN);
      await checkUntil(ground, "200");
    },
    provoke: async (ground) => {
      await faults(ground, { api: "503" });
      await checkUntil(ground, "503");
    },
    mend: (ground) => faults(ground, { api: "none" }),
  },
  {
    alert: "TokensRefused",
    provoke: async (ground) => {
      for (const hash of REFUSED_STORES) {
        await ground.lab.addStore(hash, "a token that was revoked");
        know(ground, hash, "another");
        await check(ground, hash);
      }
      await until("all are refused", async () => {
        const { rowCount } = await ground.admin.query("SELECT FROM stores WHERE needs_reauthorisation");
        return rowCount === REFUSED_STORES.length;
      });
    },
    // Their owners install the app again.
    mend: async (ground) => {
      for (const hash of REFUSED_STORES) {
        await ground.lab.addStore(hash, "another");
        await check(ground, hash);
      }
    },
  },
  {
    alert: "EventLoopBlocked",
    // A machine that is too small stands still, and again.
    provoke: async (ground) => {
      const pid = ground.pid("plain");
      for (let round = 0; round < 6; round++) {
        process.kill(pid, "SIGSTOP");
        await pause(900);
        process.kill(pid, "SIGCONT");
        await pause(200);
      }
    },
    mend: () => Promise.resolve(),
  },
  {
    alert: "MemoryHigh",
    provoke: async (ground) => {
      const inspector = `127.0.0.1:${await freePort()}`;
      await ground.restart("plain", { NODE_OPTIONS: `--inspect=${inspector}` });
      await leak(inspector);
    },
    mend: (ground) => ground.restart("plain", { NODE_OPTIONS: "" }),
  },
];
