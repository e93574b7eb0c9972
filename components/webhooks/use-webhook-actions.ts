"use client";

import { useEffect, useMemo, useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishStates from "#lib/messages/en/states.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { useSubscriptions } from "#lib/client/api/use-subscriptions.ts";
import type { PlanView } from "#lib/contract/subscriptions.ts";
import type { ActionsOf, WebhookActions } from "./webhook-actions.ts";

const loadActions = () => import("./webhook-actions.ts");

/** The actions of the Webhooks screen with what they leave on it: changes under way, a plan. */
export function useWebhookActions(
  { change, reconcile, removeHook }: ReturnType<typeof useSubscriptions>,
  startRun: ActionsOf["startRun"],
) {
  const { titleOf } = useWords(englishCatalogue);
  const { COMMON } = useWords(englishCommon);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { SESSION_ENDED } = useWords(englishStates);
  const reopenUrl = useStore().session?.store.reopenUrl;
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
    const words = { ...WEBHOOKS, tryAgain, undo, trouble, reopen: SESSION_ENDED.reopen };
    const reach = { change, reconcile, removeHook, startRun, reopenUrl };
    const deps = { ...reach, toast, mark, setPlan, titleOf, words };
    const later = async <R>(work: (verbs: WebhookActions) => Promise<R>): Promise<R> => {
      const { webhookActions } = await loadActions();
      return work(webhookActions(deps));
    };
    return {
      toggle: (...args: Parameters<WebhookActions["toggle"]>) => later((verbs) => verbs.toggle(...args)),
      toggleMany: (...args: Parameters<WebhookActions["toggleMany"]>) =>
        later((verbs) => verbs.toggleMany(...args)),
      replace: (...args: Parameters<WebhookActions["replace"]>) => later((verbs) => verbs.replace(...args)),
      putRight: (...args: Parameters<WebhookActions["putRight"]>) =>
        later((verbs) => verbs.putRight(...args)),
      mend: (...args: Parameters<WebhookActions["mend"]>) => later((verbs) => verbs.mend(...args)),
      check: () => later((verbs) => verbs.check()),
      removeOfOthers: (...args: Parameters<WebhookActions["removeOfOthers"]>) =>
        later((verbs) => verbs.removeOfOthers(...args)),
    };
  }, [change, reconcile, removeHook, reopenUrl, startRun, toast, titleOf, COMMON, SESSION_ENDED, WEBHOOKS]);
  // Not part of the first look, and there before anybody has found a switch.
  useEffect(() => void loadActions(), []);

  return {
    ...actions,
    pending,
    plan,
    closePlan: () => setPlan(null),
  };
}
