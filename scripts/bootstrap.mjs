// The first thing that `npm start` and `npm test` run. It has no packages and runs on any Node.js from 20.19 on: it
// installs what is missing and hands over to a script that the project's own Node.js runs.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { whenNpmIsGone } from "./parents.mjs";

const PROJECT_DIR = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const NODE = join(PROJECT_DIR, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
const TASKS = {
  start: ["scripts/start.ts"],
  dev: ["scripts/start.ts", "--dev"],
  build: ["scripts/build.ts"],
  test: ["scripts/test.ts"],
  check: ["scripts/test.ts", "--quick"],
  migrate: ["scripts/migrate.ts"],
  "rotate-keys": ["scripts/rotate-keys.ts"],
  address: ["scripts/address.ts"],
  operator: ["scripts/operator.ts"],
  worker: ["scripts/worker.ts"],
  simulator: ["scripts/simulator.ts"],
  bench: ["tests/bench/main.ts"],
  pictures: ["tests/e2e/pictures.ts"],
  art: ["tests/e2e/art.ts"],
  "test:alarms": ["tests/alarms/main.ts"],
  "test:crash": ["tests/crash/main.ts"],
  "test:fleet": ["tests/fleet/main.ts"],
  "test:forwarding": ["tests/forwarding/main.ts"],
  "test:fuzz": ["tests/fuzz/main.ts"],
  "test:image": ["tests/image/main.ts"],
  "test:overload": ["tests/overload/main.ts"],
  "test:proxies": ["tests/surroundings/main.ts"],
};
/** What needs no development packages; for these an installation without them is left as it is. */
const RUNNERS = new Set([
  "start",
  "build",
  "worker",
  "migrate",
  "rotate-keys",
  "address",
  "operator",
  "simulator",
]);
const GENERATED = "lib/platform/db/generated/internal/class.ts";
/** Of what V8 made of our sources: each further start of a process takes a third less of the processor, and less memory. */
const COMPILED = "node_modules/.cache/compiled";
const HEARTBEAT_MS = 5_000;

let current;
let isStopping = false;
/** To a person; what is handed over to may have standard output for its log. */
const say = (line) => process.stderr.write(`${line}\n`);

/** Runs a command quietly, with a sign of life now and then; shows the end of what it said when it fails. */
function step(title, command, args) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  say(`${title} ...`);
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: PROJECT_DIR,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    current = child;
    let said = "";
    const keep = (chunk) => {
      said = (said + chunk).slice(-8_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const heartbeat = setInterval(() => say(`  still at it, ${seconds()} s`), HEARTBEAT_MS);
    const end = (code) => {
      clearInterval(heartbeat);
      current = undefined;
      if (code === 0) say(`  done in ${seconds()} s`);
      else if (!isStopping)
        process.stderr.write(`${said.trim().split("\n").slice(-30).join("\n")}\n${title} failed.\n`);
      done(code === 0);
    };
    child.once("error", (error) => {
      said += error.message;
      end(1);
    });
    child.once("exit", (code) => end(code ?? 1));
  });
}

const contentOf = (path) => readFileSync(join(PROJECT_DIR, path), "utf8");

/** What npm noted of the folder of packages: does it do for the task, and was it made without development packages? */
function installation(isRunner) {
  const mark = join(PROJECT_DIR, "node_modules/.package-lock.json");
  if (!existsSync(mark)) return { isEnough: false, isBare: false };
  const installed = JSON.parse(readFileSync(mark, "utf8")).packages;
  const isNewer = statSync(mark).mtimeMs >= statSync(join(PROJECT_DIR, "package-lock.json")).mtimeMs;
  const { dependencies, devDependencies } = JSON.parse(contentOf("package.json"));
  const needed = Object.keys(isRunner ? dependencies : { ...dependencies, ...devDependencies });
  return {
    isEnough:
      existsSync(NODE) &&
      (isNewer || isSameTree(installed)) &&
      needed.every((name) => Object.hasOwn(installed, `node_modules/${name}`)),
    isBare: !Object.values(installed).some(({ dev }) => dev),
  };
}

/** A fresh checkout has newer dates and the same contents: npm's own note of what it installed decides. */
function isSameTree(installed) {
  const wanted = JSON.parse(contentOf("package-lock.json")).packages;
  // Packages for other systems are in the lockfile and not in the folder.
  return Object.entries(installed).every(([name, { version }]) => wanted[name]?.version === version);
}

async function install(isRunner) {
  const { isEnough, isBare } = installation(isRunner);
  if (isEnough) return true;
  // npm names itself to the scripts it runs; on its own, `npm` is looked up on the PATH.
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const [command, ...before] = npm;
  const extent = isRunner && isBare ? "--omit=dev" : "--include=dev";
  const args = [...before, "ci", extent, "--no-audit", "--no-fund", "--loglevel=error"];
  if (!(await step("Installing packages", command, args))) return false;
  if (existsSync(NODE)) return true;
  process.stderr.write(
    "The packages are here, but not the Node.js among them: npm ran no install scripts. Allow them (npm config set ignore-scripts false) and start again.\n",
  );
  return false;
}

/** Prisma notes the schema, laid out in its own way, and its version in the client: dates change with every copy. */
function isGenerated() {
  if (!existsSync(join(PROJECT_DIR, GENERATED))) return false;
  const client = contentOf(GENERATED);
  const [, schema = '""'] = /"inlineSchema": (".*")/.exec(client) ?? [];
  const { version } = JSON.parse(contentOf("node_modules/@prisma/client/package.json"));
  const squeezed = (text) => text.replaceAll(/\s+/g, " ").trim();
  return (
    client.includes(`"clientVersion": "${version}"`) &&
    squeezed(JSON.parse(schema)) === squeezed(contentOf("prisma/schema.prisma"))
  );
}

async function generate() {
  if (isGenerated()) return true;
  const prisma = "node_modules/prisma/build/index.js";
  if (existsSync(join(PROJECT_DIR, prisma)))
    return step("Generating the database client", NODE, [prisma, "generate"]);
  process.stderr.write(
    "The database client is not there, or belongs to another version, and the packages that make it are left out: bring lib/platform/db/generated and .next-builds from where the app was built, or run npm ci --omit=dev.\n",
  );
  return false;
}

/** Ends what runs now, once; the terminal's signal and npm's copy of it count as one. */
function stop(signal) {
  if (isStopping) return;
  isStopping = true;
  try {
    if (current?.pid) process.kill(current.connected ? current.pid : -current.pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

function handOver(script, args) {
  return new Promise((done) => {
    const env = {
      NODE_COMPILE_CACHE: join(PROJECT_DIR, COMPILED),
      ...process.env,
      PATH: `${join(PROJECT_DIR, "node_modules/.bin")}:${process.env.PATH ?? ""}`,
    };
    // In a group of its own, so that Ctrl-C comes through `stop` alone, once. The channel tells it when we are gone.
    const child = spawn(NODE, [...script, ...args], {
      cwd: PROJECT_DIR,
      env,
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      detached: true,
    });
    current = child;
    child.once("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      done(1);
    });
    child.once("exit", (code) => done(code ?? 1));
  });
}

async function main() {
  const words = process.argv.slice(2);
  // `hand-over.sh` prepares for a task, and then does it itself.
  const isPreparing = words[0] === "prepare";
  const [name = "", ...args] = isPreparing ? words.slice(1) : words;
  const script = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  if (!script) {
    process.stderr.write(`Name one of: ${Object.keys(TASKS).join(", ")}\n`);
    return 1;
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  whenNpmIsGone(() => stop("SIGTERM"));
  // Writing a migration takes Prisma's engine.
  const isRunner = RUNNERS.has(name) && !(name === "migrate" && args[0] === "new");
  for (const prepare of [install, generate]) {
    const isDone = await prepare(isRunner);
    if (isStopping) return 130;
    if (!isDone) return 1;
  }
  return isPreparing ? 0 : handOver(script, args);
}

process.exitCode = await main();
