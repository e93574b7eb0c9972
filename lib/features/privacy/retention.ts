import { config } from "#lib/config/config.ts";
import { keptSince } from "#lib/features/events/kept-since.ts";
import type { StoreHash } from "#lib/ids.ts";
import { privacyRow } from "./records.ts";

/**
 * Days that a store's events are kept: its own, unless the operator keeps everyone's for a shorter time by now. Pure.
 * @param own What the store's owner chose; null when no one chose.
 */
export function shorterRetention(own: number | null, operators: number): number {
  return Math.min(own ?? operators, operators);
}

/** Days that the events of a store are kept and shown. */
export async function storeRetentionDays(store: StoreHash): Promise<number> {
  return shorterRetention((await privacyRow(store)).retentionDays, config().eventRetentionDays);
}

/** From when on the events of a store are kept and shown. */
export async function storeKeptSince(store: StoreHash, now: Date): Promise<Date> {
  return keptSince(await storeRetentionDays(store), now);
}
