"use client";

import styled from "styled-components";
import { Code, Line } from "#components/events/parts.tsx";
import { useWords } from "#components/i18n/use-messages.ts";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import type { EventDetail } from "#lib/contract/events.ts";
import { shortId } from "#lib/contract/values/short-id.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import { CopyActions } from "./copy-actions.tsx";
import { EventTimeline } from "./event-timeline.tsx";

const Part = styled.section`
  margin-top: 16px;
  h4 {
    font-size: 14px;
    font-weight: 600;
    line-height: 20px;
    margin: 0 0 4px;
  }
`;

/** What a developer asks of an event: how it was proven, how it came, and its copies for elsewhere. */
export function TechnicalDetails({ event }: { event: EventDetail }) {
  const { EVENTS, PROOFS } = useWords(englishEvents);
  const locale = useLocale();
  const { hash, headers } = event;
  return (
    <>
      <Facts>
        <Fact name={EVENTS.proof}>{event.isTest ? EVENTS.testProof : PROOFS[event.proof]}</Fact>
        <Fact name={EVENTS.size}>{EVENTS.bytes(wholeNumber(event.bodyBytes, locale))}</Fact>
        <Fact name={EVENTS.id}>
          <Line>
            <Code>{shortId(hash)}</Code>
            <CopyButton name={EVENTS.copyId} text={shortId(hash)} />
          </Line>
        </Fact>
        <Fact name={EVENTS.hash}>
          <Line>
            <Code>{hash}</Code>
            <CopyButton name={EVENTS.copyHash} text={hash} />
          </Line>
        </Fact>
      </Facts>
      <Part>
        <h4>{EVENTS.timeline}</h4>
        <EventTimeline event={event} />
      </Part>
      <Part>
        <h4>{EVENTS.headers}</h4>
        <Facts>
          {headers.map(({ name, value }) => (
            <Fact key={name} name={name}>
              <Code>{value}</Code>
            </Fact>
          ))}
        </Facts>
      </Part>
      <Part>
        <h4>{EVENTS.copyEvent}</h4>
        <CopyActions event={event} />
      </Part>
    </>
  );
}
