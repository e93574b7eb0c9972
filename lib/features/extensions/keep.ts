import { createHash } from "node:crypto";
import { EXTENSIONS_SCOPE } from "#lib/contract/values/extensions.ts";
import { AppError } from "#lib/errors.ts";
import { asOnlyExtensionKeeper } from "#lib/features/stores/locks.ts";
import { findStore, type Store, storeCredentials } from "#lib/features/stores/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { storeApi, type StoreApi } from "#lib/platform/bigcommerce/client.ts";
import {
  createExtension,
  listExtensions,
  type NewExtension,
  removeExtension,
  updateExtension,
} from "#lib/platform/bigcommerce/extensions.ts";
import type { Patience } from "#lib/platform/bigcommerce/retry.ts";
import { allExtensions, extensionSteps, type ExtensionStep } from "./plan.ts";
import { saveExtensionsKept } from "./records.ts";

/** How long whoever else is at a store's entries is waited for; the next check tries again. */
const LOCK_WAIT_MS = 1_000;

/**
 * Has BigCommerce show in a store's lists what the owner wants there, where the store granted that: reads what there is,
 * and changes what differs. What was put right once is not asked for again until something else is wanted or the store
 * installs the app anew. Repeatable. Never throws what BigCommerce says: the store's webhooks matter more, and the next
 * check tries again.
 */
export async function keepExtensions(hash: StoreHash, patience: Patience): Promise<void> {
  if ((await storeToPutRight(hash)) === null) return;
  try {
    await asOnlyExtensionKeeper(hash, LOCK_WAIT_MS, async () => {
      const [store, credentials] = [await storeToPutRight(hash), await storeCredentials(hash)];
      if (!store || !credentials) return;
      await putRight(storeApi(credentials, patience), store);
      await saveExtensionsKept(hash, store.installedAt, markOf(wantedBy(store)));
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.info({ storeHash: hash, reason: error.message }, "menu entries are not as they should be");
  }
}

/** Whether BigCommerce was seen to have what the owner wants. Pure. */
export const areInPlace = (store: Store): boolean => store.extensionsKept === markOf(wantedBy(store));

/** The store, when it allows entries and may not have what its owner wants. */
async function storeToPutRight(hash: StoreHash): Promise<Store | null> {
  const store = await findStore(hash);
  return store?.scopes.includes(EXTENSIONS_SCOPE) && !areInPlace(store) ? store : null;
}

async function putRight(api: StoreApi, store: Store): Promise<void> {
  const steps = extensionSteps(wantedBy(store), await listExtensions(api));
  for (const step of steps) await take(api, step);
  if (steps.length > 0)
    log.info({ storeHash: store.hash, steps: steps.map((step) => step.do) }, "menu entries were put right");
}

function take(api: StoreApi, step: ExtensionStep): Promise<void> {
  switch (step.do) {
    case "create":
      return createExtension(api, step.extension);
    case "update":
      return updateExtension(api, step.id, step.extension);
    case "remove":
      return removeExtension(api, step.id);
  }
}

const wantedBy = ({ hasExtensions }: Store): NewExtension[] => (hasExtensions ? allExtensions() : []);

/** Stands for entries in a few characters: another version of the app may want others. */
function markOf(wanted: readonly NewExtension[]): string {
  return createHash("sha256").update(JSON.stringify(wanted)).digest("base64url");
}
