import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import type { StoreRejections } from "./records.ts";

/** Fewer refusals than this in a day may be a person's trial. */
const REFUSALS_MIN = 3;

/** Reasons for which BigCommerce's own deliveries are refused when something is set up wrong or does not work. */
const OWN_REASONS: ReadonlySet<RejectionReason> = new Set([
  "wrong_signature",
  "wrong_secret",
  "signature_required",
  "overloaded",
  "not_committed",
] as const);

/** Whether BigCommerce's own deliveries may be refused for a reason, and not only what strangers send. Pure. */
export const isOwnReason = (reason: RejectionReason): boolean => OWN_REASONS.has(reason);

/** What was refused of a store, for a reason that BigCommerce's own deliveries may have. Pure. */
export function ownRejections<Kind extends { reason: RejectionReason; count: number }>(
  rejections: readonly Kind[],
): Kind[] {
  const own = rejections.filter(({ reason }) => OWN_REASONS.has(reason));
  return own.reduce((sum, { count }) => sum + count, 0) < REFUSALS_MIN ? [] : own;
}

/**
 * Whether what came last was refused for a reason that BigCommerce's own deliveries may have. A stranger's noise between
 * events that arrive is no reason to worry anyone. Pure.
 * @param secretsRightAt When every hook was last seen to carry a secret of ours; null when that is not so.
 */
export function isRefusing(
  rejections: readonly Pick<StoreRejections, "reason" | "count" | "lastAt">[],
  lastArrivedAt: Date | null,
  secretsRightAt: Date | null,
): boolean {
  const overMs = (reason: RejectionReason) =>
    Math.max(lastArrivedAt?.getTime() ?? 0, reason === "wrong_secret" ? (secretsRightAt?.getTime() ?? 0) : 0);
  return ownRejections(rejections).some(({ reason, lastAt }) => lastAt.getTime() > overMs(reason));
}
