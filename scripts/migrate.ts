// `npm run migrate`: applies what is not applied yet. `npm run migrate -- new NAME`: writes the next migration.
// `npm run migrate -- collate`: has the keys of an older database sorted by their bytes.
import "./environment.ts";
import { parseConfig } from "#lib/config.ts";
import { collateKeys } from "#lib/db/collate.ts";
import { startEmbeddedDatabase } from "#lib/db/embedded.ts";
import { migrate, writeMigration } from "#lib/db/migrate.ts";
import { checkDatabase } from "./check-database.ts";
import { claimDataDir } from "./instance.ts";
import { say } from "./steps.ts";

async function work(databaseUrl: string): Promise<void> {
  const [command, ...words] = process.argv.slice(2);
  if (command === "new" && words.length > 0) {
    const folder = await writeMigration(databaseUrl, words.join(" "), new Date());
    say(folder ? `Wrote ${folder}` : "The migrations say all that the schema says: nothing to write.");
  } else if (command === "collate") {
    const columns = await collateKeys(databaseUrl, new Set());
    const names = columns.map(({ table, column }) => `${table}.${column}`);
    say(
      names.length > 0 ? `Sorted by bytes now: ${names.join(", ")}` : "All keys are sorted by their bytes.",
    );
  } else if (command === undefined) {
    await checkDatabase(databaseUrl, parseConfig(process.env));
    const applied = await migrate(databaseUrl);
    say(applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date.");
  } else {
    throw new Error("Usage: npm run migrate, npm run migrate -- collate, or npm run migrate -- new NAME");
  }
}

try {
  const { databaseUrl, dataDir } = parseConfig(process.env);
  if (databaseUrl) {
    await work(databaseUrl);
  } else {
    const note = await claimDataDir(dataDir);
    const database = await startEmbeddedDatabase({ dataDir });
    try {
      await work(database.url);
    } finally {
      await database.stop();
      note.release();
    }
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
