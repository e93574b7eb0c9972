import type { Sentence } from "#lib/contract/sentences.ts";
import type { HookPlan } from "#lib/features/subscriptions/plan.ts";
import type { KnownHook } from "#lib/features/subscriptions/records.ts";
import { DAY_MS } from "#lib/time.ts";

/** Source: BigCommerce docs, Webhooks overview (90 days of inactivity deactivate a hook). */
export const QUIET_DAYS_MAX = 90;
/** Early enough for a person to act before the 90 days are over. */
export const QUIET_DAYS_WARNING = 75;

/**
 * The last sign of life of a hook, in milliseconds: an event, its making, a change, a renewal. What BigCommerce takes for
 * activity is not documented; that a change counts is our reading, and should it not, the hook is switched on again
 * after the 90 days. Pure.
 */
export function lastSignMs(
  { createdAt, updatedAt, renewedAt }: Pick<KnownHook, "createdAt" | "updatedAt" | "renewedAt">,
  lastEventAt: Date | null,
): number {
  return Math.max(
    lastEventAt?.getTime() ?? 0,
    createdAt.getTime(),
    updatedAt.getTime(),
    renewedAt?.getTime() ?? 0,
  );
}

/** Whether a hook has been quiet for so long that BigCommerce is going to switch it off. Pure. */
export function isGoingQuiet(signMs: number, now: Date): boolean {
  return now.getTime() - signMs >= QUIET_DAYS_WARNING * DAY_MS;
}

/** Whether any hook is so old that only an event would show that it is not quiet. Pure. */
export function mayAnyBeQuiet(known: readonly KnownHook[], now: Date): boolean {
  return known.some((hook) => isGoingQuiet(lastSignMs(hook, null), now));
}

/**
 * A plan that renews what has been quiet for 75 days: each such hook is told once more that it is on, which changes
 * nothing else. Pure.
 * @param lastEvents When the last event of each scope came, as far as it is known.
 */
export function withRenewals(
  plan: HookPlan,
  known: readonly KnownHook[],
  lastEvents: ReadonlyMap<string, Date>,
  now: Date,
): HookPlan {
  const byId = new Map(known.map((hook) => [hook.id, hook]));
  const isQuiet = ({ scope, hookId }: HookPlan["keep"][number]) => {
    const hook = byId.get(hookId);
    return hook !== undefined && isGoingQuiet(lastSignMs(hook, lastEvents.get(scope) ?? null), now);
  };
  const quiet = plan.keep.filter(isQuiet);
  const reason: Sentence = { code: "hook_quiet", params: { days: QUIET_DAYS_WARNING } };
  return {
    ...plan,
    enable: [...plan.enable, ...quiet.map((entry) => ({ ...entry, reason }))],
    keep: plan.keep.filter((entry) => !quiet.includes(entry)),
  };
}
