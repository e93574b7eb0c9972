import { purgeStore } from "#lib/features/privacy/purge.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { workersThere } from "#lib/platform/queue/presence.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { DAY_MS } from "#lib/time.ts";
import { storeRow } from "./stores.records.ts";

/** What became of an order about a store: done, or why it was not. */
export type Outcome =
  | { kind: "done"; sentence: string }
  | { kind: "not_found"; sentence: string }
  | { kind: "refused"; sentence: string };

const notFound = (hash: string): Outcome => ({ kind: "not_found", sentence: `There is no store ${hash}.` });

/**
 * Has a worker check and fix a store's webhooks as soon as it can, as it does when a person opens the app. Repeatable: a
 * check that waits already is not doubled.
 */
export async function requestCheck(hash: string): Promise<Outcome> {
  const store = await storeRow(hash);
  if (!store) return notFound(hash);
  if (store.state === "removed")
    return { kind: "refused", sentence: `Store ${hash} removed the app: there is nothing to check.` };
  await inTransaction((tx) =>
    enqueueJob(tx, "reconcile-store", { storeHash: store.hash, because: "launch" }),
  );
  const workers = await workersThere();
  return {
    kind: "done",
    sentence:
      workers > 0
        ? `A worker checks the webhooks of ${hash} now; \`store ${hash}\` says what came of it.`
        : `The check of ${hash} waits: no worker is there.`,
  };
}

/** Whether a store may be purged, before anybody is asked: only one that removed the app. Reads only. */
export async function mayPurge(hash: string): Promise<Outcome> {
  const store = await storeRow(hash);
  if (!store) return notFound(hash);
  if (store.state === "removed")
    return { kind: "done", sentence: `This deletes everything of store ${hash} for good.` };
  return {
    kind: "refused",
    sentence: `Store ${hash} has the app. Its owner removes it in the control panel first; BigCommerce deletes its webhooks then.`,
  };
}

/**
 * Deletes everything of a store that removed the app, without waiting for its time. Repeatable, and safe to be stopped: what
 * is left goes at the next call, or by itself when its time is over.
 */
export async function purgeNow(
  hash: string,
  options: { clock: () => Date; signal: AbortSignal },
): Promise<Outcome> {
  const may = await mayPurge(hash);
  const store = await storeRow(hash);
  if (may.kind !== "done" || !store?.removedAt) return may;
  const now = options.clock();
  const days = Math.floor((now.getTime() - store.removedAt.getTime()) / DAY_MS);
  try {
    const isGone = await purgeStore(store.hash, { removedBefore: now, days }, options);
    if (isGone) return { kind: "done", sentence: `Everything of store ${hash} is deleted.` };
    return { kind: "refused", sentence: `Store ${hash} was installed again meanwhile.` };
  } catch (error) {
    if (!options.signal.aborted) throw error;
    return { kind: "refused", sentence: `Stopped: a part of ${hash} is deleted. Say it again for the rest.` };
  }
}
