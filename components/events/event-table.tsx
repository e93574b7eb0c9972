"use client";

import { type ReactNode, type Ref } from "react";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { useTechnicalDetails } from "#components/shell/store-context.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { dayWords } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { dayGroups } from "#lib/client/log/event-list.ts";
import type { EventFold } from "#lib/client/log/fold-events.ts";
import { EventRow } from "./event-row.tsx";
import { Grid, Region } from "./event-grid.ts";
import { FoldRow } from "./fold-row.tsx";

const COLUMNS = ["select", "when", "event", "about"] as const;
/** Rows that stand in while the first page loads. */
const STAND_INS = 8;

interface EventTableProps {
  /** Undefined while the first page loads. */
  folds: readonly EventFold[] | undefined;
  /** Keys of the folds whose events are shown one by one. */
  unfolded: ReadonlySet<string>;
  isBusy: boolean;
  openId: string | null;
  region: Ref<HTMLDivElement>;
  /** Lies over the list, without taking room. */
  news: ReactNode;
  onFold: (key: string) => void;
  onOpen: (id: string) => void;
  onAbout: (resource: string) => void;
  /** Pointer or focus have gone elsewhere. */
  onLeave: () => void;
}

/** Events under their days, newest first. BigDesign's table knows no groups of rows. */
export function EventTable(props: EventTableProps) {
  const { folds, unfolded, isBusy, openId, region, news, onFold, onOpen, onAbout, onLeave } = props;
  const { EVENTS } = useWords(englishEvents);
  const isTechnical = useTechnicalDetails();
  const locale = useLocale();
  const now = useNow();
  const days = dayGroups(folds ?? [], (iso) => dayWords(iso, now ?? 0, locale));
  return (
    <Region
      ref={region}
      aria-busy={isBusy || folds === undefined}
      aria-label={EVENTS.list}
      data-stale={isBusy}
      data-technical={isTechnical}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onLeave();
      }}
      onPointerLeave={onLeave}
      role="region"
      tabIndex={0}
    >
      {news}
      <Grid aria-label={EVENTS.list} role="table">
        <div role="rowgroup">
          <div role="row">
            {COLUMNS.map((column) => (
              <div key={column} className={column} role="columnheader">
                {column === "select" ? (
                  <VisuallyHidden>{EVENTS.columns[column]}</VisuallyHidden>
                ) : (
                  EVENTS.columns[column]
                )}
              </div>
            ))}
          </div>
        </div>
        {folds === undefined && <StandIns />}
        {days.map(({ day, of }) => (
          <div key={`${day} ${of[0]?.lead.occurredAt.slice(0, 10) ?? ""}`} role="rowgroup">
            <div className="day" role="row">
              <span role="rowheader">{day}</span>
            </div>
            {of.map((fold) =>
              fold.events.length === 1 ? (
                <EventRow
                  key={fold.key}
                  event={fold.lead}
                  isOpen={fold.lead.id === openId}
                  onAbout={onAbout}
                  onOpen={onOpen}
                />
              ) : (
                <FoldRow
                  key={fold.key}
                  fold={fold}
                  isUnfolded={unfolded.has(fold.key)}
                  onAbout={onAbout}
                  onFold={onFold}
                  onOpen={onOpen}
                  openId={fold.events.some(({ id }) => id === openId) ? openId : null}
                />
              ),
            )}
          </div>
        ))}
      </Grid>
    </Region>
  );
}

function StandIns() {
  return (
    <div role="rowgroup">
      {Array.from({ length: STAND_INS }, (_, row) => (
        <div key={row} role="row">
          {COLUMNS.map((column) => (
            <div key={column} className={column} role="cell">
              <Placeholder $width="80%" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
