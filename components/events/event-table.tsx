"use client";

import { type Ref } from "react";
import styled from "styled-components";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { dayWords, EVENTS } from "#components/words/events.ts";
import { dayGroups } from "#lib/client/event-list.ts";
import type { EventView } from "#lib/contract/events.ts";
import { EventRow } from "./event-row.tsx";

// Folds by the room that the table has, not the window: an open event beside it takes as much as a small screen does.
const Region = styled.div`
  container-type: inline-size;
  // Cut rather than scrolled: within something that scrolls, a day's heading would not stay at the window's edge.
  overflow-x: clip;
  position: relative;
  // Tinted rather than faded: faded text cannot be read any more.
  &[data-stale="true"] td {
    background: ${({ theme }) => theme.colors.secondary10};
  }
`;

const Grid = styled.table`
  border-collapse: collapse;
  table-layout: fixed;
  width: 100%;
  th {
    font-weight: 400;
    text-align: left;
  }
  thead th {
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary30};
    color: ${({ theme }) => theme.colors.secondary60};
    padding: 8px;
  }
  tbody th {
    font-weight: 600;
    background: ${({ theme }) => theme.colors.white};
    padding: 12px 8px 6px;
    position: sticky;
    top: 0;
    z-index: 1;
  }
  td {
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary20};
    height: 44px;
    padding: 6px 8px;
    vertical-align: top;
  }
  .day {
    border-bottom: 1px solid ${({ theme }) => theme.colors.secondary20};
  }
  tr[data-open="true"] td {
    background: ${({ theme }) => theme.colors.primary10};
  }
  tr[data-open="true"] button {
    color: ${({ theme }) => theme.colors.secondary70};
  }
  .received {
    width: 150px;
  }
  .about {
    width: 150px;
  }
  .arrivals {
    width: 80px;
  }
  .result {
    width: 110px;
  }
  .fold {
    display: none;
  }
  @container (max-width: 719px) {
    .received {
      width: 130px;
    }
    .about {
      width: 120px;
    }
    .arrivals {
      width: 70px;
    }
    .result {
      width: 100px;
    }
  }
  @container (max-width: 599px) {
    .received,
    .arrivals,
    .result {
      display: none;
    }
    .about {
      width: 36%;
    }
    .fold {
      display: flex;
    }
  }
`;

const COLUMNS = ["received", "event", "about", "arrivals", "result"] as const;
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
      <Grid aria-label={EVENTS.list}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} className={column} scope="col">
                {EVENTS.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {events === undefined && <StandIns />}
        {days.map(({ day, events: ofDay }) => (
          <tbody key={`${day} ${ofDay[0]?.occurredAt.slice(0, 10) ?? ""}`}>
            {/* No wider than the two columns that are left when the table folds. */}
            <tr className="day">
              <th colSpan={2} scope="rowgroup">
                {day}
              </th>
            </tr>
            {ofDay.map((event) => (
              <EventRow
                key={event.id}
                event={event}
                isOpen={event.id === openId}
                onAbout={onAbout}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        ))}
      </Grid>
    </Region>
  );
}

function StandIns() {
  return (
    <tbody>
      {Array.from({ length: STAND_INS }, (_, row) => (
        <tr key={row}>
          {COLUMNS.map((column) => (
            <td key={column} className={column}>
              <Placeholder $width="80%" />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
