import { storeApi } from "#lib/platform/bigcommerce/client.ts";
import type { Patience } from "#lib/platform/bigcommerce/retry.ts";
import { readStoreProfile } from "#lib/platform/bigcommerce/store.ts";
import { AppError } from "#lib/errors.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { saveStoreProfile, storeCredentials } from "./records.ts";

/**
 * Asks BigCommerce for a store's name, time zone and control panel and keeps them. They are good to have and never
 * needed: a store that did not grant them, or does not answer, stays as it is. Repeatable.
 */
export async function refreshStoreProfile(hash: StoreHash, patience: Patience): Promise<void> {
  const credentials = await storeCredentials(hash);
  if (!credentials) return;
  try {
    await saveStoreProfile(hash, await readStoreProfile(storeApi(credentials, patience)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.info({ storeHash: hash, reason: error.message }, "the profile of a store was not to be had");
  }
}
