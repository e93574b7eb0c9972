import type { Actor } from "#lib/features/audit/entry.ts";
import { storeApi } from "#lib/platform/bigcommerce/client.ts";
import { Unauthorized } from "#lib/platform/bigcommerce/errors.ts";
import type { Patience } from "#lib/platform/bigcommerce/retry.ts";
import { checkConnection } from "#lib/platform/bigcommerce/store.ts";
import { config } from "#lib/config/config.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { log } from "#lib/log/log.ts";
import { findStore, saveUninstalledStore, storeCredentials } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { CLOCK_SKEW_SECONDS, payloadIn, readSignedPayload, type PayloadRefusal } from "./signed-payload.ts";

/** BigCommerce's server waits for the answer of a callback: what cannot be known soon is found out by a job. */
const ASKING: Patience = { timeoutMs: 3_000, waitMsMax: 0 };
/** A token that ends a little after its uninstallation is found void by then. */
const LOOK_AGAIN_MS = 5 * 60_000;

/** What became of a callback that BigCommerce's server sent: believed, or why not. */
export type CallbackOutcome = { ok: true } | { ok: false; refusal: PayloadRefusal };

/**
 * Forgets a store's token and ends its sessions; its events stay for their time. Repeatable, and harmless for a store
 * that never was here.
 * @param by Who removed the app; the keeper when it found that out by itself.
 * @param installedAt Which installation is over; one that came meanwhile stays. Whichever there is when absent.
 */
export async function uninstallStore(
  storeHash: StoreHash,
  now: Date,
  { by = "keeper", installedAt }: { by?: Actor; installedAt?: Date | undefined } = {},
): Promise<void> {
  const isOver = await inTransaction((tx) => saveUninstalledStore(tx, storeHash, now, { by, installedAt }));
  if (isOver) log.info({ storeHash }, "a store removed the app");
}

/**
 * Whether a time of BigCommerce's lies after an installation of ours for certain, however its clock and ours differ. Pure.
 * @param installedAt When the browser brought the code of the present installation, by our clock.
 */
export function isSurelyLater(issuedAt: Date, installedAt: Date): boolean {
  return issuedAt.getTime() > installedAt.getTime() + CLOCK_SKEW_SECONDS * 1000;
}

/**
 * Carries out BigCommerce's uninstall callback. Its payload may be as old as it likes within its own life, because the
 * callback may come late or twice. One that was surely issued in the present installation ends it at once. Of any other,
 * times cannot tell which installation it means: two clocks differ, and its time has whole seconds. BigCommerce ends a
 * token with its installation, so it is asked; as long as the token works, the store has the app.
 * @param query Of the callback; never to be logged.
 */
export async function uninstallByCallback(query: URLSearchParams, now: Date): Promise<CallbackOutcome> {
  const reading = await readSignedPayload(
    payloadIn(query),
    { ...config().bigcommerce, maxAgeSeconds: null },
    now,
  );
  if (!reading.ok) {
    log.warn({ refusal: reading.refusal, outcome: "refused" }, "an uninstall callback was refused");
    return reading;
  }
  const { storeHash, issuedAt, user } = reading.payload;
  const by = { userId: String(user.id), email: user.email };
  const store = await findStore(storeHash);
  if (!store || store.uninstalledAt) return { ok: true };
  const { installedAt } = store;
  if (isSurelyLater(issuedAt, installedAt)) await uninstallStore(storeHash, now, { by, installedAt });
  else await uninstallInDoubt(storeHash, now, by);
  return { ok: true };
}

async function uninstallInDoubt(storeHash: StoreHash, now: Date, by: Actor): Promise<void> {
  let isUnknown = false;
  try {
    if (await uninstallIfGone(storeHash, now, ASKING, by)) return;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    isUnknown = true;
  }
  log.info({ storeHash, isUnknown }, "an uninstall callback may be of an earlier installation");
  const options = {
    jobKey: `confirm-uninstall:callback:${storeHash}`,
    ...(isUnknown ? {} : { runAt: new Date(now.getTime() + LOOK_AGAIN_MS) }),
  };
  await inTransaction((tx) => enqueueJob(tx, "confirm-uninstall", { storeHash }, options));
}

/**
 * Asks BigCommerce whether a store's token still works, and uninstalls the store when it does not. A store that was
 * installed again meanwhile has another token and stays. Repeatable.
 * @param by Who is said to have removed the app.
 * @returns whether the store does not have the app (any more).
 * @throws {AppError} of the API when BigCommerce says neither yes nor no.
 */
export async function uninstallIfGone(
  storeHash: StoreHash,
  now: Date,
  patience: Patience,
  by: Actor = "keeper",
): Promise<boolean> {
  // The row before the token: an installation that comes between the two is another one than this row's, and stays.
  const store = await findStore(storeHash);
  const asked = await storeCredentials(storeHash);
  if (!store || !asked) return true;
  try {
    await checkConnection(storeApi(asked, patience));
    return false;
  } catch (error) {
    if (!(error instanceof Unauthorized)) throw error;
  }
  await uninstallStore(storeHash, now, { by, installedAt: store.installedAt });
  return true;
}
