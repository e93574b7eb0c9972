import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import type { StoreRejections } from "./records.ts";

/** Reasons for which BigCommerce's own deliveries are refused when something is set up wrong or does not work. */
const OWN_REASONS: ReadonlySet<RejectionReason> = new Set([
  "wrong_signature",
  "wrong_secret",
  "signature_required",
  "overloaded",
  "not_committed",
] as const);

/**
 * Whether what came last was refused for a reason that BigCommerce's own deliveries may have. A stranger's noise between
 * events that arrive is no reason to worry anyone. Pure.
 */
export function isRefusing(rejections: readonly StoreRejections[], lastArrivedAt: Date | null): boolean {
  const arrivedAtMs = lastArrivedAt?.getTime() ?? 0;
  return rejections.some(({ reason, lastAt }) => OWN_REASONS.has(reason) && lastAt.getTime() > arrivedAtMs);
}
