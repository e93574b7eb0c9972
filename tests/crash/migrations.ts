import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { migrate } from "#lib/platform/db/migrate.ts";
import { readMigrations } from "#lib/platform/db/migrations.ts";

const MIGRATE = resolve(import.meta.dirname, "../../scripts/migrate.ts");
/** Enough that indexes take a moment, few enough for fifty rounds. */
const STORES = 20;
const EVENTS = 20_000;

/** What became of migrations that were killed. */
export interface MigrationVerdict {
  kills: number;
  /** Kills that came while a migration was at work: some were applied before it, and some were not. */
  amidst: number;
  /** Kills after which the next start did not come up, or not with all data. */
  broken: string[];
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Makes a database of the very first version, with rows in all that later migrations change. */
async function fillOldDatabase(url: string): Promise<{ stores: number; events: number }> {
  await migrate(url, { migrations: (await readMigrations()).slice(0, 1) });
  await ask(
    url,
    `INSERT INTO stores (hash, webhook_secret_sealed, installed_at)
       SELECT 'store' || i, 'sealed', now() FROM generate_series(1, ${STORES}) AS i;
     INSERT INTO users SELECT i, i || '@example.com' FROM generate_series(1, ${STORES}) AS i;
     INSERT INTO memberships (store_hash, user_id, is_owner, last_seen_at)
       SELECT 'store' || i, i, true, now() FROM generate_series(1, ${STORES}) AS i;
     INSERT INTO subscriptions (store_hash, scope, is_wanted, changed_at)
       SELECT 'store' || i, 'store/order/created', true, now() FROM generate_series(1, ${STORES}) AS i;
     INSERT INTO hooks (store_hash, id, scope, destination, is_active, has_right_secret, created_at, updated_at, seen_at)
       SELECT 'store' || i, i, 'store/order/created', 'https://keeper.example.com', true, true, now(), now(), now()
         FROM generate_series(1, ${STORES}) AS i;
     INSERT INTO events (store_hash, occurred_at, hash, scope, resource_id, body, headers, proof, first_arrived_at, last_arrived_at)
       SELECT 'store' || (1 + i % ${STORES}), now() - i * interval '1 second', md5(i::text), 'store/order/created', i, '{}', '{}',
              'both', now(), now() FROM generate_series(1, ${EVENTS}) AS i`,
  );
  return { stores: STORES, events: EVENTS };
}

/** Every table, column, index and constraint of a database, as comparable text. */
export async function shapeOf(url: string): Promise<string[]> {
  const rows = await ask<{ line: string }>(
    url,
    `SELECT line FROM (
       SELECT format('%s.%s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
                     pg_get_expr(adbin, adrelid)) AS line
         FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
         LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace) AND attnum > 0 AND NOT attisdropped
       UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname IN ('public', 'graphile_worker')
       UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
     ) AS lines ORDER BY line`,
  );
  return rows.map(({ line }) => line);
}

/**
 * Kills `npm run migrate` again and again, at a random instant between its first migration and its last on a filled
 * database, and lets the next start go on.
 * @param serverUrl A server on which databases may be made.
 */
export async function killMigrations(serverUrl: string, kills: number): Promise<MigrationVerdict> {
  const verdict: MigrationVerdict = { kills, amidst: 0, broken: [] };
  const made: string[] = [];
  const create = async (template: string) => {
    const name = `killed_${randomUUID().replaceAll("-", "")}`;
    await ask(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    made.push(name);
    return { name, url: Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href };
  };
  try {
    const old = await create("template1");
    const filled = await fillOldDatabase(old.url);
    const { url: whole } = await create(old.name);
    const workMs = await run(whole, null);
    const wanted = await shapeOf(whole);
    for (let kill = 0; kill < kills; kill++) {
      const { url } = await create(old.name);
      const afterMs = Math.random() * workMs;
      await run(url, afterMs);
      const before = await ask(url, "SELECT FROM _prisma_migrations");
      try {
        const applied = await migrate(url);
        if (applied.length > 0 && before.length > 1) verdict.amidst++;
        const [rows] = await ask<{ stores: number; events: number }>(
          url,
          "SELECT (SELECT count(*)::int FROM stores) AS stores, (SELECT count(*)::int FROM events) AS events",
        );
        if (rows?.stores !== filled.stores || rows.events !== filled.events)
          throw new Error("rows are missing");
        if (JSON.stringify(await shapeOf(url)) !== JSON.stringify(wanted))
          throw new Error("it has another shape");
      } catch (error) {
        verdict.broken.push(`after ${Math.round(afterMs)} ms: ${String(error)}`);
      }
    }
    return verdict;
  } finally {
    for (const name of made) await ask(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/**
 * Runs the command, to its end or until it is killed.
 * @param killAfterMs Counted from the first migration that it applied; null lets it end.
 * @returns how long it took from there.
 */
async function run(databaseUrl: string, killAfterMs: number | null): Promise<number> {
  const child = fork(MIGRATE, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    execArgv: [],
    silent: true,
  });
  const ended = once(child, "exit");
  const startedAt = await Promise.race([firstApplied(databaseUrl), ended.then(() => performance.now())]);
  if (killAfterMs !== null) {
    await pause(killAfterMs);
    child.kill("SIGKILL");
  }
  await ended;
  return performance.now() - startedAt;
}

/** When the database has a migration more than the one that it was made with. Starting takes longer than migrating. */
async function firstApplied(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    let applied = 0;
    for (const giveUpAt = performance.now() + 60_000; applied < 2 && performance.now() < giveUpAt;) {
      await pause(5);
      const { rowCount } = await client.query("SELECT FROM _prisma_migrations WHERE finished_at IS NOT NULL");
      applied = rowCount ?? 0;
    }
    return performance.now();
  } finally {
    await client.end();
  }
}
