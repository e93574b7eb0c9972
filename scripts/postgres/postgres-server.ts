import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { AppError } from "#lib/errors.ts";
import { clearCluster, stopPostmaster } from "./postmaster.ts";

/** PostgreSQL refuses to run as root; this is whom it runs as instead. */
export interface Account {
  uid: number;
  gid: number;
}

export interface ServerOptions {
  /** Folder of `initdb` and `postgres`. */
  binDir: string;
  /** The cluster; made when absent. Its parent must exist and belong to the account. */
  clusterDir: string;
  /** Absent: the user of this process. */
  account?: Account | undefined;
  password: string;
  /** Used when free, so that an address noted yesterday still works; otherwise any free one. */
  portWanted?: number | undefined;
  logFile: string;
  /** Server settings over the defaults below. */
  settings?: Readonly<Record<string, string>>;
  /** What `initdb` hears of encoding and collation, instead of UTF-8 in the order of its bytes. */
  initdb?: readonly string[] | undefined;
}

export interface PostgresServer {
  pid: number;
  port: number;
  /** Address of one database of this server. */
  urlOf(database: string): string;
  /** Settles when the server's process has ended, for whatever reason. */
  ended: Promise<void>;
  /** Fast shutdown; may be repeated. */
  stop(): Promise<void>;
}

/** The database server could not be prepared or did not come up. */
export class DatabaseFailedToStart extends AppError {
  readonly code = "DATABASE_FAILED_TO_START";
  readonly retryable = false;
}

export const DATABASE_USER = "keeper";

/** Address of a database of a server that `startPostgres` started on this machine. */
export function addressOf(server: { port: number | string; password: string; database: string }): string {
  const { port, password, database } = server;
  return `postgres://${DATABASE_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

const READY_WITHIN_MS = 60_000;
const ATTEMPTS = 5;
/** A fixed environment: PG* variables of whoever starts the app must not reach the server. */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
};

/**
 * Starts a PostgreSQL of our own on 127.0.0.1 with password authentication, durable unless told otherwise. Clears away
 * what an earlier run left: a server still running in the cluster is stopped first, a busy port is passed over.
 * @throws {DatabaseFailedToStart} with the end of the server's log.
 */
export async function startPostgres(options: ServerOptions): Promise<PostgresServer> {
  await clearCluster(options.clusterDir);
  const major = majorVersion(options);
  if (!existsSync(join(options.clusterDir, "PG_VERSION"))) initialise(options, major);
  const made = Number.parseInt(readFileSync(join(options.clusterDir, "PG_VERSION"), "utf8"), 10);
  if (made !== major) {
    throw new DatabaseFailedToStart(
      `The data in ${options.clusterDir} was made by PostgreSQL ${made} and this is ${major}: dump it with the old one and load it again`,
    );
  }
  let failure = "";
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const wanted = attempt === 1 ? options.portWanted : undefined;
    const port = wanted !== undefined && (await isFree(wanted)) ? wanted : await anyFreePort();
    const server = await launch(options, port);
    if (typeof server !== "string") return server;
    failure = server;
    // Worth another try: somebody took the port in between, or processes of a killed server are still ending.
    if (!/could not bind|could not create any TCP|shared memory block|lock file/i.test(failure)) break;
    await pause(attempt * 500);
  }
  throw new DatabaseFailedToStart(
    `PostgreSQL did not start; its log (${options.logFile}) ends with:\n${failure}`,
  );
}

function runAs(options: ServerOptions): SpawnOptions {
  // The working folder of root may be closed to the account.
  return { cwd: "/", env: ENVIRONMENT, ...options.account };
}

function majorVersion(options: ServerOptions): number {
  const { stdout, error } = spawnSync(join(options.binDir, "postgres"), ["--version"], {
    ...runAs(options),
    encoding: "utf8",
  });
  const major = /\) (\d+)/.exec(stdout ?? "")?.[1];
  if (major) return Number(major);
  throw new DatabaseFailedToStart(`${join(options.binDir, "postgres")} does not run on this machine`, {
    cause: error,
  });
}

function initialise(options: ServerOptions, major: number): void {
  // Made under another name and renamed when whole, so that an interrupted first start leaves nothing half made.
  const draft = `${options.clusterDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  const passwordFile = `${options.clusterDir}.password`;
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (options.account) chownSync(passwordFile, options.account.uid, options.account.gid);
  const order =
    major >= 17
      ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
      : ["--locale=C.UTF-8"];
  const locale = options.initdb ?? ["--encoding=UTF8", ...order];
  const { status, stderr } = spawnSync(
    join(options.binDir, "initdb"),
    [
      `--pgdata=${draft}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      ...locale,
    ],
    { ...runAs(options), encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new DatabaseFailedToStart(`initdb failed:\n${stderr}`);
  renameSync(draft, options.clusterDir);
}

async function launch(options: ServerOptions, port: number): Promise<PostgresServer | string> {
  const settings = { ...SETTINGS, ...options.settings };
  const output = openSync(options.logFile, "w", 0o600);
  const child = spawn(
    join(options.binDir, "postgres"),
    [
      "-D",
      options.clusterDir,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    // A session of its own, so that Ctrl-C in the terminal reaches the app alone, which stops the server last.
    { ...runAs(options), detached: true, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  const { pid } = child;
  const ended = endOf(child);
  if (pid === undefined) return `${options.binDir}/postgres could not be run`;
  const urlOf = (database: string) => addressOf({ port, password: options.password, database });
  if (!(await becomesReady(urlOf("postgres"), child))) {
    if (child.exitCode === null && child.signalCode === null) await stopPostmaster(pid);
    await ended;
    return readFileSync(options.logFile, "utf8").trim().split("\n").slice(-8).join("\n");
  }
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopPostmaster(pid).then(() => ended));
  return { pid, port, urlOf, ended, stop };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
}

async function becomesReady(url: string, child: ChildProcess): Promise<boolean> {
  for (const endAt = Date.now() + READY_WITHIN_MS; Date.now() < endAt;) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      await pause(30);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1", exclusive: true }, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
