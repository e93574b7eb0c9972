"use client";

import { useMemo } from "react";
import { useBanner } from "#components/shell/banners.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Remedy } from "#lib/contract/subscriptions.ts";
import { needsAttention, type RowGroup } from "./rows.ts";

/** Remedies that one request carries out, whatever the webhook's trouble is. */
const FIXED_AT_ONCE = new Set<Remedy | null | undefined>([
  "reregister",
  "turn_on",
  "renew",
  "repair",
  "remove_double",
]);

/** Where more than one webhook needs a repair, offers to repair all of them at once. */
export function useAttentionBanner(
  groups: readonly RowGroup[],
  putRight: (scopes: string[]) => Promise<unknown>,
): void {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const broken = groups
    .flatMap(({ rows }) => rows)
    .filter((row) => needsAttention(row) && FIXED_AT_ONCE.has(row.view?.health.remedy))
    .map(({ id }) => id)
    .join();
  useBanner(
    "attention",
    useMemo(() => {
      const scopes = broken === "" ? [] : broken.split(",");
      if (scopes.length < 2) return null;
      return {
        type: "warning" as const,
        header: WEBHOOKS.attention(scopes.length),
        text: WEBHOOKS.attentionText,
        action: { text: WEBHOOKS.fixAll, onClick: () => void putRight(scopes) },
      };
    }, [broken, putRight, WEBHOOKS]),
  );
}
