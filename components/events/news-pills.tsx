"use client";

import { CloseIcon } from "@bigcommerce/big-design-icons";
import styled from "styled-components";
import { useLocale } from "#components/ui/locale.tsx";
import { useRarely } from "#components/ui/use-rarely.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { LateArrivals } from "#lib/client/log/late-arrivals.ts";

/** Between two announcements, in milliseconds. */
const ANNOUNCE_EVERY_MS = 10_000;

/** Without a height of its own, so that nothing below moves when something appears in it; at the window's edge once scrolled. */
const Strip = styled.div`
  align-items: center;
  display: flex;
  flex-direction: column;
  gap: 8px;
  height: 0;
  pointer-events: none;
  position: sticky;
  top: 8px;
  z-index: 3;
  // Beside what is open over the right of the list.
  &[data-beside="true"] {
    align-items: start;
    padding-left: 36px;
  }
`;

const Pill = styled.div`
  align-items: center;
  background: ${({ theme }) => theme.colors.secondary70};
  border: 1px solid transparent;
  border-radius: 18px;
  box-shadow: 0 2px 8px rgb(49 52 64 / 30%);
  color: ${({ theme }) => theme.colors.white};
  display: flex;
  flex: none;
  font-size: 14px;
  max-width: calc(100% - 16px);
  pointer-events: auto;
  > span {
    padding: 4px 0 4px 16px;
  }
  button {
    align-items: center;
    background: none;
    border: 0;
    border-radius: 18px;
    color: inherit;
    cursor: pointer;
    display: flex;
    font: inherit;
    font-weight: 600;
    min-height: 34px;
    padding: 0 16px;
  }
  > span + button {
    padding: 0 8px;
    text-decoration: underline;
  }
  button:has(svg) {
    padding: 0 10px;
  }
  button:hover {
    background: ${({ theme }) => theme.colors.secondary60};
  }
  svg {
    fill: currentcolor;
  }
  &[data-news] {
    background: ${({ theme }) => theme.colors.primary};
  }
  &[data-news] button:hover {
    background: ${({ theme }) => theme.colors.primary60};
  }
`;

interface NewsPillsProps {
  /** New events that wait. */
  count: number;
  /** There may be more than were counted. */
  isFull: boolean;
  isPaused: boolean;
  /** An event is open over the right of the list. */
  isBeside: boolean;
  late: LateArrivals | null;
  onShow: () => void;
  onViewLate: () => void;
  onDismissLate: () => void;
}

/** What came in and is not in the list yet, or not where somebody looks. It waits here, so that nothing moves. */
export function NewsPills(props: NewsPillsProps) {
  const { count, isFull, isPaused, isBeside, late, onShow, onViewLate, onDismissLate } = props;
  const { COMMON } = useWords(englishCommon);
  const { EVENTS } = useWords(englishEvents);
  const locale = useLocale();
  const news =
    count === 0 ? "" : isPaused ? EVENTS.newWhilePaused(count, isFull) : EVENTS.newEvents(count, isFull);
  const lateText = late
    ? EVENTS.lateEvents(`${wholeNumber(late.count, locale)}${late.isMore ? "+" : ""}`, late.count)
    : "";
  const announced = useRarely([news, lateText].filter((text) => text !== "").join(". "), ANNOUNCE_EVERY_MS);
  return (
    <Strip data-beside={isBeside}>
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
      {news !== "" && (
        <Pill data-news>
          <button onClick={onShow} type="button">
            {news}
          </button>
        </Pill>
      )}
      {late && (
        <Pill>
          <span>{lateText}</span>
          <button onClick={onViewLate} type="button">
            {EVENTS.viewLate}
          </button>
          <button onClick={onDismissLate} type="button">
            <CloseIcon size="medium" title={COMMON.closeMessage} />
          </button>
        </Pill>
      )}
    </Strip>
  );
}
