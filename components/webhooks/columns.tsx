"use client";

import { Small, Switch } from "@bigcommerce/big-design";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import type { Column } from "#components/ui/table/data-table.tsx";
import { Hint } from "#components/ui/overlay/hint.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { selectionColumn } from "#components/ui/table/selection.tsx";
import { Sparkline } from "#components/ui/chart/sparkline.tsx";
import { useNow } from "#components/ui/use-now.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { clockTime, relativeTime, wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { ActionCell } from "./action-cell.tsx";
import { EventCell } from "./event-cell.tsx";
import { isIncluded, type WebhookRow } from "./rows.ts";
import { useWebhooks } from "./webhooks-context.tsx";

const Fold = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 4px 12px;
  margin-top: 4px;
`;

function FoldedEventCell(row: WebhookRow) {
  return (
    <>
      <EventCell {...row} />
      <Fold>
        <StateCell {...row} />
        <ActionCell {...row} />
      </Fold>
    </>
  );
}

const OneLine = styled.div`
  white-space: nowrap;
`;

/** The verdict as a badge, what is under way, and how old the verdict is where that matters. */
export function StateCell(row: WebhookRow) {
  const { healthBadge, INCLUDED_BADGE } = useWords(englishVerdicts);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { staleSince } = useWebhooks();
  if (!row.view) return <Placeholder $width="72px" />;
  const badge = isIncluded(row) ? INCLUDED_BADGE : healthBadge(row.view.health);
  const change = row.pending;
  return (
    <div>
      <Badge label={badge.label} variant={badge.variant} />
      {change !== undefined && (
        <Small margin="none">{change ? WEBHOOKS.turningOn : WEBHOOKS.turningOff}</Small>
      )}
      {staleSince !== null && row.view.wanted && <Age since={staleSince} />}
    </div>
  );
}

function Age({ since }: { since: string }) {
  const { COMMON } = useWords(englishCommon);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const locale = useLocale();
  const now = useNow();
  if (now === null) return null;
  const ago = relativeTime(since, now, locale, COMMON.justNow);
  return (
    <OneLine>
      <Small margin="none">{WEBHOOKS.asOf(clockTime(since, locale), ago)}</Small>
    </OneLine>
  );
}

/** Figures of a type that is off are those of a moment ago: they would mislead. */
const isCounted = (row: WebhookRow) => row.view?.wanted === true || isIncluded(row);

function LastEventCell(row: WebhookRow) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  if (!row.view) return <Placeholder $width="80px" />;
  if (!isCounted(row)) return <>{"–"}</>;
  if (row.view.lastEventAt === null) return <>{row.view.wanted ? WEBHOOKS.noEvents : "–"}</>;
  return <RelativeTime iso={row.view.lastEventAt} />;
}

const Counted = styled.span`
  align-items: center;
  display: flex;
  gap: 8px;
`;

function LastDayCell(row: WebhookRow) {
  const locale = useLocale();
  const { view } = row;
  if (!view) return <Placeholder $width="96px" />;
  if (!isCounted(row)) return <>{"–"}</>;
  return (
    <Counted>
      <Sparkline values={view.hourly.length > 0 ? view.hourly : NO_HOURS} />
      {wholeNumber(view.events24h, locale)}
    </Counted>
  );
}

const NO_HOURS = Array.from({ length: 24 }, () => 0);

function ReceiveCell(row: WebhookRow) {
  const { titleOf } = useWords(englishCatalogue);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { isLocked, lockedHint, toggle } = useWebhooks();
  const { title, view, pending } = row;
  const included = isIncluded(row);
  const isChecked = (pending ?? view?.wanted) === true || included;
  const name = view ? title : WEBHOOKS.loadingState(title);
  const control = (
    <span>
      <Switch
        aria-checked={isChecked}
        aria-label={name}
        checked={isChecked}
        disabled={!view || isLocked || included}
        // A second press while the first is under way would only be refused.
        onChange={() => pending === undefined && toggle(row, !view?.wanted)}
        role="switch"
      />
    </span>
  );
  if (included && view?.includedBy)
    return <Hint text={WEBHOOKS.coveredBy(titleOf(view.includedBy))}>{control}</Hint>;
  // Without a hint, a line above the list says why.
  if (view && isLocked && lockedHint !== "") return <Hint text={lockedHint}>{control}</Hint>;
  return control;
}

/**
 * Columns by the room there is. Keep them for as long as the words stay: columns made while rendering would remount every
 * cell.
 */
export function columnsIn(
  words: typeof englishWebhooks.WEBHOOKS.columns,
  selectWord: string,
): Record<ColumnSet, Column<WebhookRow>[]> {
  const select = selectionColumn<WebhookRow>(
    selectWord,
    ({ id }) => id,
    ({ title }) => title,
  );
  const event: Column<WebhookRow> = { hash: "event", header: words.event, render: EventCell };
  const state: Column<WebhookRow> = { hash: "state", header: words.state, render: StateCell, width: 120 };
  const lastEvent: Column<WebhookRow> = {
    hash: "last",
    header: words.lastEvent,
    render: LastEventCell,
    width: 130,
  };
  const lastDay: Column<WebhookRow> = { hash: "day", header: words.lastDay, render: LastDayCell, width: 130 };
  const receive: Column<WebhookRow> = {
    hash: "receive",
    header: words.receive,
    render: ReceiveCell,
    width: 62,
  };
  const action: Column<WebhookRow> = {
    align: "right",
    hash: "action",
    header: words.action,
    hideHeader: true,
    render: ActionCell,
    width: 64,
  };
  return {
    wide: [select, event, state, lastEvent, lastDay, receive, action],
    // A scope is told in whole before the last day's figures are.
    medium: [select, event, state, lastEvent, receive, action],
    narrow: [select, { ...event, render: FoldedEventCell }, receive],
  };
}

export type ColumnSet = "wide" | "medium" | "narrow";
