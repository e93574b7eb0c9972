"use client";

import { useMemo } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { webhookPath } from "#lib/client/paths.ts";
import type { WebhookRow } from "./rows.ts";
import type { useWebhookActions } from "./use-webhook-actions.ts";
import type { WebhooksState } from "./webhooks-context.tsx";

interface RowStateOptions extends Pick<
  WebhooksState,
  "isLocked" | "lockedHint" | "staleSince" | "openDetail" | "testEvent" | "toggle"
> {
  actions: ReturnType<typeof useWebhookActions>;
}

/** What every row needs to show itself and to act: the same object until something in it changes. */
export function useRowState(options: RowStateOptions): WebhooksState {
  const { actions, isLocked, lockedHint, staleSince, openDetail, testEvent, toggle } = options;
  const { store, session } = useStore();
  const { check, mend } = actions;
  const reopenUrl = session?.store.reopenUrl;
  return useMemo(() => {
    const remedy = (row: WebhookRow) => {
      const kind = row.view?.health.remedy;
      if (kind === "turn_off") toggle(row, false);
      else if (kind === "check") void check();
      else if (kind === "reopen_app") {
        if (reopenUrl && window.top) window.top.location.href = reopenUrl;
      } else void mend(row);
    };
    return {
      isLocked,
      lockedHint,
      staleSince,
      hrefOf: (scope) => webhookPath(store, scope),
      openDetail,
      toggle,
      remedy,
      testEvent,
    };
  }, [check, isLocked, lockedHint, mend, openDetail, reopenUrl, staleSince, store, testEvent, toggle]);
}
