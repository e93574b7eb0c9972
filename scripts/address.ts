// `npm run address`: how far the stores' hooks have followed the app to APP_URL. `-- --watch` goes on until they have.
import "./environment.ts";
import { setTimeout as wait } from "node:timers/promises";
import { parseConfig } from "#lib/config/config.ts";
import { closeDatabase } from "#lib/platform/db/client.ts";
import { addressSummary } from "./address-summary.ts";
import { onDatabase } from "./on-database.ts";
import { say } from "./steps.ts";

const LOOK_EVERY_MS = 5_000;

async function report(appUrl: string, isWatching: boolean): Promise<void> {
  // Not before: the logger reads the settings when it is imported, and the database's address is among them.
  const { enqueueMovedStores, storeAddresses } = await import("#lib/jobs/moved-stores.ts");
  const moved = await enqueueMovedStores(appUrl, new Date());
  if (moved > 0)
    say(`${moved} ${moved === 1 ? "store follows" : "stores follow"}, two a second, while a worker runs.`);
  for (let last = ""; ;) {
    const { lines, following } = addressSummary(await storeAddresses(appUrl), appUrl);
    const text = lines.join("\n");
    if (text !== last) say(text);
    last = text;
    if (!isWatching || following === 0) return;
    await wait(LOOK_EVERY_MS);
  }
}

try {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== "--watch"))
    throw new Error("Usage: npm run address, or npm run address -- --watch");
  const settings = parseConfig(process.env);
  await onDatabase(settings, () => report(settings.appUrl, args.length > 0));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
