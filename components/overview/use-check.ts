"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { apiPath, pagePath } from "#lib/client/paths.ts";
import { ApiProblem, sendJson } from "#lib/client/fetcher/request.ts";
import type { ReconcileResult } from "#lib/contract/subscriptions.ts";

/**
 * Compares with BigCommerce now and says whether everything matches. Changes nothing: what differs is put right on the
 * Webhooks screen, where it can be chosen.
 * @param onDone Reads the overview again, whatever came out.
 */
export function useCheck(store: string, onDone: () => Promise<unknown>): () => Promise<void> {
  const { COMMON } = useWords(englishCommon);
  const { OVERVIEW } = useWords(englishOverview);
  const toast = useToast();
  const router = useRouter();
  return useCallback(async () => {
    try {
      const url = apiPath(store, "subscriptions/reconcile");
      const { plan } = await sendJson<ReconcileResult>("POST", url, { dryRun: true });
      const count = plan.create.length + plan.update.length + plan.enable.length + plan.remove.length;
      if (count === 0) toast({ type: "success", text: OVERVIEW.matches });
      else {
        toast({
          type: "warning",
          text: OVERVIEW.differs(count),
          action: { text: OVERVIEW.review, onClick: () => router.push(pagePath(store, "webhooks")) },
        });
      }
    } catch (error) {
      const text = error instanceof ApiProblem ? error.message : COMMON.tryAgain;
      toast({ type: "error", header: OVERVIEW.checkFailed, text });
    }
    await onDone().catch(() => undefined);
  }, [onDone, router, store, toast, COMMON, OVERVIEW]);
}
