// `npm start`: brings up all parts in order, watches over them, and takes them down in order.
import "./environment.ts";
import { join } from "node:path";
import { collectWhenCalm } from "#lib/calm-collection.ts";
import { parseConfig, type Config } from "#lib/config/config.ts";
import { clearCluster } from "#scripts/postgres/postmaster.ts";
import { AppError } from "#lib/errors.ts";
import { buildWhenStale } from "./builds.ts";
import {
  PROJECT_DIR,
  PartFailed,
  startChild,
  whenReady,
  type Child,
  type ChildOrder,
  type LogFile,
  type Ready,
} from "./child.ts";
import type { DatabaseOrder } from "./database.ts";
import { openDemoLog } from "./demo-log.ts";
import { firstSteps } from "./first-steps.ts";
import { claimDataDir } from "./instance.ts";
import { whenNpmIsGone } from "./parents.mjs";
import { firstPage, whenHealthy } from "./ready.ts";
import { exposedFile } from "./settings.ts";
import { settle } from "./settle.ts";
import { beginStep, leaveOutputToLog, say, toldAlike, warn } from "./steps.ts";

const isDevelopment = process.argv.includes("--dev");
/** Parts in the order of their stop: who sends first, who keeps last. */
const STOP_ORDER = ["the migration", "the demo", "the build", "the simulator", "the app", "the database"];

/** What it takes to undo the migration at work; one that is killed leaves nothing behind either. */
const UNDO_MS = 20_000;

/** A part has said already why it cannot go on. */
class Told extends Error {}

/** What the app may take for its own stop, which it bounds itself. */
const STOP_MS = 9_000;

const running: Child[] = [];
let stopping: Promise<void> | undefined;
let release: () => void = () => undefined;
let clusterDir: string | undefined;
/** Where the parts of a demo write, so that its terminal holds what a person needs. */
let logFile: LogFile | undefined;

/** Stops every part, in order, and ends this process. The first call decides the exit code. */
function stopAll(exitCode: number): Promise<void> {
  return (stopping ??= (async () => {
    for (const name of STOP_ORDER) {
      await Promise.all(running.filter((child) => child.name === name).map((child) => child.stop()));
    }
    // Its owner may have been killed, and then nobody else stops the server.
    if (clusterDir) await clearCluster(clusterDir);
    release();
    process.exit(exitCode);
  })());
}

/** Starts a part and waits for its word; once it runs, its end is the end of everything. */
async function bringUp(
  order: Omit<ChildOrder, "onStarted" | "logFile">,
  note: { addChild(pid: number): void },
): Promise<Ready> {
  const started = startChild({ ...order, logFile, onStarted: (pid) => note.addChild(pid) });
  running.push(started.child);
  const ready = await whenReady(started);
  void started.child.ended.then((how) => {
    if (stopping) return;
    process.stderr.write(
      `${capitalised(order.name)} ended unexpectedly (${how}); everything is stopped.${seeLog()}\n`,
    );
    void stopAll(1);
  });
  return ready;
}

/** Where more is said, when that is not here. */
const seeLog = () => (logFile ? ` Its log is ${logFile.path}` : "");

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

async function prepareDatabase(
  config: Config,
  env: NodeJS.ProcessEnv,
  note: { addChild(pid: number): void },
): Promise<string> {
  let { databaseUrl } = config;
  if (!databaseUrl) {
    const step = beginStep("Starting PostgreSQL");
    const order: DatabaseOrder = { dataDir: config.dataDir };
    const ready = await bringUp(
      {
        name: "the database",
        script: "scripts/database.ts",
        args: [JSON.stringify(order)],
        env,
        stopWithinMs: 30_000,
      },
      note,
    );
    databaseUrl = ready.url ?? "";
    step.done();
    const lies = ready.dataDir ?? "";
    clusterDir = join(lies, "cluster");
    if (!lies.startsWith(config.dataDir))
      say(`  The data lies in ${lies}, because PostgreSQL does not run as root.`);
  }
  await migrateDatabase({ ...env, DATABASE_URL: databaseUrl });
  return databaseUrl;
}

/** @throws {Told} when it could not be made ready. */
async function migrateDatabase(env: NodeJS.ProcessEnv): Promise<void> {
  const { child } = startChild({
    name: "the migration",
    script: "scripts/prepare-database.ts",
    args: toldAlike(),
    env,
    stopWithinMs: UNDO_MS,
    onStarted: () => undefined,
  });
  running.push(child);
  const how = await child.ended;
  if (how === "exit code 1") throw new Told();
  if (how !== "exit code 0") throw new PartFailed(`The database was not made ready (${how})`);
}

async function start(): Promise<void> {
  const { dataDir, isSandbox } = parseConfig(process.env);
  if (!isSandbox && !isDevelopment) leaveOutputToLog();
  warn(isSandbox ? null : exposedFile());
  const note = await claimDataDir(dataDir);
  release = note.release;
  if (isSandbox && !isDevelopment) logFile = openDemoLog(dataDir);
  const { config, env: settled } = await settle();
  const env: NodeJS.ProcessEnv = {
    ...settled,
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };

  const building = isDevelopment
    ? Promise.resolve(undefined)
    : buildWhenStale({ env, onStarted: (child) => running.push(child) });
  const [databaseUrl, distDir] = await Promise.all([prepareDatabase(config, env, note), building]);

  const simulatorUrl = `http://127.0.0.1:${config.simulatorPort}`;
  if (config.isSandbox) {
    const { clientId, clientSecret } = config.bigcommerce;
    const credentials = { BIGCOMMERCE_CLIENT_ID: clientId, BIGCOMMERCE_CLIENT_SECRET: clientSecret };
    await bringUp(
      {
        name: "the simulator",
        script: "simulator/main.ts",
        env: { ...env, ...credentials },
        stopWithinMs: 3_000,
      },
      note,
    );
  }
  // Whatever is edited from now on: what was built is served, and the log says its version.
  if (distDir) process.env.NEXT_DIST_DIR = env.NEXT_DIST_DIR = distDir;
  const SPOOL_DIR = env.SPOOL_DIR || join(config.dataDir, "spool");
  const appEnv = { ...env, DATABASE_URL: databaseUrl, SPOOL_DIR };
  await bringUp(
    {
      name: "the app",
      script: "server.ts",
      env: appEnv,
      stopWithinMs: STOP_MS + config.stopDelaySeconds * 1_000,
    },
    note,
  );
  await whenHealthy(config);
  if (config.isSandbox) await prepareDemo(appEnv);

  const url = config.isSandbox ? await firstPage(simulatorUrl) : config.appUrl;
  note.setUrl(url);
  say(`${config.isSandbox ? "\n" : ""}Ready: ${url}`);
  if (config.isSandbox)
    say(firstSteps({ url, logPath: logFile?.path ?? null, dataDir: config.dataDir }, process.cwd()));
  if (!config.isSandbox && !isDevelopment) {
    // Not before: the logger reads the settings when it is imported.
    const { log } = await import("#lib/log/log.ts");
    log.info({ url }, `Ready: ${url}`);
  }
  collectWhenCalm();
  process.send?.({ type: "ready", appUrl: config.appUrl, simulatorUrl, databaseUrl, url });
}

/** Fills the control panel's first store. A demo that is not complete is no reason to stop the app. */
async function prepareDemo(env: NodeJS.ProcessEnv): Promise<void> {
  const step = beginStep("Preparing the demo store");
  const { child } = startChild({
    name: "the demo",
    script: "scripts/demo.ts",
    execArgv: ["--import", join(PROJECT_DIR, "scripts/end-with-parent.ts")],
    env,
    logFile,
    stopWithinMs: 2_000,
    onStarted: () => undefined,
  });
  running.push(child);
  const how = await child.ended;
  step.done();
  if (how !== "exit code 0" && !stopping)
    process.stderr.write(`The demo store is not complete (${how}).${seeLog()}\n`);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!stopping) say("Stopping ...");
    void stopAll(0);
  });
}
process.on("disconnect", () => void stopAll(0));
if (!process.connected) whenNpmIsGone(() => void stopAll(0));
// The terminal may close before we have said everything.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

try {
  await start();
} catch (error) {
  if (!stopping && !(error instanceof Told)) {
    const isExpected = error instanceof AppError;
    const words =
      error instanceof Error ? ((isExpected ? undefined : error.stack) ?? error.message) : String(error);
    process.stderr.write(`${words}${error instanceof PartFailed ? `.${seeLog()}` : ""}\n`);
  }
  await stopAll(1);
}
