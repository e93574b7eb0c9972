"use client";

import { Small, Text } from "@bigcommerce/big-design";
import styled from "styled-components";
import { DeliveryDrawings } from "#components/charts/chart-drawings.tsx";
import { ExceptionNotes } from "#components/delivery-exceptions/exception-notes.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishExceptions from "#lib/messages/en/exceptions.ts";
import * as englishOverview from "#lib/messages/en/overview.ts";
import * as englishRejections from "#lib/messages/en/rejections.ts";
import { delayWords, wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { eventsHref } from "#lib/client/log/event-address.ts";
import type { Chart } from "#lib/contract/chart.ts";
import type { Overview } from "#lib/contract/overview.ts";

const Part = styled.div`
  margin-top: 16px;
  h3 {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    margin: 0 0 4px;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li + li {
    margin-top: 12px;
  }
  p {
    margin: 0 0 4px;
    overflow-wrap: anywhere;
  }
`;

/** Delay, repeats, what was refused and what BigCommerce told of it. */
export function DeliveryFacts({ overview, chart }: { overview: Overview; chart: Chart | undefined }) {
  const { OVERVIEW } = useWords(englishOverview);
  const { EXCEPTIONS } = useWords(englishExceptions);
  const { store } = useStore();
  const locale = useLocale();
  const { delayMs, repeats24h, rejections } = overview;
  const delay = delayMs
    ? OVERVIEW.delayText(delayWords(delayMs.median, locale), delayWords(delayMs.p95, locale))
    : OVERVIEW.noDelay;
  const repeats = (
    <TextLink href={eventsHref(store, { time: "24h", status: "repeated" })} prefetch={false}>
      {wholeNumber(repeats24h, locale)}
    </TextLink>
  );
  return (
    <>
      <Facts>
        <Fact name={OVERVIEW.delay}>{delay}</Fact>
        <Fact name={OVERVIEW.repeats}>{repeats}</Fact>
      </Facts>
      {chart && <DeliveryDrawings chart={chart} store={store} />}
      {rejections.length > 0 && <Rejections rejections={rejections} />}
      <ExceptionNotes
        renderNotes={(notes) => (
          <Part>
            <h3>{EXCEPTIONS.title}</h3>
            <p>{EXCEPTIONS.text}</p>
            {notes}
          </Part>
        )}
        scope={null}
        store={store}
      />
    </>
  );
}

/** Deliveries that were refused: why, what helps, and what the last of them was like. */
function Rejections({ rejections }: Pick<Overview, "rejections">) {
  const { REJECTIONS } = useWords(englishRejections);
  const locale = useLocale();
  return (
    <Part>
      <h3>{REJECTIONS.title}</h3>
      <ul>
        {rejections.map(({ reason, count, lastAt, last }) => {
          const like = REJECTIONS.like(last.bytes, last.headers);
          return (
            <li key={reason}>
              <Text bold>
                {REJECTIONS.sentence(reason, count, locale)} {REJECTIONS.last} <RelativeTime iso={lastAt} />.
              </Text>
              <Text>{REJECTIONS.remedy(reason)}</Text>
              {like !== "" && (
                <Small color="secondary60">
                  {REJECTIONS.last}: {like}
                </Small>
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
