"use client";

import { useMemo, useState } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { useSubscriptions } from "#lib/client/api/use-subscriptions.ts";
import type { PlanView } from "#lib/contract/subscriptions.ts";
import { webhookActions, type ActionsOf } from "./webhook-actions.ts";

/** The actions of the Webhooks screen with what they leave on it: changes under way, a plan. */
export function useWebhookActions(
  { change, reconcile, removeHook }: ReturnType<typeof useSubscriptions>,
  startRun: ActionsOf["startRun"],
) {
  const { titleOf } = useWords(englishCatalogue);
  const { COMMON } = useWords(englishCommon);
  const { WEBHOOKS } = useWords(englishWebhooks);
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
    const { tryAgain, undo, trouble } = COMMON;
    const words = { ...WEBHOOKS, tryAgain, undo, trouble };
    return webhookActions({ change, reconcile, removeHook, startRun, toast, mark, setPlan, titleOf, words });
  }, [change, reconcile, removeHook, startRun, toast, titleOf, COMMON, WEBHOOKS]);

  return {
    ...actions,
    pending,
    plan,
    closePlan: () => setPlan(null),
  };
}
