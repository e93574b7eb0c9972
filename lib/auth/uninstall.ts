import type { Actor } from "#lib/audit/entry.ts";
import { config } from "#lib/config.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log.ts";
import { findStore, inTransaction, saveUninstalledStore } from "#lib/stores/records.ts";
import { CLOCK_SKEW_SECONDS, payloadIn, readSignedPayload, type PayloadRefusal } from "./signed-payload.ts";

/** What became of a callback that BigCommerce's server sent: believed, or why not. */
export type CallbackOutcome = { ok: true } | { ok: false; refusal: PayloadRefusal };

/**
 * Forgets a store's token and ends its sessions; its events stay for their time. Repeatable, and harmless for a store
 * that never was here.
 * @param by Who removed the app; the keeper when it found that out by itself.
 */
export async function uninstallStore(storeHash: StoreHash, now: Date, by: Actor = "keeper"): Promise<void> {
  await inTransaction((tx) => saveUninstalledStore(tx, storeHash, now, by));
  log.info({ storeHash }, "a store removed the app");
}

/**
 * Carries out BigCommerce's uninstall callback. Its payload may be as old as it likes within its own life, because the
 * callback may come late; one from before the store's present installation, sent again, changes nothing.
 * @param query Of the callback; never to be logged.
 */
export async function uninstallByCallback(query: URLSearchParams, now: Date): Promise<CallbackOutcome> {
  const reading = await readSignedPayload(
    payloadIn(query),
    { ...config().bigcommerce, maxAgeSeconds: null },
    now,
  );
  if (!reading.ok) {
    log.warn({ refusal: reading.refusal }, "an uninstall callback was refused");
    return reading;
  }
  const { storeHash, issuedAt, user } = reading.payload;
  const store = await findStore(storeHash);
  const isOutdated = store && issuedAt.getTime() + CLOCK_SKEW_SECONDS * 1000 < store.installedAt.getTime();
  if (store && !isOutdated) {
    await uninstallStore(storeHash, now, { userId: String(user.id), email: user.email });
  }
  return { ok: true };
}
