"use client";

import { useEffect, useMemo, useState } from "react";
import { useBanner } from "#components/shell/banners.tsx";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Remedy } from "#lib/contract/subscriptions.ts";
import { attentionColor, needsAttention, type RowGroup } from "./rows.ts";

/** How long after a run the list is taken for older than it, in milliseconds. */
const AFTER_RUN_MS = 3_000;
/** Remedies that one request carries out, whatever the webhook's trouble is. */
const FIXED_AT_ONCE = new Set<Remedy | null | undefined>([
  "reregister",
  "turn_on",
  "renew",
  "repair",
  "remove_double",
]);

/**
 * Where more than one webhook needs a repair, offers to repair all of them at once. Not while a run is under way: what it is
 * about to make is missing until it has.
 */
export function useAttentionBanner(
  groups: readonly RowGroup[],
  isRunning: boolean,
  putRight: (scopes: string[]) => Promise<unknown>,
): void {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const isHeld = useHeldWhile(isRunning);
  const rows = groups.flatMap((group) => group.rows);
  const isLosing = attentionColor(rows) === "danger";
  const broken = rows
    .filter((row) => needsAttention(row) && FIXED_AT_ONCE.has(row.view?.health.remedy))
    .map(({ id }) => id)
    .join();
  useBanner(
    "attention",
    useMemo(() => {
      const scopes = broken === "" ? [] : broken.split(",");
      if (isHeld || scopes.length < 2) return null;
      return {
        type: isLosing ? ("error" as const) : ("warning" as const),
        header: WEBHOOKS.attention(scopes.length),
        text: WEBHOOKS.attentionText,
        action: { text: WEBHOOKS.fixAll, onClick: () => void putRight(scopes) },
      };
    }, [broken, isHeld, isLosing, putRight, WEBHOOKS]),
  );
}

/** True while a run is under way, and for as long afterwards as the list may be from before its end. */
function useHeldWhile(isRunning: boolean): boolean {
  const [isHeld, setHeld] = useState(isRunning);
  if (isRunning && !isHeld) setHeld(true);
  useEffect(() => {
    if (isRunning) return;
    const timer = setTimeout(() => setHeld(false), AFTER_RUN_MS);
    return () => clearTimeout(timer);
  }, [isRunning]);
  return isHeld;
}
