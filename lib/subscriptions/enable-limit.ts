import type { HookId } from "#lib/ids.ts";
import type { HookPlan } from "./plan.ts";
import type { KnownHook } from "./records.ts";

const HOUR_MS = 3_600_000;
/** A hook that BigCommerce keeps switching off fails for a reason; after this many times a day a person has to look. */
const TIMES_PER_DAY_MAX = 3;

/**
 * A plan without switching on what the keeper switched on less than an hour ago, or three times within a day. What else
 * such a hook needs is mended, and it stays off. A person is not held back. Pure.
 */
export function holdBack(plan: HookPlan, known: readonly KnownHook[], now: Date): HookPlan {
  const times = new Map(known.map(({ id, switchedOnAt }) => [id, switchedOnAt]));
  const mayEnable = ({ hookId }: { hookId: HookId }) => {
    const ages = (times.get(hookId) ?? []).map((at) => now.getTime() - at.getTime());
    const today = ages.filter((age) => age < 24 * HOUR_MS);
    return today.length < TIMES_PER_DAY_MAX && today.every((age) => age >= HOUR_MS);
  };
  return {
    ...plan,
    enable: plan.enable.filter(mayEnable),
    update: plan.update.map((entry) => {
      const { isActive, ...rest } = entry.patch;
      return isActive && !mayEnable(entry) ? { ...entry, patch: rest } : entry;
    }),
  };
}
