"use client";

import styled from "styled-components";
import { Code } from "#components/events/parts.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";

const Small = styled.div`
  font-size: 14px;
  margin-top: 8px;
`;

/** Above this, event types are counted and not named. */
const NAMED_MAX = 3;

/** What only a developer asks of a destination. */
export function TechnicalFacts({ destination }: { destination: DestinationView }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { answerText } = useWords(englishDeliveries);
  const locale = useLocale();
  const { name, url, eventTypes, filter, lastStatus, lastFailure, waiting, waitingSince, ratePerSecond } =
    destination;
  const types = eventTypes.includes("*")
    ? DESTINATIONS.everything
    : eventTypes.length > NAMED_MAX
      ? DESTINATIONS.types(eventTypes.length)
      : eventTypes.join(", ");
  const isWell = lastStatus === null && lastFailure === null;
  return (
    <Small>
      <Facts>
        <Fact name={DESTINATIONS.address}>
          <Code>{url}</Code>
        </Fact>
        <Fact name={DESTINATIONS.gets}>
          {types}
          {filter !== null && `, ${DESTINATIONS.filtered}`}
        </Fact>
        {!isWell && (
          <Fact name={DESTINATIONS.lastAnswer}>
            {answerText(name, { status: lastStatus, failure: lastFailure })}
            {lastFailure !== null && (
              <>
                {" "}
                <Code>{lastFailure}</Code>
              </>
            )}
          </Fact>
        )}
        <Fact name={DESTINATIONS.waits}>{wholeNumber(waiting, locale)}</Fact>
        {waitingSince !== null && (
          <Fact name={DESTINATIONS.oldest}>
            <RelativeTime iso={waitingSince} />
          </Fact>
        )}
        <Fact name={DESTINATIONS.rate}>
          {ratePerSecond === null ? DESTINATIONS.noRate : DESTINATIONS.perSecond(String(ratePerSecond))}
        </Fact>
      </Facts>
    </Small>
  );
}
