"use client";

import styled from "styled-components";
import { useLocale } from "#components/ui/locale.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { absoluteTime, bothClocks, spanWords } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { PLACED_BY_ARRIVAL } from "#lib/contract/values/events.ts";
import type { EventView } from "#lib/contract/events.ts";
import { Aside } from "#components/events/parts.tsx";

const Steps = styled.ol`
  list-style: none;
  margin: 0;
  padding: 0;
  li {
    border-left: 2px solid ${({ theme }) => theme.colors.secondary30};
    margin-left: 5px;
    padding: 0 0 12px 16px;
    position: relative;
  }
  li:last-child {
    border-color: transparent;
    padding-bottom: 0;
  }
  li::before {
    background: ${({ theme }) => theme.colors.primary};
    border-radius: 50%;
    content: "";
    height: 10px;
    left: -6px;
    position: absolute;
    top: 7px;
    width: 10px;
  }
`;

/** When the event happened, when it came, and whether it came again. */
export function EventTimeline({ event }: { event: EventView }) {
  const { EVENTS } = useWords(englishEvents);
  const locale = useLocale();
  const { occurredAt, firstArrivedAt, lastArrivedAt, arrivals } = event;
  const delayMs = Date.parse(firstArrivedAt) - Date.parse(occurredAt);
  const isTimeKnown = !event.flags.some((flag) => PLACED_BY_ARRIVAL.has(flag));
  const steps = [
    isTimeKnown ? { text: EVENTS.stepHappened, at: occurredAt } : { text: EVENTS.stepUntold, at: null },
    {
      text: delayMs < 1_000 ? EVENTS.stepArrived : EVENTS.stepArrivedAfter(spanWords(delayMs, locale)),
      at: firstArrivedAt,
    },
    ...(arrivals > 1 ? [{ text: EVENTS.stepRepeated(arrivals - 1), at: lastArrivedAt }] : []),
  ];
  return (
    <Steps>
      {steps.map(({ text, at }) => (
        <li key={text}>
          {text}
          {at !== null && (
            <Aside as="time" dateTime={at} title={bothClocks(at, locale)}>
              {absoluteTime(at, locale)}
            </Aside>
          )}
        </li>
      ))}
    </Steps>
  );
}
