import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { preparePlace } from "./embedded-place.ts";
import { addressOf, startPostgres, type PostgresServer } from "./postgres-server.ts";

const DATABASE = "keeper";

export interface EmbeddedDatabase {
  /** Address for `DATABASE_URL`, password included. */
  url: string;
  pid: number;
  /** Where the data lies; not always inside `DATA_DIR`, see `embedded-place.ts`. */
  dataDir: string;
  ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the project's own PostgreSQL and makes sure that its database exists. Works after any crash: a server that
 * outlived an earlier run is stopped first, and one that was killed recovers from its log.
 * @param dataDir `DATA_DIR`; holds the password, the port and the place of the data, readable by their owner alone.
 * @throws {DatabaseFailedToStart} saying what is in the way.
 */
export async function startEmbeddedDatabase(options: {
  dataDir: string;
  settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir);
  const { binDir, homeDir, account } = preparePlace(dataDir);
  const portFile = join(dataDir, "database-port");
  const server = await startPostgres({
    binDir,
    clusterDir: join(homeDir, "cluster"),
    account,
    password: keptPassword(join(dataDir, "database-password")),
    portWanted: existsSync(portFile)
      ? Number.parseInt(readFileSync(portFile, "utf8"), 10) || undefined
      : undefined,
    logFile: join(dataDir, "database.log"),
    ...(options.settings ? { settings: options.settings } : {}),
  });
  writeFileSync(portFile, `${server.port}\n`);
  await ensureDatabase(server);
  return {
    url: server.urlOf(DATABASE),
    pid: server.pid,
    dataDir: homeDir,
    ended: server.ended,
    stop: server.stop,
  };
}

/**
 * Address of the embedded database that another process serves for this folder. Whether it answers is not known.
 * @throws when none ever ran here.
 */
export function notedAddress(dataDir: string): string {
  const read = (name: string) => readFileSync(join(dataDir, name), "utf8").trim();
  return addressOf({ port: read("database-port"), password: read("database-password"), database: DATABASE });
}

function keptPassword(path: string): string {
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(path, "utf8").trim();
}

async function ensureDatabase(server: PostgresServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
