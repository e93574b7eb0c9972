"use client";

import { useMemo } from "react";
import { useBanner } from "#components/shell/banners.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { RowGroup } from "./rows.ts";

/** Where more than one webhook is missing, offers to put all of them back at once. */
export function useAttentionBanner(
  groups: readonly RowGroup[],
  putRight: (scopes: string[]) => Promise<void>,
): void {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const missing = groups
    .flatMap(({ rows }) => rows)
    .filter(({ view }) => view?.health.remedy === "reregister")
    .map(({ id }) => id)
    .join();
  useBanner(
    "attention",
    useMemo(() => {
      const scopes = missing === "" ? [] : missing.split(",");
      if (scopes.length < 2) return null;
      return {
        type: "warning" as const,
        header: WEBHOOKS.attention(scopes.length),
        text: WEBHOOKS.attentionText,
        action: { text: WEBHOOKS.reregisterAll, onClick: () => void putRight(scopes) },
      };
    }, [missing, putRight, WEBHOOKS]),
  );
}
