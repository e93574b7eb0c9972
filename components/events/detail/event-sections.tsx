"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { CopyLink } from "#components/shell/copy-link.tsx";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { RowMenu } from "#components/ui/overlay/row-menu.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { erasePath, eventPath } from "#lib/client/paths.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { absoluteTime, spanWords } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { PLACED_BY_ARRIVAL } from "#lib/contract/values/events.ts";
import type { EventDetail } from "#lib/contract/events.ts";
import { PrintStyle } from "./print-style.tsx";
import { TechnicalDetails } from "./technical-details.tsx";
import { Code, Line } from "#components/events/parts.tsx";
import { RelatedEvents } from "./related-events.tsx";

const ChangesSection = dynamic(
  () => import("./changes-section.tsx").then((module) => module.ChangesSection),
  { loading: () => <Placeholder $height="48px" /> },
);
const SentTo = dynamic(() => import("./sent-to.tsx").then((module) => module.SentTo));
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
  const { DEMO_BADGE, EVENTS, FLAGS, resultBadge } = useWords(englishEvents);
  const { titleOf } = useWords(englishCatalogue);
  const showsTechnicalDetails = useTechnicalDetails();
  const { store, session } = useStore();
  const router = useRouter();
  const locale = useLocale();
  const { resource, flags, body } = event;
  const badge = resultBadge(event);
  const isOrdinary = flags.length === 0 && !event.isTest;
  const delayMs = Date.parse(event.receivedAt) - Date.parse(event.occurredAt);
  const isTimeKnown = !flags.some((flag) => PLACED_BY_ARRIVAL.has(flag));
  return (
    <div className="event-print">
      <PrintStyle />
      <Line>
        {!isOrdinary && <Badge label={badge.label} variant={badge.variant} />}
        {event.isDemo && <Badge label={DEMO_BADGE.label} variant={DEMO_BADGE.variant} />}
        <CopyLink path={eventPath(store, event.id)} />
        <Button onClick={() => window.print()} variant="subtle">
          {EVENTS.print}
        </Button>
        {resource && session?.user.isOwner === true && (
          <RowMenu
            items={[
              {
                id: "erase",
                label: EVENTS.erase,
                isDestructive: true,
                onChoose: () => router.push(erasePath(store, resource)),
              },
            ]}
            name={EVENTS.moreActions}
          />
        )}
      </Line>
      {flags.length > 0 && (
        <InlineMessage
          marginTop="small"
          messages={flags.map((flag) => ({ text: FLAGS[flag] }))}
          type="warning"
        />
      )}
      <p>
        {EVENTS.overview(delayMs < 1_000 ? null : spanWords(delayMs, locale), event.arrivals, isTimeKnown)}
      </p>
      <Facts>
        <Fact name={EVENTS.eventType}>
          {titleOf(event.scope)}
          {showsTechnicalDetails && titleOf(event.scope) !== event.scope && (
            <Code as="div">{event.scope}</Code>
          )}
        </Fact>
        <Fact name={EVENTS.happened}>
          {isTimeKnown ? absoluteTime(event.occurredAt, locale) : <Claimed time={event.claimedTime} />}
        </Fact>
        <Fact name={EVENTS.receivedAt}>{absoluteTime(event.receivedAt, locale)}</Fact>
      </Facts>
      {resource && (
        <Section aria-label={EVENTS.changes}>
          <h3>{EVENTS.changes}</h3>
          <ChangesSection id={event.id} />
        </Section>
      )}
      <SentTo event={event} />
      <Section>
        <h3>{EVENTS.payload}</h3>
        {body === "" ? EVENTS.emptyPayload : <JsonView name={EVENTS.payload} text={body} />}
      </Section>
      {resource && (
        <Section>
          <h3>{EVENTS.related}</h3>
          <RelatedEvents
            id={event.id}
            name={event.name}
            onAbout={onAbout}
            onOpen={onOpen}
            resource={resource}
          />
        </Section>
      )}
      {showsTechnicalDetails && (
        <Section>
          <details open>
            <summary>{EVENTS.technical}</summary>
            <TechnicalDetails event={event} />
          </details>
        </Section>
      )}
    </div>
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
