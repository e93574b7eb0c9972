import { requireOwner, type Access } from "#lib/access.ts";
import { config } from "#lib/config/config.ts";
import type { PrivacyChange, PrivacyView, RetentionPreview } from "#lib/contract/privacy.ts";
import { keptSince } from "#lib/features/events/kept-since.ts";
import type { StoreHash } from "#lib/ids.ts";
import { isWorkerThere } from "#lib/platform/queue/presence.ts";
import { log } from "#lib/log/log.ts";
import { erasureView } from "./erasure/view.ts";
import { newestErasure } from "#lib/features/privacy/erasure/records.ts";
import { RetentionTooLong } from "./errors.ts";
import { eventsBefore, privacyRow, saveRetention, saveStaffRight } from "./records.ts";
import { shorterRetention } from "./retention.ts";

/** What holds for a store's personal data and its staff, and the erasure that was asked for last. Read only. */
export async function privacyView(store: StoreHash): Promise<PrivacyView> {
  const { eventRetentionDays } = config();
  const [row, erasure, isThere] = await Promise.all([
    privacyRow(store),
    newestErasure(store),
    isWorkerThere(),
  ]);
  return {
    staffSeePersonal: row.staffSeePersonal,
    staffChangeWebhooks: row.staffChangeWebhooks,
    retentionDays: shorterRetention(row.retentionDays, eventRetentionDays),
    retentionDaysMax: eventRetentionDays,
    erasure: erasure && erasureView(erasure),
    isWorkerThere: isThere,
  };
}

/**
 * Sets who sees personal data, who changes webhooks and how long events are kept, and records who did so. A shorter time hides older events
 * at once; they are deleted in the background. Repeatable: the same values are no change.
 * @throws {OwnerOnly} when anyone but the owner asks.
 * @throws {RetentionTooLong} when it is longer than the operator keeps anyone's events.
 */
export async function changePrivacy(
  access: Access,
  { staffSeePersonal, staffChangeWebhooks, retentionDays }: PrivacyChange,
  now: Date,
): Promise<PrivacyView> {
  const { storeHash } = access;
  requireOwner(access, "to change what becomes of personal data");
  const { eventRetentionDays } = config();
  if (retentionDays !== undefined && retentionDays > eventRetentionDays)
    throw new RetentionTooLong(`events are kept for ${eventRetentionDays} days at most`);
  if (staffSeePersonal !== undefined)
    await saveStaffRight(storeHash, "staffSeePersonal", staffSeePersonal, access, now);
  if (staffChangeWebhooks !== undefined)
    await saveStaffRight(storeHash, "staffChangeWebhooks", staffChangeWebhooks, access, now);
  if (retentionDays !== undefined) {
    const { retentionDays: own } = await privacyRow(storeHash);
    const days = {
      // As long as possible means: as long as the operator keeps them, tomorrow too.
      own: retentionDays === eventRetentionDays ? null : retentionDays,
      before: shorterRetention(own, eventRetentionDays),
      after: retentionDays,
    };
    await saveRetention(storeHash, days, access, now);
    log.info({ storeHash, retentionDays }, "a store's retention was set");
  }
  return privacyView(storeHash);
}

/** How many events would be deleted if a store kept its events for so many days. Read only. */
export async function previewRetention(store: StoreHash, days: number, now: Date): Promise<RetentionPreview> {
  return { events: await eventsBefore(store, keptSince(days, now)) };
}
