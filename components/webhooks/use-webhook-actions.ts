"use client";

import { useMemo, useState } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import type { useSubscriptions } from "#lib/client/use-subscriptions.ts";
import type { PlanView } from "#lib/contract/subscriptions.ts";
import { webhookActions, type Refusals, type Work } from "./webhook-actions.ts";

/** The actions of the Webhooks screen with what they leave on it: changes under way, progress, refusals, a plan. */
export function useWebhookActions(subscriptions: ReturnType<typeof useSubscriptions>) {
  const { change, changeMany, reconcile } = subscriptions;
  const toast = useToast();
  const [pending, setPending] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [work, setWork] = useState<Work | null>(null);
  const [refusals, setRefusals] = useState<Refusals | null>(null);
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
    return webhookActions({ change, changeMany, reconcile, toast, mark, setWork, setRefusals, setPlan });
  }, [change, changeMany, reconcile, toast]);

  return {
    ...actions,
    pending,
    work,
    refusals,
    plan,
    closePlan: () => setPlan(null),
    closeRefusals: () => setRefusals(null),
  };
}
