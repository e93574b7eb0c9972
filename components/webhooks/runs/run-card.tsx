"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useEffect } from "react";
import styled from "styled-components";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { Meter } from "#components/ui/chart/meter.tsx";
import { WorkCard, WorkLine } from "#components/ui/overlay/work-card.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishRuns from "#lib/messages/en/runs.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import type { RunItemView, RunView } from "#lib/contract/runs.ts";
import { percentSaid, runSummary } from "./run-summary.ts";

const HEADING_ID = "run-heading";

const Lines = styled.ul`
  list-style: none;
  margin: 0;
  max-height: 160px;
  overflow-y: auto;
  padding: 2px;
  position: relative;
  li {
    overflow-wrap: anywhere;
    padding: 2px 0;
  }
`;

const Actions = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
`;

export interface RunCardProps {
  run: RunView;
  isWorkerThere: boolean;
  /** Each handles its own failures. */
  onCancel: () => Promise<void>;
  /** Without scopes: everything that was refused. */
  onRetry: (scopes?: string[]) => Promise<void>;
  /** Takes back what was done; null where that cannot be. */
  onUndo: (() => void) | null;
  onClose: () => void;
  /** Takes what is to be read out. */
  onSay: (text: string) => void;
}

/** How far a run is and, in the end, what came of it and what was refused: at the lower edge, in nobody's way. */
export function RunCard({ run, isWorkerThere, onCancel, onRetry, onUndo, onClose, onSay }: RunCardProps) {
  const { titleOf } = useWords(englishCatalogue);
  const { COMMON } = useWords(englishCommon);
  const { RUNS } = useWords(englishRuns);
  const { kind, endedAt, isCancelled, startedBy } = run;
  const { total, ended, done, left, refusals, current } = runSummary(run);
  const isOver = endedAt !== null;
  const report = RUNS.report(kind, { done, refused: refusals.length, left });
  const said = isOver ? report : RUNS.said(kind, percentSaid({ ended, total }));
  useEffect(() => onSay(said), [onSay, said]);
  const retry = (scopes?: string[]) => {
    // The button that was pressed goes away with its line.
    document.getElementById(HEADING_ID)?.focus({ preventScroll: true });
    void onRetry(scopes);
  };
  const leave = (next: () => void) => () => {
    focusMain();
    next();
  };
  const line = isOver
    ? RUNS.startedBy(startedBy)
    : ended === 0 || !current
      ? RUNS.waitsForTurn
      : RUNS.now(titleOf(current.scope));

  return (
    <WorkCard
      foldedTitle={isOver ? report : RUNS.progress(kind, ended, total)}
      headingId={HEADING_ID}
      hideLabel={RUNS.hide}
      name={RUNS.region}
      phase={`${endedAt} ${isCancelled}`}
      showLabel={RUNS.show}
      title={isOver ? report : RUNS.title(kind, total)}
    >
      {!isOver && (
        <Meter done={ended} isSaid={false} label={RUNS.progressLabel(ended, total)} total={total} />
      )}
      <WorkLine>{line}</WorkLine>
      {isCancelled && <span>{RUNS.cancelled}</span>}
      {!isOver && !isWorkerThere && <InlineMessage messages={[{ text: RUNS.noWorker }]} type="warning" />}
      {isOver && (
        <Outcome items={refusals.length > 0 ? refusals : run.items} onRetry={(scope) => retry([scope])} />
      )}
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
        {isOver && onUndo && (
          <Button onClick={leave(onUndo)} variant="secondary">
            {COMMON.undo}
          </Button>
        )}
        {isOver && (
          <Button onClick={leave(onClose)} variant="subtle">
            {COMMON.close}
          </Button>
        )}
      </Actions>
    </WorkCard>
  );
}

/** What was refused, each with its reason and another try; or, where nothing was, what was done. */
function Outcome({ items, onRetry }: { items: readonly RunItemView[]; onRetry: (scope: string) => void }) {
  const { titleOf } = useWords(englishCatalogue);
  const { COMMON } = useWords(englishCommon);
  const { RUNS } = useWords(englishRuns);
  const isRefused = items.some(({ state }) => state === "refused");
  return (
    <Lines aria-label={isRefused ? RUNS.refusals : RUNS.types} tabIndex={0}>
      {items.map(({ scope, state, sentence }) =>
        state === "refused" ? (
          <li key={scope}>
            {RUNS.refusal(titleOf(scope), sentence ?? "")}{" "}
            <Button
              aria-label={RUNS.tryAgainOne(titleOf(scope))}
              onClick={() => onRetry(scope)}
              variant="subtle"
            >
              {COMMON.tryAgain}
            </Button>
          </li>
        ) : (
          state === "done" && <li key={scope}>{titleOf(scope)}</li>
        ),
      )}
    </Lines>
  );
}
