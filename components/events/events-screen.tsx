"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useCallback, useMemo, useRef, useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { Panel } from "#components/ui/panel.tsx";
import { SelectionProvider } from "#components/ui/table/selection.tsx";
import { Screen } from "#components/shell/screen.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { hasFilters, NO_FILTERS, PAGE_SIZE } from "#lib/client/log/event-address.ts";
import { neighbour } from "#lib/client/log/event-list.ts";
import { isProblem } from "#lib/client/fetcher/request.ts";
import { useEvents } from "#lib/client/log/use-events.ts";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import { deliveredScopes } from "./filters/delivered-scopes.ts";
import { EventFilterPanel } from "./filters/event-filters.tsx";
import { EventTable } from "./event-table.tsx";
import { liveBadge } from "./live-badges.ts";
import { ListStatus } from "./list-status.tsx";
import { MoreEvents } from "./more-events.tsx";
import { NewEventsButton } from "./new-events-button.tsx";
import { Line } from "./parts.tsx";
import { SelectionFoot } from "./selection-foot.tsx";
import { useEventAddress } from "./use-event-address.ts";
import { useEventKeys } from "./use-event-keys.ts";
import { useExportDialog } from "./export/use-export-dialog.ts";

// None of these is part of the first look.
const EmptyLog = dynamic(() => import("./empty-log.tsx").then((module) => module.EmptyLog));
const EventDetailPanel = dynamic(() =>
  import("./detail/event-detail.tsx").then((module) => module.EventDetailPanel),
);
const KeysDialog = dynamic(() => import("./keys-dialog.tsx").then((module) => module.KeysDialog));
const ExportDialog = dynamic(() =>
  import("./export/export-dialog.tsx").then((module) => module.ExportDialog),
);

/** Everything that arrived: looked through, and watched as it comes. */
export function EventsScreen() {
  const { COMMON } = useWords(englishCommon);
  const { EVENTS } = useWords(englishEvents);
  const { store, session, hasEnded } = useStore();
  const { address, openId, open, close, filter } = useEventAddress(store);
  const [isPaused, setIsPaused] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [subject, setSubject] = useState("");
  const table = useRef<HTMLDivElement>(null);

  const log = useEvents(store, address, {
    deliveredScopes,
    isPaused,
    hasEnded,
    mayInsert: useCallback(
      () => openId === null && !table.current?.contains(document.activeElement) && isTopSeen(table.current),
      [openId],
    ),
  });
  const { page, waiting } = log;
  const order = useMemo(() => page?.events.map(({ id }) => id) ?? [], [page]);
  const events = page?.events ?? [];

  const show = useCallback(
    (id: string) => {
      setSubject(id);
      open(id);
    },
    [open],
  );
  const { time, from, to } = address;
  const about = useCallback(
    (resource: string) => {
      filter({ ...NO_FILTERS, time, from, to, resource });
      focusMain();
    },
    [filter, from, time, to],
  );
  const clear = () => {
    filter(NO_FILTERS);
    focusMain();
  };
  const isEmpty = page !== undefined && events.length === 0 && !log.isBusy;
  const exporting = useExportDialog(!isEmpty && !hasEnded);
  const isOpen = openId !== null;
  useEventKeys({
    events,
    openId,
    onShow: open,
    onPause: () => setIsPaused(!isPaused),
    onHelp: () => setIsHelpOpen(true),
    onExport: exporting.open,
  });
  const newer = openId === null ? null : neighbour(events, openId, -1);
  const older = openId === null ? null : neighbour(events, openId, 1);
  const hasTimedOut = isProblem(log.error, PROBLEM_CODES.searchTimedOut);

  return (
    <Screen
      actions={
        <>
          <Button onClick={() => setIsHelpOpen(true)} variant="subtle">
            {EVENTS.keys}
          </Button>
          <Button disabled={hasEnded} onClick={() => setIsPaused(!isPaused)} variant="secondary">
            {isPaused ? EVENTS.resume : EVENTS.pause}
          </Button>
        </>
      }
      badge={liveBadge(isPaused || hasEnded ? "paused" : log.line, EVENTS)}
      description={EVENTS.description(session?.eventRetentionDays)}
      help="read-the-event-log"
      title={EVENTS.title}
    >
      <SelectionProvider order={order}>
        <EventFilterPanel filters={address} onChange={filter} />
        <Panel
          action={
            <Line>
              <NewEventsButton
                count={waiting}
                isFull={log.isWaitingFull}
                onShow={() => {
                  log.showWaiting();
                  // The button goes away with what waited; focus stays with the list.
                  table.current?.focus();
                }}
              />
              <Button disabled={!exporting.canOpen} onClick={exporting.open} variant="secondary">
                {EVENTS.export}
              </Button>
            </Line>
          }
          title={titleOf()}
        >
          {hasTimedOut && (
            <InlineMessage
              actions={[
                { text: EVENTS.times["24h"], onClick: () => filter({ time: "24h", from: null, to: null }) },
              ]}
              header={EVENTS.timedOut}
              marginBottom="small"
              messages={[{ text: EVENTS.timedOutText }]}
              type="warning"
            />
          )}
          {log.error !== undefined && !hasTimedOut && (
            <InlineMessage
              actions={[{ text: COMMON.tryAgain, onClick: () => void log.retry() }]}
              marginBottom="small"
              messages={[{ text: page ? EVENTS.slow : EVENTS.unreadable }]}
              type="warning"
            />
          )}
          {isEmpty ? (
            <EmptyLog hint={page?.hint ?? null} isFiltered={hasFilters(address)} onClear={clear} />
          ) : (
            (page !== undefined || log.error === undefined) && (
              <EventTable
                events={page?.events}
                isBusy={log.isBusy}
                onAbout={about}
                onOpen={show}
                openId={openId}
                region={table}
              />
            )
          )}
          <ListStatus events={log.isBusy ? undefined : page?.events} hasOlder={log.hasOlder} />
          {page && events.length > 0 && !log.isBusy && (
            <MoreEvents
              count={events.length}
              error={log.olderError}
              hasOlder={log.hasOlder}
              isBusy={log.isOlderBusy}
              onMore={log.showOlder}
            />
          )}
        </Panel>
        {isOpen && (
          <EventDetailPanel
            id={openId}
            onAbout={about}
            onClose={close}
            onOpen={show}
            onNewer={newer && (() => open(newer.id))}
            onOlder={older && (() => open(older.id))}
            subject={subject}
          />
        )}
        <SelectionFoot events={events} onExport={exporting.open} openId={openId} />
        {exporting.isOpen && <ExportDialog filters={address} onClose={exporting.close} />}
      </SelectionProvider>
      {isHelpOpen && <KeysDialog onClose={() => setIsHelpOpen(false)} />}
    </Screen>
  );

  function titleOf(): string {
    if (page && events.length === 0) return EVENTS.none;
    return EVENTS.newest(page ? events.length : PAGE_SIZE);
  }
}

/** Whether the list is seen from its beginning: rows that go in there push none away from under the pointer. */
function isTopSeen(list: HTMLElement | null): boolean {
  return list === null || list.getBoundingClientRect().top >= 0;
}
