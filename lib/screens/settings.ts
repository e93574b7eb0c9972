import { config } from "#lib/config/config.ts";
import type { SettingsView } from "#lib/contract/settings.ts";
import { keptSince } from "#lib/features/events/kept-since.ts";
import { keptEvents } from "#lib/features/events/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { storeRetentionDays } from "#lib/features/privacy/retention.ts";
import { receiverUrlOf } from "#lib/features/receiver/addresses.ts";
import { membersOf } from "./settings.records.ts";

/**
 * What holds for a store: how long events are kept and how many there are, where BigCommerce delivers to, what proves
 * a delivery, and who has access. Read only.
 * @param userId BigCommerce's id of the person who asks, in digits.
 */
export async function readSettings(store: StoreHash, userId: string, now: Date): Promise<SettingsView> {
  const { requiresSignature, appUrl } = config();
  const eventRetentionDays = await storeRetentionDays(store);
  const oldest = keptSince(eventRetentionDays, now);
  const [{ total, oldestAt }, members] = await Promise.all([keptEvents(store, oldest), membersOf(store)]);
  return {
    eventRetentionDays,
    eventsKept: { total, oldestAt: oldestAt?.toISOString() ?? null },
    people: members.map((member) => ({
      userId: String(member.userId),
      email: member.email,
      isOwner: member.isOwner,
      isYou: String(member.userId) === userId,
      lastSeenAt: member.lastSeenAt.toISOString(),
    })),
    destination: receiverUrlOf(appUrl, store),
    requiresSignature,
  };
}
