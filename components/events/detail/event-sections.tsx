"use client";

import { Badge, InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import styled from "styled-components";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { absoluteTime, spanWords, wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { PLACED_BY_ARRIVAL } from "#lib/contract/values/events.ts";
import type { EventDetail } from "#lib/contract/events.ts";
import { CopyActions } from "./copy-actions.tsx";
import { EventTimeline } from "./event-timeline.tsx";
import { Code, Line } from "#components/events/parts.tsx";
import { RelatedEvents } from "./related-events.tsx";

const ChangesSection = dynamic(
  () => import("./changes-section.tsx").then((module) => module.ChangesSection),
  { loading: () => <Placeholder $height="48px" /> },
);
const JsonView = dynamic(() => import("#components/ui/json/json-view.tsx").then((module) => module.JsonView));

const Section = styled.section`
  border-top: 1px solid ${({ theme }) => theme.colors.secondary30};
  margin-top: 16px;
  padding-top: 12px;
  h3,
  summary {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    margin: 0 0 4px;
  }
  summary {
    cursor: pointer;
  }
`;

/** What an event was, how it came, and what it brought. */
export function EventSections({
  event,
  onOpen,
  onAbout,
}: {
  event: EventDetail;
  onOpen: (id: string) => void;
  onAbout: (resource: string) => void;
}) {
  const { DEMO_BADGE, EVENTS, FLAGS, PROOFS, resultBadge } = useWords(englishEvents);
  const locale = useLocale();
  const { resource, flags, body } = event;
  const badge = resultBadge(event);
  const delayMs = Date.parse(event.receivedAt) - Date.parse(event.occurredAt);
  const isTimeKnown = !flags.some((flag) => PLACED_BY_ARRIVAL.has(flag));
  return (
    <>
      <Line>
        <Badge label={badge.label} variant={badge.variant} />
        {event.isDemo && <Badge label={DEMO_BADGE.label} variant={DEMO_BADGE.variant} />}
      </Line>
      {flags.length > 0 && (
        <InlineMessage
          marginTop="small"
          messages={flags.map((flag) => ({ text: FLAGS[flag] }))}
          type="warning"
        />
      )}
      {resource && (
        <Section aria-label={EVENTS.changes}>
          <h3>{EVENTS.changes}</h3>
          <ChangesSection id={event.id} />
        </Section>
      )}
      <Section>
        <h3>{EVENTS.summary}</h3>
        <p>
          {EVENTS.overview(delayMs < 1_000 ? null : spanWords(delayMs, locale), event.arrivals, isTimeKnown)}
        </p>
        <Facts>
          <Fact name={EVENTS.eventType}>
            <Code>{event.scope}</Code>
          </Fact>
          <Fact name={EVENTS.happened}>
            {isTimeKnown ? absoluteTime(event.occurredAt, locale) : <Claimed time={event.claimedTime} />}
          </Fact>
          <Fact name={EVENTS.receivedAt}>{absoluteTime(event.receivedAt, locale)}</Fact>
          <Fact name={EVENTS.columns.arrivals}>{EVENTS.arrivals(event.arrivals)}</Fact>
          <Fact name={EVENTS.proof}>{event.isTest ? EVENTS.testProof : PROOFS[event.proof]}</Fact>
          <Fact name={EVENTS.size}>{EVENTS.bytes(wholeNumber(event.bodyBytes, locale))}</Fact>
          <Fact name={EVENTS.hash}>
            <Code>{event.hash}</Code> <CopyButton name={EVENTS.copyHash} text={event.hash} />
          </Fact>
        </Facts>
      </Section>
      <Section>
        <h3>{EVENTS.copyEvent}</h3>
        <CopyActions event={event} />
      </Section>
      <Section>
        <h3>{EVENTS.payload}</h3>
        {body === "" ? EVENTS.emptyPayload : <JsonView name={EVENTS.payload} text={body} />}
      </Section>
      <Section>
        <details>
          <summary>{EVENTS.headers}</summary>
          <Facts>
            {event.headers.map(({ name, value }) => (
              <Fact key={name} name={name}>
                <Code>{value}</Code>
              </Fact>
            ))}
          </Facts>
        </details>
      </Section>
      <Section>
        <h3>{EVENTS.timeline}</h3>
        <EventTimeline event={event} />
      </Section>
      {resource && (
        <Section>
          <h3>{EVENTS.related}</h3>
          <RelatedEvents id={event.id} onAbout={onAbout} onOpen={onOpen} resource={resource} />
        </Section>
      )}
    </>
  );
}

/** When an event happened, where nothing but what it says itself is known of that. */
function Claimed({ time }: { time: EventDetail["claimedTime"] }) {
  const { EVENTS } = useWords(englishEvents);
  const locale = useLocale();
  if (!time) return EVENTS.happenedUntold;
  return time.at === null
    ? EVENTS.happenedUnreadable(time.text)
    : EVENTS.happenedByClaim(absoluteTime(time.at, locale));
}
