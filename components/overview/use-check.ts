"use client";

import { useCallback } from "react";
import { useSWRConfig } from "swr";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { isStandingKey } from "#lib/client/fetcher/keys.ts";
import { apiPath } from "#lib/client/paths.ts";
import { ApiProblem, sendJson } from "#lib/client/fetcher/request.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import type { PlanView, ReconcileResult } from "#lib/contract/subscriptions.ts";

/**
 * Compares with BigCommerce now, and changes nothing. That everything matches is said at once.
 * @param onPlan Is given what differs.
 */
export function useCheck(store: string, onPlan?: (plan: PlanView) => void): () => Promise<void> {
  const { COMMON } = useWords(englishCommon);
  const { OVERVIEW } = useWords(englishOverview);
  const { mutate } = useSWRConfig();
  const toast = useToast();
  return useCallback(async () => {
    try {
      const url = apiPath(store, "subscriptions/reconcile");
      const { plan } = await sendJson<ReconcileResult>("POST", url, { dryRun: true });
      const count = plan.create.length + plan.update.length + plan.enable.length + plan.remove.length;
      if (count === 0) toast({ type: "success", text: OVERVIEW.matches });
      else onPlan?.(plan);
    } catch (error) {
      if (error instanceof ApiProblem && error.code === PROBLEM_CODES.checkRunning) {
        toast({ type: "info", text: OVERVIEW.alreadyChecking });
      } else {
        const text = error instanceof ApiProblem ? error.message : COMMON.tryAgain;
        toast({ type: "error", header: OVERVIEW.checkFailed, text });
      }
    }
    await mutate(isStandingKey(store));
  }, [mutate, onPlan, store, toast, COMMON, OVERVIEW]);
}
