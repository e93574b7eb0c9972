"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useEffect, useId, useRef, useState } from "react";
import styled from "styled-components";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { Meter } from "#components/ui/chart/meter.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishRuns from "#lib/messages/en/runs.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import type { RunItemView, RunView } from "#lib/contract/runs.ts";
import { percentSaid, runSummary } from "./run-summary.ts";

const Card = styled.section`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 2px 12px rgb(49 52 64 / 20%);
  box-sizing: border-box;
  max-width: 560px;
  padding: 8px 16px;
  pointer-events: auto;
`;

const Head = styled.div`
  align-items: center;
  display: flex;
  gap: 8px;
  justify-content: space-between;
  h2 {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    margin: 0;
    min-width: 0;
  }
`;

/** Of one height whatever it shows: it stands at the lower edge, and would move with every line that comes and goes. */
const Body = styled.div`
  display: grid;
  gap: 8px;
  grid-template-columns: minmax(0, 1fr);
  grid-template-rows: 36px 20px 96px 36px;
  padding-bottom: 8px;
`;

const Line = styled.p`
  margin: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

const Lines = styled.ul`
  list-style: none;
  margin: 0;
  overflow-y: auto;
  padding: 2px;
  position: relative;
  li {
    align-items: center;
    display: flex;
    gap: 8px;
    justify-content: space-between;
    padding: 2px 0;
  }
`;

const Actions = styled.div`
  display: flex;
  gap: 8px;
`;

export interface RunDockProps {
  run: RunView;
  isWorkerThere: boolean;
  /** Each handles its own failures. */
  onCancel: () => Promise<void>;
  /** Without scopes: everything that was refused. */
  onRetry: (scopes?: string[]) => Promise<void>;
  onClose: () => void;
  /** Takes what is to be read out. */
  onSay: (text: string) => void;
}

/** How far a run is, what was refused of it and, in the end, what came of it: at the lower edge, in nobody's way. */
export function RunDock({ run, isWorkerThere, onCancel, onRetry, onClose, onSay }: RunDockProps) {
  const { titleOf } = useWords(englishCatalogue);
  const { COMMON } = useWords(englishCommon);
  const { RUNS } = useWords(englishRuns);
  const { kind, endedAt, isCancelled, startedBy } = run;
  const [isOpen, setIsOpen] = useState(true);
  const { card, heading, focusHeading } = useKeptFocus(`${endedAt} ${isCancelled}`);
  const bodyId = useId();
  const { total, ended, done, left, refusals, current } = runSummary(run);
  const isOver = endedAt !== null;
  const report = RUNS.report(kind, { done, refused: refusals.length, left });
  const said = isOver ? report : RUNS.said(kind, percentSaid({ ended, total }));
  useEffect(() => onSay(said), [onSay, said]);
  const title = isOver ? report : isOpen ? RUNS.title(kind, total) : RUNS.progress(kind, ended, total);
  const retry = (scopes?: string[]) => {
    // The button that was pressed goes away with its line.
    focusHeading();
    void onRetry(scopes);
  };

  return (
    <Card ref={card} aria-label={RUNS.region}>
      <Head>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button
          aria-controls={bodyId}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          variant="subtle"
        >
          {isOpen ? RUNS.hide : RUNS.show}
        </Button>
      </Head>
      <div id={bodyId}>
        {isOpen && (
          <Body>
            <Meter done={ended} isSaid={false} label={RUNS.progressLabel(ended, total)} total={total} />
            <Line>
              {isCancelled
                ? RUNS.cancelled
                : isOver || !current
                  ? RUNS.startedBy(startedBy)
                  : ended === 0
                    ? RUNS.waitsForTurn
                    : RUNS.now(titleOf(current.scope))}
            </Line>
            <Refusals
              isOver={isOver}
              isStuck={!isOver && !isWorkerThere}
              items={refusals}
              onRetry={(scope) => retry([scope])}
            />
            <Actions>
              {!isOver && !isCancelled && (
                <AsyncButton
                  label={RUNS.cancel}
                  onClick={onCancel}
                  variant="secondary"
                  workingLabel={RUNS.cancelling}
                />
              )}
              {isOver && refusals.length > 1 && (
                <Button onClick={() => retry()} variant="secondary">
                  {RUNS.tryAllAgain}
                </Button>
              )}
              {isOver && (
                <Button
                  onClick={() => {
                    focusMain();
                    onClose();
                  }}
                  variant="subtle"
                >
                  {COMMON.close}
                </Button>
              )}
            </Actions>
          </Body>
        )}
      </div>
    </Card>
  );
}

interface RefusalsProps {
  items: RunItemView[];
  isOver: boolean;
  /** Nothing goes on, and nobody will see to it. */
  isStuck: boolean;
  onRetry: (scope: string) => void;
}

function Refusals({ items, isOver, isStuck, onRetry }: RefusalsProps) {
  const { titleOf } = useWords(englishCatalogue);
  const { COMMON } = useWords(englishCommon);
  const { RUNS } = useWords(englishRuns);
  if (isStuck) return <InlineMessage messages={[{ text: RUNS.noWorker }]} type="warning" />;
  if (items.length === 0) return <Line>{isOver ? RUNS.noRefusals : RUNS.noRefusalsYet}</Line>;
  return (
    <Lines aria-label={RUNS.refusals} tabIndex={0}>
      {items.map(({ scope, sentence }) => (
        <li key={scope}>
          <span>{RUNS.refusal(titleOf(scope), sentence ?? "")}</span>
          {isOver && (
            <Button
              aria-label={RUNS.tryAgainOne(titleOf(scope))}
              onClick={() => onRetry(scope)}
              variant="subtle"
            >
              {COMMON.tryAgain}
            </Button>
          )}
        </li>
      ))}
    </Lines>
  );
}

/** Keeps focus in the card when the button that holds it goes away with a change of `state`: it moves to the heading. */
function useKeptFocus(state: string) {
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasInside = useRef(false);
  const focusHeading = () => heading.current?.focus({ preventScroll: true });

  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && card.current?.contains(target) === true;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [state]);
  return { card, heading, focusHeading };
}
