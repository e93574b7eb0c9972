"use client";

import { type Ref } from "react";
import styled from "styled-components";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { dayWords } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { dayGroups } from "#lib/client/log/event-list.ts";
import type { EventView } from "#lib/contract/events.ts";
import { EventRow } from "./event-row.tsx";

// Folds by the room that the table has, not the window: an open event beside it takes as much as a small screen does.
const Region = styled.div`
  container-type: inline-size;
  // Cut rather than scrolled: within something that scrolls, a day's heading would not stay at the window's edge.
  overflow-x: clip;
  position: relative;
  // Tinted rather than faded: faded text cannot be read any more.
  &[data-stale="true"] [role="cell"] {
    background: ${({ theme }) => theme.colors.secondary10};
  }
`;

// A grid rather than a table: rows of a table cannot be left out of layout while nobody sees them, and of these there may
// be thousands.
const Grid = styled.div`
  --columns: 28px 150px minmax(0, 1fr) 150px 80px 110px;
  [role="row"] {
    display: grid;
    grid-template-columns: var(--columns);
  }
  [role="columnheader"] {
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary30};
    color: ${({ theme }) => theme.colors.secondary60};
    padding: 8px;
  }
  .event-row {
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary20};
    contain-intrinsic-size: auto 61px;
    content-visibility: auto;
  }
  [role="cell"] {
    min-height: 44px;
    padding: 6px 8px;
  }
  [role="row"].day {
    background: ${({ theme }) => theme.colors.white};
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary20};
    display: block;
    font-weight: 600;
    padding: 12px 8px 6px;
    position: sticky;
    top: 0;
    z-index: 1;
  }
  [data-open="true"] {
    background: ${({ theme }) => theme.colors.primary10};
  }
  [data-open="true"] button {
    color: ${({ theme }) => theme.colors.secondary70};
  }
  .select {
    position: relative;
  }
  .fold {
    display: none;
  }
  @container (max-width: 719px) {
    --columns: 28px 130px minmax(0, 1fr) 120px 70px 100px;
  }
  @container (max-width: 599px) {
    --columns: 28px minmax(0, 1fr) 34%;
    .received,
    .arrivals,
    .result {
      display: none;
    }
    .fold {
      display: flex;
    }
  }
`;

const COLUMNS = ["select", "received", "event", "about", "arrivals", "result"] as const;
/** Rows that stand in while the first page loads. */
const STAND_INS = 8;

interface EventTableProps {
  /** Undefined while the first page loads. */
  events: readonly EventView[] | undefined;
  isBusy: boolean;
  openId: string | null;
  region: Ref<HTMLDivElement>;
  onOpen: (id: string) => void;
  onAbout: (resource: string) => void;
}

/** Events under their days, newest first. BigDesign's table knows no groups of rows. */
export function EventTable({ events, isBusy, openId, region, onOpen, onAbout }: EventTableProps) {
  const { EVENTS } = useWords(englishEvents);
  const locale = useLocale();
  const now = useNow();
  const days = dayGroups(events ?? [], (iso) => dayWords(iso, now ?? 0, locale));
  return (
    <Region
      ref={region}
      aria-busy={isBusy || events === undefined}
      aria-label={EVENTS.list}
      data-stale={isBusy}
      role="region"
      tabIndex={0}
    >
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
        {events === undefined && <StandIns />}
        {days.map(({ day, events: ofDay }) => (
          <div key={`${day} ${ofDay[0]?.occurredAt.slice(0, 10) ?? ""}`} role="rowgroup">
            <div className="day" role="row">
              <span role="rowheader">{day}</span>
            </div>
            {ofDay.map((event) => (
              <EventRow
                key={event.id}
                event={event}
                isOpen={event.id === openId}
                onAbout={onAbout}
                onOpen={onOpen}
              />
            ))}
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
