"use client";

import { useMemo, useState } from "react";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { isUnderWay } from "#lib/client/api/use-run.ts";
import type { RunView } from "#lib/contract/runs.ts";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { rowGroups, withSameRows, type RowGroup, type WebhookRow } from "./rows.ts";
import { waitingScopes } from "./runs/run-summary.ts";

/**
 * The rows of the screen, each the same object until something in it changes: the list is read again every few seconds,
 * and two hundred rows are not to be drawn for one.
 * @param pending Scopes with a change under way, to on or off; those that wait in the run come on top.
 */
export function useRowGroups(
  list: SubscriptionList | undefined,
  channel: string,
  pending: ReadonlyMap<string, boolean>,
  run: RunView | null,
): readonly RowGroup[] {
  const catalogue = useWords(englishCatalogue);
  const fresh = useMemo(() => {
    const changing = new Map([...pending, ...waitingScopes(run)]);
    const all = rowGroups(list, channel === "" ? "1" : channel, changing, catalogue);
    if (!isUnderWay(run)) return all;
    const inRun = new Set(run?.items.map(({ scope }) => scope));
    const marked = (row: WebhookRow) => (inRun.has(row.id) ? { ...row, isInRun: true } : row);
    return all.map((group) => ({ ...group, rows: group.rows.map(marked) }));
  }, [list, channel, pending, run, catalogue]);
  const [kept, setKept] = useState<readonly RowGroup[]>(fresh);
  const groups = useMemo(() => withSameRows(kept, fresh), [kept, fresh]);
  if (groups !== kept) setKept(groups);
  return groups;
}
