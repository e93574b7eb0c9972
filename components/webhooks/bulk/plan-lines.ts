import type { PlanView } from "#lib/contract/subscriptions.ts";

const VERBS = ["create", "update", "enable", "remove"] as const;

export interface PlanLine {
  scope: string;
  verb: (typeof VERBS)[number];
  /** Reads on after a colon. */
  reason: string;
}

/**
 * A plan as lines to tick, one for each event type, because a plan is carried out by event type: where several actions
 * concern one, the first verb stands for them and the reasons follow each other. Pure.
 */
export function planLines(plan: PlanView): PlanLine[] {
  const lines = new Map<string, PlanLine>();
  for (const verb of VERBS) {
    for (const { scope, reason } of plan[verb]) {
      const line = lines.get(scope);
      if (!line) lines.set(scope, { scope, verb, reason });
      else if (!line.reason.includes(reason)) line.reason = `${line.reason} ${reason}`;
    }
  }
  return [...lines.values()];
}
