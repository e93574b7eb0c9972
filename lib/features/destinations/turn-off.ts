import type { OffReason } from "#lib/contract/values/destinations.ts";
import type { Sentence } from "#lib/contract/sentences.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { lockDestination, updateDestination } from "./destinations.records.ts";
import { stateOf } from "./entries.ts";
import { isClaimedUnder } from "./switch.records.ts";

const SENTENCES = {
  gone: { code: "destination_gone", params: {} },
  unanswered: { code: "destination_unanswered", params: {} },
  refused: { code: "destination_refused", params: {} },
} as const satisfies Record<Exclude<OffReason, "person">, Sentence>;

/**
 * Turns a destination off because of what it answers, or never does; where it is in the log stays. Repeatable.
 * @param claim Under which epoch whoever found that out has it.
 * @returns false when it is off or gone already, or another worker has it by now.
 */
export function turnOffByKeeper(
  { id, storeHash, epoch }: { id: string; storeHash: StoreHash; epoch: number },
  why: keyof typeof SENTENCES,
  now: Date,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const before = await lockDestination(tx, storeHash, id);
    if (!before?.isOn || !(await isClaimedUnder(tx, before, epoch))) return false;
    await updateDestination(tx, { ...before, isOn: false, offReason: why, offAt: now, offBy: null });
    const entry = {
      actor: "keeper" as const,
      action: "destination_turned_off" as const,
      destinationId: id,
      after: stateOf(before),
      reason: SENTENCES[why],
    };
    await addAuditEntries(tx, storeHash, [entry], now);
    log.info({ storeHash, destination: id, why }, "a destination was turned off");
    return true;
  });
}
