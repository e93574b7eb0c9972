import { callbackify } from "node:util";
import pg from "pg";
import { readAddress, type DatabaseAddress } from "#lib/config/database-address.ts";
import { connectFault, NoServer } from "./connect-fault.ts";

/**
 * What we rely on, whatever the server, the database or the user's role have for a habit. Said once connected rather than
 * in the startup packet, where a pooler refuses most of it.
 */
const HABITS: Readonly<Record<string, string>> = {
  TimeZone: "UTC",
  DateStyle: "ISO, MDY",
  IntervalStyle: "postgres",
  bytea_output: "hex",
  client_encoding: "UTF8",
  extra_float_digits: "1",
  standard_conforming_strings: "on",
  // Prisma names this schema in all of its statements, and nothing else does.
  search_path: "public",
  default_transaction_isolation: "read committed",
  // Connections that listen, or hold a lock, say nothing for hours.
  idle_session_timeout: "0",
};
/** A server that takes the connection but does not answer this will not answer anything. */
const HABITS_WITHIN_MS = 5_000;
/** A host that does not answer takes no longer than this from those behind it. */
const HOST_WITHIN_MS = 2_000;

/** How a connection is made, and what bounds it has. */
export interface ConnectionOptions {
  databaseUrl: string;
  /** Shown by the server beside the connection. */
  name: string;
  /** Bound for being connected; 5 seconds unless told otherwise. */
  connectMs?: number;
  /** A statement may take so long; as long as the server allows unless told otherwise. */
  statementMs?: number;
  /** A statement waits so long for a lock; 0 is for ever. */
  lockMs?: number;
  /** Plans each prepared statement once: for few statements, each of which does the same work whatever it is given. */
  isPlannedOnce?: boolean;
  /** After so long without an answer the server is held to be gone. */
  silenceMs?: number;
}

/** Where the last connection of each address was made: the first to be tried, so that a dead host ahead costs nothing. */
const lastServers = new Map<string, string>();

/**
 * A connection that has our habits from its first statement on. It tries the address's servers one after the other, and so
 * finds the new primary after a fail-over. One that breaks fails the statement that uses it, and says nothing else unless
 * a process listens.
 */
class Connection extends pg.Client {
  readonly #options: ConnectionOptions;
  readonly #address: DatabaseAddress;

  constructor(options: ConnectionOptions) {
    const address = addressOf(options.databaseUrl);
    super(clientSettings(options, address));
    this.#options = options;
    this.#address = address;
    this.on("error", () => undefined);
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: (error: Error | null, client?: pg.Client) => void): void;
  override connect(callback?: (error: Error | null, client?: pg.Client) => void): Promise<pg.Client> | void {
    if (!callback) return this.#connect();
    callbackify(() => this.#connect())(callback);
  }

  async #connect(): Promise<pg.Client> {
    if (this.#address.servers.length > 1 || this.#address.wanted !== "any") {
      const { host, port } = await chooseServer(this.#options, this.#address);
      Object.assign(this, { host, port });
    }
    await super.connect();
    try {
      await this.query({ ...habitsOf(this.#options), query_timeout: HABITS_WITHIN_MS } as pg.QueryConfig);
    } catch (error) {
      super.end().catch(() => undefined);
      throw error;
    }
    return this;
  }
}

/** A connection of its own. The caller connects and ends it. */
export const newConnection = (options: ConnectionOptions): pg.Client => new Connection(options);

/** What a pool is made of whose connections are as {@link newConnection} makes them. */
export function poolSettings(options: ConnectionOptions): pg.PoolConfig {
  return {
    ...clientSettings(options, addressOf(options.databaseUrl)),
    Client: class extends Connection {
      constructor() {
        super(options);
      }
    },
  };
}

/** A pool whose connections are as {@link newConnection} makes them. */
export function newPool(options: ConnectionOptions & { max: number }): pg.Pool {
  const pool = new pg.Pool({ ...poolSettings(options), max: options.max });
  // An idle connection that the server closes is no news to anyone: the pool opens another.
  pool.on("error", () => undefined);
  // Each of ours does so already; Graphile Worker looks for it and complains.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

function addressOf(databaseUrl: string): DatabaseAddress {
  const address = readAddress(databaseUrl);
  if (!address) throw new NoServer("the address of the database cannot be read");
  return address;
}

function clientSettings(
  { name, connectMs = 5_000, silenceMs }: ConnectionOptions,
  { servers }: DatabaseAddress,
): pg.ClientConfig {
  return {
    connectionString: servers[0],
    connectionTimeoutMillis: connectMs,
    application_name: name,
    ...(silenceMs === undefined ? {} : { query_timeout: silenceMs }),
  };
}

function habitsOf({ statementMs, lockMs, isPlannedOnce }: ConnectionOptions): {
  text: string;
  values: string[][];
} {
  const bounds = {
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    plan_cache_mode: isPlannedOnce ? "force_generic_plan" : undefined,
  };
  const habits = Object.entries({ ...HABITS, ...bounds }).filter(([, value]) => value !== undefined);
  // Too old a server lacks one of them; what it is told of itself is clearer than that. And an acknowledged event is on
  // disk, even where an operator has told the server that this does not matter.
  return {
    text: `SELECT set_config(name, value, false) FROM unnest($1::text[], $2::text[]) AS habit (name, value)
      WHERE current_setting(name, true) IS NOT NULL
      UNION ALL SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off'`,
    values: [habits.map(([name]) => name), habits.map(([, value]) => String(value))],
  };
}

/** The first server that answers and is what is wanted. */
async function chooseServer(
  { databaseUrl, name, connectMs = 5_000 }: ConnectionOptions,
  { servers, wanted }: DatabaseAddress,
): Promise<{ host: string; port: number }> {
  const last = lastServers.get(databaseUrl);
  const ordered = last === undefined ? servers : [last, ...servers.filter((server) => server !== last)];
  const withinMs = Math.min(HOST_WITHIN_MS, Math.floor(connectMs / ordered.length));
  const faults: string[] = [];
  for (const server of ordered) {
    const probe = new pg.Client({
      connectionString: server,
      connectionTimeoutMillis: withinMs,
      query_timeout: withinMs,
      application_name: name,
    });
    probe.on("error", () => undefined);
    const fault = await faultOf(probe, wanted);
    probe.end().catch(() => undefined);
    if (fault === null) {
      lastServers.set(databaseUrl, server);
      return probe;
    }
    faults.push(`${probe.host}:${probe.port} ${fault}`);
  }
  throw new NoServer(faults.join("; "));
}

/** What speaks against a server; null when nothing does. */
async function faultOf(probe: pg.Client, wanted: DatabaseAddress["wanted"]): Promise<string | null> {
  try {
    await probe.connect();
    if (wanted === "any") return null;
    const { rows } = await probe.query<{ isStandby: boolean; isReadOnly: boolean }>(
      `SELECT pg_is_in_recovery() AS "isStandby", current_setting('transaction_read_only')::boolean AS "isReadOnly"`,
    );
    if (rows[0]?.isStandby) return "is a standby";
    return wanted === "read-write" && rows[0]?.isReadOnly ? "takes no changes" : null;
  } catch (error) {
    return connectFault(error);
  }
}
