import { requireOwner, type Access } from "#lib/access.ts";
import type { DeliverySelection } from "#lib/contract/destinations.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { announceDestination, requireDestination } from "#lib/features/destinations/destinations.records.ts";
import { stateOf } from "#lib/features/destinations/entries.ts";
import { DestinationOff } from "#lib/features/destinations/errors.ts";
import { endPause } from "#lib/features/destinations/switch.records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { dismiss, sendAgain, type Selected } from "./again.records.ts";

const WAYS = {
  retry: "deliveries_sent_again",
  dismiss: "deliveries_dismissed",
} as const;

/**
 * Sends events to a destination again, or dismisses them, and writes down who did so. Repeatable: events that are not there
 * are passed over.
 * @returns how many.
 * @throws {OwnerOnly | DestinationNotFound | DestinationOff}
 */
export async function decideDeliveries(
  access: Access,
  id: string,
  way: keyof typeof WAYS,
  selection: DeliverySelection,
  now: Date,
): Promise<number> {
  requireOwner(access, "to send events again, or never");
  return inTransaction(async (tx) => {
    const destination = await requireDestination(tx, access.storeHash, id);
    if (way === "retry" && !destination.isOn) throw new DestinationOff("nothing is sent to what is off");
    const selected = selectedBy(selection);
    const events =
      way === "retry"
        ? await sendAgain(tx, destination, selected, now)
        : await dismiss(tx, destination, selected);
    if (events === 0) return 0;
    if (way === "retry") await endPause(tx, destination, now);
    await announceDestination(tx, id);
    const after = stateOf(destination);
    const reason = { code: "deliveries" as const, params: { events } };
    const entry = { actor: access, action: WAYS[way], destinationId: id, after, reason };
    await addAuditEntries(tx, access.storeHash, [entry], now);
    return events;
  });
}

/** Ids are arrival numbers; others name nothing. Pure. */
const selectedBy = (selection: DeliverySelection): Selected =>
  "ids" in selection ? { seqs: selection.ids.filter((id) => /^\d{1,18}$/.test(id)).map(BigInt) } : "failed";
