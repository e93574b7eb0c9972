import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/time.ts";
import type { KnownHook } from "./records.ts";

/** From the first failure to the switch. Source: BigCommerce docs, Webhooks overview (48 hours, 12 attempts). */
export const LADDER_MS = 2 * DAY_MS + 4 * MINUTE_MS;
/** BigCommerce's times are in whole seconds, and its clock is not ours. */
const SLACK_MS = 2 * MINUTE_MS;
/** BigCommerce's notice that it gave up and turns the webhook off. Source: BigCommerce docs, store/hook/deliveryException. */
export const GAVE_UP = 90_002;

/** What shows that deliveries failed before a hook was turned off: BigCommerce said so, or we refused some. */
export type FailureSign = "gave_up" | "refused";

/** What is known of a store's failed deliveries. */
export interface KnownFailures {
  /** When we refused deliveries that BigCommerce may have made: the first and the last of an hour. */
  refusals: readonly { firstAt: Date; lastAt: Date }[];
  /** When BigCommerce said that it gave up, and on which hook. */
  notices: readonly { hookId: bigint | null; at: Date }[];
}

/** Why a hook that is off may have been turned off, as far as anything shows it; null when nothing does. Pure. */
export function failureSign(
  { id, updatedAt }: Pick<KnownHook, "id" | "updatedAt">,
  { refusals, notices }: KnownFailures,
): FailureSign | null {
  const offMs = updatedAt.getTime();
  const isBefore = (fromMs: number, toMs: number) =>
    toMs >= offMs - LADDER_MS - SLACK_MS && fromMs <= offMs + SLACK_MS;
  if (notices.some(({ hookId, at }) => hookId === BigInt(id) && Math.abs(at.getTime() - offMs) <= HOUR_MS)) {
    return "gave_up";
  }
  return refusals.some(({ firstAt, lastAt }) => isBefore(firstAt.getTime(), lastAt.getTime()))
    ? "refused"
    : null;
}
