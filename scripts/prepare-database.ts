// Makes a database ready for this version, in a process that ends: `npm start` watches for months over what it started, and
// holds nothing meanwhile that it needed once. Its words are for the person who started it.
import { config } from "#lib/config/config.ts";
import { AppError } from "#lib/errors.ts";
import { checkSeals } from "#lib/features/secrets/openable.ts";
import { migrate } from "#lib/platform/db/migrate.ts";
import { checkDatabase } from "./check-database.ts";
import { say, warn } from "./steps.ts";

/** Its abort undoes the migration at work; this process ends once nothing of it is left. */
const halt = new AbortController();
// The terminal's Ctrl-C does not reach this process; whoever started it decides.
for (const signal of ["SIGTERM", "disconnect"]) process.on(signal, () => halt.abort());
// The terminal may close before we have said everything.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

try {
  const { databaseUrl, encryptionKeys } = config();
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: whoever starts this knows the address");
  await checkDatabase(databaseUrl, config());
  const applied = await migrate(databaseUrl, { signal: halt.signal, tell: say });
  if (applied.length > 0)
    say(`Migrated the database: ${applied.length > 3 ? `${applied.length} steps` : applied.join(", ")}`);
  warn(await checkSeals(databaseUrl, encryptionKeys));
  process.exit(0);
} catch (error) {
  const isExpected = error instanceof AppError;
  const words =
    error instanceof Error ? ((isExpected ? undefined : error.stack) ?? error.message) : String(error);
  if (!halt.signal.aborted) process.stderr.write(`${words}\n`);
  process.exit(1);
}
