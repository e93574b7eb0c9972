import { requireOwner, type Access } from "#lib/access.ts";
import type { EnrichmentView } from "#lib/contract/changes.ts";
import type { StoreHash } from "#lib/ids.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { isGranted, KIND_NAMES, KINDS } from "./kinds.ts";
import { findEnrichment, saveEnrichmentSwitch } from "./records.ts";

/** Whether a store's things are read after events, and which of them may be. Read only. */
export async function enrichmentView(storeHash: StoreHash): Promise<EnrichmentView> {
  const [store, enrichment] = await Promise.all([findStore(storeHash), findEnrichment(storeHash)]);
  return {
    isOn: enrichment?.isOn ?? true,
    kinds: KIND_NAMES.map((kind) => ({
      kind,
      scope: KINDS[kind].scope,
      isGranted: isGranted(kind, store?.scopes ?? []),
    })),
  };
}

/**
 * Switches the reading of a store's things on or off, and writes down who did so. What was read stays, as long as events
 * do. Repeatable: what is so already is no change.
 * @throws {OwnerOnly} when anyone but the owner asks.
 */
export async function switchEnrichment(access: Access, isOn: boolean, now: Date): Promise<EnrichmentView> {
  const { storeHash } = access;
  requireOwner(access, "to switch reading on or off");
  await saveEnrichmentSwitch(storeHash, isOn, access, now);
  return enrichmentView(storeHash);
}
