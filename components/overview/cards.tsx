"use client";

import NextLink from "next/link";
import type { ReactNode } from "react";
import styled from "styled-components";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useNow } from "#components/ui/use-now.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { relativeTime, wholeNumber } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { eventsHref } from "#lib/client/log/event-address.ts";
import { eventPath, pagePath } from "#lib/client/paths.ts";
import type { Overview } from "#lib/contract/overview.ts";

const Row = styled.section`
  display: grid;
  gap: 16px;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  margin-bottom: 16px;
  > :nth-child(2) {
    grid-column: span 2;
    order: 1;
  }
  @media (min-width: 720px) {
    grid-template-columns: repeat(3, minmax(0, 1fr));
    > :nth-child(2) {
      grid-column: auto;
      order: 0;
    }
  }
`;

const Card = styled(NextLink)`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 1px 6px rgb(49 52 64 / 20%);
  box-sizing: border-box;
  color: ${({ theme }) => theme.colors.secondary70};
  display: block;
  min-height: 100px;
  padding: 16px;
  text-decoration: none;
  &:hover {
    box-shadow: 0 1px 6px rgb(49 52 64 / 45%);
  }
  h2 {
    font-size: 14px;
    font-weight: 400;
    line-height: 20px;
    margin: 0 0 4px;
  }
  strong {
    display: block;
    font-size: 20px;
    font-weight: 400;
    line-height: 28px;
    &::first-letter {
      text-transform: uppercase;
    }
  }
  small {
    color: ${({ theme }) => theme.colors.secondary60};
    display: block;
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
`;

/** The store in three figures, each a link to what is behind it. */
export function Cards({ store, overview }: { store: string; overview: Overview }) {
  const { COMMON } = useWords(englishCommon);
  const { OVERVIEW, trendWords } = useWords(englishOverview);
  const locale = useLocale();
  const now = useNow();
  const { wanted, lastEvent, received24h, receivedBefore24h } = overview;
  const number = (value: number) => wholeNumber(value, locale);
  const trend = trendWords(received24h, receivedBefore24h, locale);
  const arrivedAt = lastEvent?.arrivedAt;
  const ago = arrivedAt && relativeTime(arrivedAt, now ?? Date.parse(arrivedAt), locale, COMMON.justNow);
  return (
    <Row aria-label={OVERVIEW.figures}>
      <Figure
        foot={OVERVIEW.viewWebhooks}
        href={pagePath(store, "webhooks")}
        name={OVERVIEW.typesName(number(wanted))}
        title={OVERVIEW.typesOn}
      >
        {number(wanted)}
      </Figure>
      <Figure
        foot={lastEvent?.summary ?? OVERVIEW.viewEvents}
        href={lastEvent ? eventPath(store, lastEvent.id) : eventsHref(store)}
        name={ago && lastEvent ? OVERVIEW.lastEventName(ago, lastEvent.summary) : undefined}
        title={OVERVIEW.lastEvent}
      >
        {ago ?? OVERVIEW.noEventYet}
      </Figure>
      <Figure
        foot={trend === "" ? OVERVIEW.viewEvents : trend}
        href={eventsHref(store, { time: "24h" })}
        name={trend === "" ? undefined : OVERVIEW.receivedName(number(received24h), trend)}
        title={OVERVIEW.received}
      >
        {OVERVIEW.events(number(received24h))}
      </Figure>
    </Row>
  );
}

interface FigureProps {
  title: string;
  href: string;
  foot: string;
  /** The whole card in one sentence; without it the card's words are its name. */
  name: string | undefined;
  children: ReactNode;
}

function Figure({ title, href, foot, name, children }: FigureProps) {
  return (
    <Card aria-label={name} href={href} prefetch={false}>
      <h2>{title}</h2>
      <strong>{children}</strong>
      <small>{foot}</small>
    </Card>
  );
}

/** Keeps the cards' room until their figures are there. */
export function CardStandIns({ store }: { store: string }) {
  const { OVERVIEW } = useWords(englishOverview);
  return (
    <Row aria-busy aria-label={OVERVIEW.figures}>
      {[OVERVIEW.typesOn, OVERVIEW.lastEvent, OVERVIEW.received].map((title, place) => (
        <Card key={title} href={place === 0 ? pagePath(store, "webhooks") : eventsHref(store)}>
          <h2>{title}</h2>
          <Placeholder $height="24px" $width="60%" />
        </Card>
      ))}
    </Row>
  );
}
