import type { StoreHash } from "#lib/ids.ts";
import { extendWatch } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { CHECK_EVERY_MS, type Watch } from "#lib/features/subscriptions/watch.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { processWide } from "#lib/process-wide.ts";

/** An open page asks for its data at least every 30 seconds; after this without a word it is closed. */
const OPEN_MS = 120_000;
/** How often one process writes down that a store's pages are open. */
const NOTE_EVERY_MS = 30_000;

const NOT_NOTED = new Trouble({ level: "warn", message: "could not note that a store's pages are open" });

/** When it was last noted that a store's pages are open, in milliseconds. */
const noted = processWide("watching", () => new Map<string, number>());

/** Watches a store until `watch.until`, or longer when that was said before; the next check is at `watch.at`. Repeatable. */
export async function watchStore(storeHash: StoreHash, watch: Watch): Promise<void> {
  await inTransaction(async (tx) => {
    await extendWatch(tx, storeHash, watch.until);
    await enqueueJob(tx, "watch-store", { storeHash }, { runAt: watch.at });
  });
}

/**
 * Has the keeper check a store's hooks every 45 seconds for as long as anyone has the app open: call it whenever a
 * page asks for its data. A check that is due already keeps its time. May be repeated at any rate. Never
 * throws: what the page asked for matters more.
 */
export async function watchWhileOpen(storeHash: StoreHash, now: Date): Promise<void> {
  if (now.getTime() - (noted.get(storeHash) ?? 0) < NOTE_EVERY_MS) return;
  for (const [hash, at] of noted) if (now.getTime() - at >= OPEN_MS) noted.delete(hash);
  noted.set(storeHash, now.getTime());
  try {
    await inTransaction(async (tx) => {
      await extendWatch(tx, storeHash, new Date(now.getTime() + OPEN_MS));
      // A page that opens shows what the last check found; a launch asks for one when that is old.
      const runAt = new Date(now.getTime() + CHECK_EVERY_MS);
      await enqueueJob(tx, "watch-store", { storeHash }, { runAt, keepsTurn: true });
    });
  } catch (error) {
    NOT_NOTED.met(error, { storeHash });
  }
}
