// `npm run rotate-keys`: seals every stored secret under the first key of ENCRYPTION_KEYS. `-- --dry-run` only counts.
import "./environment.ts";
import { parseConfig } from "#lib/config/config.ts";
import { closeDatabase } from "#lib/platform/db/client.ts";
import { withLock } from "#lib/platform/db/lock.ts";
import { rotate } from "#lib/features/secrets/rotate-keys.ts";
import { onDatabase } from "./on-database.ts";
import { rotationSummary } from "./rotation-summary.ts";
import { say } from "./steps.ts";

/** A sign of life after each tenth of the work. */
const PROGRESS_STEPS = 10;

/** @returns whether every value is under the first key now, or would be. */
async function work(isDryRun: boolean): Promise<boolean> {
  const { encryptionKeys } = parseConfig(process.env);
  const ids = encryptionKeys.map(({ id }) => id);
  say(`Key ${ids[0] ?? ""} seals${ids.length > 1 ? `; ${ids.slice(1).join(", ")} still opens` : ""}.`);
  let step = 0;
  const onProgress = (done: number, total: number) => {
    const reached = Math.floor((done / total) * PROGRESS_STEPS);
    if (reached > step) say(`  ${done} of ${total}`);
    step = Math.max(step, reached);
  };
  const run = await withLock("rotate-keys", 0, () => rotate(encryptionKeys, { isDryRun, onProgress }));
  if (!run) throw new Error("Another rotation is at work on this database: let it end, then run this again.");
  const { lines, isComplete } = rotationSummary(run.result, ids, isDryRun);
  for (const line of lines) say(line);
  return isComplete;
}

try {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== "--dry-run")) {
    throw new Error("Usage: npm run rotate-keys, or npm run rotate-keys -- --dry-run");
  }
  const isDryRun = args.length > 0;
  const isComplete = await onDatabase(parseConfig(process.env), () => work(isDryRun));
  if (!isComplete) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
