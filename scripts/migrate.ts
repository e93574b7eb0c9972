// `npm run migrate`: applies what is not applied yet. `-- resolve`: ends what an older version left half-done, and applies
// nothing else. `-- collate`: has the keys of an older database sorted by their bytes. `-- new NAME`: writes the next migration, which needs the development packages.
import "./environment.ts";
import { parseConfig } from "#lib/config/config.ts";
import { collateDatabase } from "#lib/platform/db/collate.ts";
import { startEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import { migrate, resolveMigrations, type MigrationOptions } from "#lib/platform/db/migrate.ts";
import { checkDatabase } from "./check-database.ts";
import { claimDataDir } from "./instance.ts";
import { say } from "./steps.ts";

async function work(databaseUrl: string, options: MigrationOptions): Promise<void> {
  const [command, ...words] = process.argv.slice(2);
  if (command === "new" && words.length > 0) {
    const { writeMigration } = await import("#lib/platform/db/schema-engine.ts");
    const folder = await writeMigration(databaseUrl, words.join(" "), new Date());
    say(folder ? `Wrote ${folder}` : "The migrations say all that the schema says: nothing to write.");
  } else if (command === "resolve" && words.length === 0) {
    const count = await resolveMigrations(databaseUrl, options);
    if (count === 0) say("No migration is half-done: nothing to resolve.");
  } else if (command === "collate" && words.length === 0) {
    const columns = await collateDatabase(databaseUrl);
    const names = columns.map(({ table, column }) => `${table}.${column}`);
    say(
      names.length > 0 ? `Sorted by bytes now: ${names.join(", ")}` : "All keys are sorted by their bytes.",
    );
  } else if (command === undefined) {
    await checkDatabase(databaseUrl, parseConfig(process.env));
    const applied = await migrate(databaseUrl, options);
    say(applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date.");
  } else {
    throw new Error("Usage: npm run migrate, npm run migrate -- resolve, -- collate, or -- new NAME");
  }
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) {
  process.on(signal, () => {
    if (!stop.signal.aborted) say("Stopping: what a migration has begun is undone first ...");
    stop.abort();
  });
}

try {
  const options = { signal: stop.signal, tell: say };
  const { databaseUrl, dataDir } = parseConfig(process.env);
  if (databaseUrl) {
    await work(databaseUrl, options);
  } else {
    const note = await claimDataDir(dataDir);
    const database = await startEmbeddedDatabase({ dataDir });
    try {
      await work(database.url, options);
    } finally {
      await database.stop();
      note.release();
    }
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
// The channel to the supervisor would keep us for ever; that we leave it is no stop.
process.removeAllListeners("disconnect");
process.disconnect?.();
