"use client";

import dynamic from "next/dynamic";
import { useCallback, useRef, useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Screen } from "#components/shell/screen.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { SelectionProvider } from "#components/ui/table/selection.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { hasFilters, NO_FILTERS } from "#lib/client/log/event-address.ts";
import { neighbour } from "#lib/client/log/event-list.ts";
import { rowFor } from "#lib/client/log/fold-events.ts";
import { useEvents } from "#lib/client/log/use-events.ts";
import { deliveredScopes } from "./filters/delivered-scopes.ts";
import { EventFilterBar } from "./filters/event-filters.tsx";
import { EventHeadActions } from "./event-head-actions.tsx";
import { eventLinkId } from "./event-row.tsx";
import { EventTable } from "./event-table.tsx";
import { liveBadge } from "./live-badges.ts";
import { ListStatus } from "./list-status.tsx";
import { ListTroubles } from "./list-troubles.tsx";
import { MoreEvents } from "./more-events.tsx";
import { NewsPills } from "./news-pills.tsx";
import { Card, ListFrame, ListTitle } from "./parts.tsx";
import { SelectionFoot } from "./selection-foot.tsx";
import { useEventAddress } from "./use-event-address.ts";
import { useEventKeys } from "./use-event-keys.ts";
import { useExportDialog } from "./export/use-export-dialog.ts";
import { useFolds } from "./use-folds.ts";
import { isUntouched, reveal } from "./whereabouts.ts";

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
  const { EVENTS } = useWords(englishEvents);
  const { store, session, hasEnded } = useStore();
  const { address, openId, open, close, filter } = useEventAddress(store);
  const [isPaused, setIsPaused] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [subject, setSubject] = useState("");
  const table = useRef<HTMLDivElement>(null);
  const mayInsert = useCallback(() => openId === null && isUntouched(table.current), [openId]);
  const log = useEvents(store, address, { deliveredScopes, isPaused, hasEnded, mayInsert });
  const { page, showWaiting } = log;
  const events = page?.events ?? [];
  const { folds = [], unfolded, inSight, order, toggle } = useFolds(page);

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
  const release = () => {
    if (!isPaused && mayInsert()) showWaiting();
  };
  const pause = () => {
    setIsPaused(!isPaused);
    if (isPaused && mayInsert()) showWaiting();
  };
  const isEmpty = page !== undefined && events.length === 0 && !log.isBusy;
  const exporting = useExportDialog(!isEmpty && !hasEnded);
  const rowId = openId === null ? null : rowFor(folds, unfolded, openId);
  /** Shows a neighbor in the open event's place, and its row in the list below. */
  const step = (id: string) => {
    open(id);
    reveal(eventLinkId(id));
  };
  useEventKeys({
    events: inSight,
    openId: rowId,
    onShow: step,
    onPause: pause,
    onHelp: () => setIsHelpOpen(true),
    onExport: exporting.open,
  });
  const newer = rowId === null ? null : neighbour(inSight, rowId, -1);
  const older = rowId === null ? null : neighbour(inSight, rowId, 1);

  return (
    <Screen
      actions={
        <EventHeadActions
          canExport={exporting.canOpen}
          filters={address}
          onExport={exporting.open}
          onFilter={filter}
          onKeys={() => setIsHelpOpen(true)}
        />
      }
      badge={liveBadge(isPaused || hasEnded ? "paused" : log.line, EVENTS)}
      description={EVENTS.description(session?.eventRetentionDays)}
      help="read-the-event-log"
      title={EVENTS.title}
    >
      <SelectionProvider order={order}>
        <Card>
          <EventFilterBar filters={address} onChange={filter}>
            <Button disabled={hasEnded} onClick={pause} variant="secondary">
              {isPaused ? EVENTS.resume : EVENTS.pause}
            </Button>
          </EventFilterBar>
          <ListTroubles filter={filter} log={log} />
          {isEmpty ? (
            <EmptyLog hint={page?.hint ?? null} isFiltered={hasFilters(address)} onClear={clear} />
          ) : (
            (page !== undefined || log.error === undefined) && (
              <ListFrame>
                {page && <ListTitle>{EVENTS.shown(events.length, log.hasOlder)}</ListTitle>}
                <EventTable
                  folds={page && folds}
                  isBusy={log.isBusy}
                  news={
                    <NewsPills
                      count={log.waiting}
                      isBeside={openId !== null}
                      isFull={log.isWaitingFull}
                      isPaused={isPaused}
                      late={log.late}
                      onDismissLate={log.forgetLate}
                      onShow={() => {
                        showWaiting();
                        // The button goes away with what waited; focus stays with the list, which begins anew.
                        table.current?.focus({ preventScroll: true });
                        if (!openId) table.current?.scrollIntoView({ block: "nearest" });
                      }}
                      onViewLate={() => {
                        filter({ ...NO_FILTERS, time: "30d", late: log.late?.after ?? null });
                        log.forgetLate();
                        focusMain();
                      }}
                    />
                  }
                  onAbout={about}
                  onFold={toggle}
                  onLeave={release}
                  onOpen={show}
                  openId={openId}
                  region={table}
                  unfolded={unfolded}
                />
              </ListFrame>
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
        </Card>
        {openId !== null && (
          <EventDetailPanel
            id={openId}
            onAbout={about}
            onClose={close}
            onOpen={show}
            onNewer={newer && (() => step(newer.id))}
            onOlder={older && (() => step(older.id))}
            opener={eventLinkId(rowId ?? openId)}
            subject={subject}
          />
        )}
        <SelectionFoot folds={folds} onExport={exporting.open} openId={openId} unfolded={unfolded} />
        {exporting.isOpen && <ExportDialog filters={address} onClose={exporting.close} />}
      </SelectionProvider>
      {isHelpOpen && <KeysDialog onClose={() => setIsHelpOpen(false)} />}
    </Screen>
  );
}
