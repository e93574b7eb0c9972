import { wordsHere } from "#lib/messages/here.ts";
import type { FailureSign } from "./failure-signs.ts";
import { type OwnFault } from "./keeper/own-fault.ts";
import { lastSignMs, QUIET_DAYS_MAX } from "./keeper/renewals.ts";
import { spanWords } from "./keeper/sentences.ts";
import type { KnownHook } from "./records.ts";
import type { StoreClock } from "./store-clock.ts";
import { DAY_MS } from "#lib/time.ts";

/**
 * Why a hook is off, as far as it can be told: BigCommerce names no reason. What this app knows of itself is said plainly,
 * what only fits the facts is called likely. Pure.
 * @param known.fault What this app failed in before; null when it did not.
 * @param known.sign What else shows that deliveries failed; null when nothing does.
 */
export function offReason(
  hook: KnownHook,
  lastEventAt: Date | null,
  { fault, sign }: { fault: OwnFault | null; sign: FailureSign | null },
  clock: StoreClock,
): string {
  const { OFF } = wordsHere();
  const day = clock.day(hook.updatedAt);
  // "inactive" is taken to mean that a call, not BigCommerce, switched it off.
  if (hook.status === "inactive") return OFF.bySomebody(day);
  if (hook.status === null) return OFF.byWhom(day);
  if (sign === "gave_up") return OFF.gaveUp(day);
  if (fault) return OFF.ownFault(day, spanWords(fault, clock));
  const offMs = hook.updatedAt.getTime();
  // Its last change is when it was switched off, and so says nothing of before.
  const quietMs = offMs - lastSignMs({ ...hook, updatedAt: hook.createdAt }, lastEventAt);
  if (quietMs >= (QUIET_DAYS_MAX - 1) * DAY_MS) return OFF.quiet(day, QUIET_DAYS_MAX);
  return sign === "refused" ? OFF.perhapsFailed(day) : OFF.unknown(day);
}
