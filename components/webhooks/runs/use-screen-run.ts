"use client";

import { useCallback, useEffect, useRef } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { isUnderWay, type useRun } from "#lib/client/api/use-run.ts";

/** What the screen can do with the run of the store. None throws. Reads the list once more when a run is over. */
export function useScreenRun(runs: ReturnType<typeof useRun>, refresh: () => Promise<unknown>) {
  const { run, cancel, retry, putAway } = runs;
  const { COMMON } = useWords(englishCommon);
  const toast = useToast();
  const underWay = isUnderWay(run);
  const wasUnderWay = useRef(false);
  useEffect(() => {
    if (wasUnderWay.current && !underWay) void refresh();
    wasUnderWay.current = underWay;
  }, [refresh, underWay]);

  const attempt = useCallback(
    async (work: Promise<void>) => {
      try {
        await work;
      } catch (error) {
        toast({ type: "error", text: error instanceof ApiProblem ? error.message : COMMON.trouble });
      }
    },
    [toast, COMMON],
  );
  const id = run?.id ?? "";
  return {
    onCancel: () => attempt(cancel(id)),
    onRetry: (scopes?: string[]) => attempt(retry(id, scopes)),
    onClose: () => void attempt(putAway(id)),
  };
}
