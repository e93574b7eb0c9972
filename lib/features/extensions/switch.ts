import { requireOwner, type Access } from "#lib/access.ts";
import type { ExtensionsView } from "#lib/contract/extensions.ts";
import { findStore } from "#lib/features/stores/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { INTERACTIVE } from "#lib/platform/bigcommerce/retry.ts";
import { areInPlace, keepExtensions } from "./keep.ts";
import { saveExtensionsSwitch } from "./records.ts";

/** Whether the owner wants entries in the control panel's lists, and whether BigCommerce has it so. Read only. */
export async function extensionsView(hash: StoreHash): Promise<ExtensionsView> {
  const store = await findStore(hash);
  return { isOn: store?.hasExtensions ?? true, isInPlace: store !== null && areInPlace(store) };
}

/**
 * Turns the entries on or off, writes down who did so, and tells BigCommerce at once; should that fail, the next check
 * does. Repeatable: what is so already is no change.
 * @throws {OwnerOnly} when anyone but the owner asks.
 */
export async function switchExtensions(access: Access, isOn: boolean, now: Date): Promise<ExtensionsView> {
  const { storeHash } = access;
  requireOwner(access, "to turn menu entries on or off");
  await saveExtensionsSwitch(storeHash, isOn, access, now);
  await keepExtensions(storeHash, INTERACTIVE);
  return extensionsView(storeHash);
}
