import type { OffReason } from "#lib/contract/values/destinations.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { lockDestination, updateDestination } from "./destinations.records.ts";
import { stateOf } from "./entries.ts";

const SENTENCES = {
  gone: { code: "destination_gone", params: {} },
  unanswered: { code: "destination_unanswered", params: {} },
  refused: { code: "destination_refused", params: {} },
} as const satisfies Record<Exclude<OffReason, "person">, Sentence>;

/**
 * Turns a destination off because of what it answers, or never does; where it is in the log stays. Repeatable.
 * @returns false when it is off, or gone, already.
 */
export function turnOffByKeeper(
  { id, storeHash }: { id: string; storeHash: StoreHash },
  why: keyof typeof SENTENCES,
  now: Date,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const before = await lockDestination(tx, storeHash, id);
    if (!before?.isOn) return false;
    await updateDestination(tx, { ...before, isOn: false, offReason: why, offAt: now, offBy: null });
    const entry = {
      actor: "keeper" as const,
      action: "destination_turned_off" as const,
      after: stateOf(before),
      reason: SENTENCES[why],
    };
    await addAuditEntries(tx, storeHash, [entry], now);
    log.info({ storeHash, destination: id, why }, "a destination was turned off");
    return true;
  });
}
