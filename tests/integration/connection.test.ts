import pg from "pg";
import { expect, inject, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { connectForChore, database } from "#lib/platform/db/client.ts";
import { newConnection } from "#lib/platform/db/connection.ts";
import { connectEngine } from "#lib/platform/db/schema-engine.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

/** What a server, a database or a user may be set to, and what each of our connections makes of it. */
const HABITS = {
  timezone: ["America/New_York", "UTC"],
  datestyle: ["SQL, DMY", "ISO, MDY"],
  intervalstyle: ["sql_standard", "postgres"],
  bytea_output: ["escape", "hex"],
  extra_float_digits: ["0", "1"],
  standard_conforming_strings: ["off", "on"],
  search_path: ["pg_catalog", "public"],
  default_transaction_isolation: ["serializable", "read committed"],
  idle_session_timeout: ["1h", "0"],
  synchronous_commit: ["off", "on"],
} as const;

test("every connection has our habits, whatever those of the database are", async () => {
  const url = config().databaseUrl ?? "";
  const name = new URL(url).pathname.slice(1);
  const admin = new pg.Client({ connectionString: inject("serverUrl") });
  await admin.connect();
  for (const [setting, [odd]] of Object.entries(HABITS))
    await admin.query(`ALTER DATABASE ${name} SET ${setting} = ${odd.includes(",") ? odd : `'${odd}'`}`);
  await admin.end();

  const own = newConnection({ databaseUrl: url, name: "test" });
  await own.connect();
  const chore = await connectForChore({ statementMs: 1_000, lockMs: 2_000 });
  const { pool, intake, reader } = database();
  const ours = Object.fromEntries(Object.entries(HABITS).map(([setting, [, wanted]]) => [setting, wanted]));
  const values = Object.keys(HABITS)
    .map((setting) => `current_setting('${setting}') AS ${setting}`)
    .join(", ");
  for (const each of [own, chore, pool, intake, reader])
    expect((await each.query(`SELECT ${values}`)).rows).toEqual([ours]);
  const bounds = await chore.query(
    "SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock",
  );
  expect(bounds.rows).toEqual([{ statement: "1s", lock: "2s" }]);
  await Promise.all([own.end(), chore.end()]);
});

test("the schema engine's do, too", async () => {
  const { engine, close } = await connectEngine(config().databaseUrl ?? "");
  await expect(engine.version()).resolves.toMatch(/PostgreSQL/);
  await close();
});
