"use client";

import { useMemo, useState } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import type { useSubscriptions } from "#lib/client/use-subscriptions.ts";
import type { PlanView } from "#lib/contract/subscriptions.ts";
import { webhookActions, type ActionsOf } from "./webhook-actions.ts";

/** The actions of the Webhooks screen with what they leave on it: changes under way, a plan. */
export function useWebhookActions(
  { change, reconcile }: ReturnType<typeof useSubscriptions>,
  startRun: ActionsOf["startRun"],
) {
  const toast = useToast();
  const [pending, setPending] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [plan, setPlan] = useState<PlanView | null>(null);

  const actions = useMemo(() => {
    const mark = (scopes: readonly string[], wanted: boolean | null) =>
      setPending((before) => {
        const after = new Map(before);
        for (const scope of scopes) {
          if (wanted === null) after.delete(scope);
          else after.set(scope, wanted);
        }
        return after;
      });
    return webhookActions({ change, reconcile, startRun, toast, mark, setPlan });
  }, [change, reconcile, startRun, toast]);

  return {
    ...actions,
    pending,
    plan,
    closePlan: () => setPlan(null),
  };
}
