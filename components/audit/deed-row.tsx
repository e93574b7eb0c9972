"use client";

import { Small, Text } from "@bigcommerce/big-design";
import { useState } from "react";
import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishHistory from "#lib/messages/en/history.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { nameOf, type Deed } from "./deeds.ts";
import { Steps } from "./steps.tsx";

/** Titles that stand in a row before the rest is folded away. */
const TITLES_SHOWN = 3;

const Row = styled.div`
  display: grid;
  gap: 4px 16px;
  overflow-wrap: anywhere;
  p {
    margin: 0;
  }
  details {
    grid-column: 1 / -1;
  }
  summary {
    color: ${({ theme }) => theme.colors.primary};
    cursor: pointer;
    padding: 4px 0;
    width: fit-content;
  }
  @media (min-width: 720px) {
    grid-template-columns: minmax(0, 1fr) minmax(0, 200px) minmax(0, 160px);
  }
`;

/** What somebody did: in a sentence, why, and what came of it; what it was made of is folded away. */
export function DeedRow({ deed, isOfOneType }: { deed: Deed; isOfOneType: boolean }) {
  const { titleOf } = useWords(englishCatalogue);
  const { changeText, deedText, HISTORY } = useWords(englishHistory);
  const { session } = useStore();
  const isTechnical = useTechnicalDetails();
  const [isOpen, setIsOpen] = useState(false);
  const { actor, at, kind, reasons, refused, scopes, steps } = deed;
  const [only, ...others] = scopes.map(titleOf);
  const [step] = steps;
  const sentence = deedText({
    kind,
    who: actor?.email ?? null,
    isYou: actor !== null && actor.userId === session?.user.id,
    count: Math.max(scopes.length, scopes.length > 0 ? 1 : steps.length),
    title: only !== undefined && others.length === 0 ? only : null,
    person: step?.before?.person ?? null,
    name: step ? nameOf(step) : null,
  });
  const total = scopes.length > 0 ? scopes.length : steps.length;
  const change = steps.length === 1 && scopes.length === 0 && step ? changeText(step) : "";
  const hasTypes = scopes.length > TITLES_SHOWN && !isTechnical;
  return (
    <Row>
      <div>
        <Text bold>{sentence}</Text>
        {others.length > 0 && !isOfOneType && <Text>{shortened(scopes.map(titleOf), HISTORY.others)}</Text>}
        {change !== "" && <Text>{change}</Text>}
        <Small color="secondary60">
          <RelativeTime iso={at} />
        </Small>
      </div>
      <div>
        <Small color="secondary60">{HISTORY.reason}</Small>
        <Text>{reasonText(reasons, HISTORY)}</Text>
      </div>
      <div>
        <Small color="secondary60">{HISTORY.result}</Small>
        {refused === 0 ? (
          <Text>{HISTORY.done}</Text>
        ) : (
          <>
            <Badge label={HISTORY.refused} variant="warning" />
            <Text>{total > 1 ? HISTORY.refusedSome(refused, total) : HISTORY.refusedAll}</Text>
          </>
        )}
      </div>
      {(isTechnical || hasTypes) && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{hasTypes ? HISTORY.types(scopes.length) : HISTORY.steps(steps.length)}</summary>
          {isOpen && (hasTypes ? <Text>{scopes.map(titleOf).join(", ")}</Text> : <Steps steps={steps} />)}
        </details>
      )}
    </Row>
  );
}

function shortened(titles: readonly string[], and: (first: string, more: number) => string): string {
  const shown = titles.slice(0, TITLES_SHOWN).join(", ");
  return and(shown, titles.length - Math.min(titles.length, TITLES_SHOWN));
}

function reasonText(reasons: readonly string[], words: typeof englishHistory.HISTORY): string {
  return reasons.length > 1 ? words.severalReasons : (reasons[0] ?? words.noReason);
}
