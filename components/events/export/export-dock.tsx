"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useEffect } from "react";
import styled from "styled-components";
import { Button } from "#components/ui/form/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { useLocale } from "#components/ui/locale.tsx";
import { Meter } from "#components/ui/chart/meter.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import { useRarely } from "#components/ui/use-rarely.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishExport from "#lib/messages/en/export.ts";
import { wholeNumber, type Locale } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { setExportState, type ExportState } from "#lib/client/export/export-state.ts";
import { cancelExport, runExport } from "#lib/client/export/run-export.ts";
import { Aside, Line } from "#components/events/parts.tsx";
import { EXPORT_HEADING_ID } from "./use-export-dialog.ts";

/** Between two announcements, in milliseconds. */
const ANNOUNCE_EVERY_MS = 10_000;

const Card = styled.section`
  background: ${({ theme }) => theme.colors.white};
  border-radius: ${({ theme }) => theme.borderRadius.normal};
  box-shadow: 0 2px 12px rgb(49 52 64 / 20%);
  box-sizing: border-box;
  max-width: 560px;
  padding: 12px 16px;
  h2 {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    margin: 0 0 4px;
  }
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

/** Of one height whatever it shows: it stands at the lower edge, and would move with every line that comes and goes. */
const Body = styled.div`
  min-height: 56px;
  padding-bottom: 8px;
`;

interface ExportDockProps {
  state: ExportState;
  /** Takes what is to be read out. */
  onSay: (text: string) => void;
}

/** How far an export is and, in the end, what came of it: at the lower edge, in nobody's way. */
export function ExportDock({ state, onSay }: ExportDockProps) {
  const { COMMON } = useWords(englishCommon);
  const { EXPORT, exportFailure } = useWords(englishExport);
  const toast = useToast();
  const locale = useLocale();
  const progress = state.step === "working" ? progressText(state, locale, EXPORT) : "";
  const rarely = useRarely(progress, ANNOUNCE_EVERY_MS);
  const title = { working: EXPORT.working, done: EXPORT.done, failed: EXPORT.failed }[state.step];
  const outcome = state.step === "done" ? doneText(state, locale, EXPORT) : "";
  // A failure is an alert of its own.
  const said = { working: `${title}: ${rarely}`, done: `${title}: ${outcome}`, failed: "" }[state.step];
  useEffect(() => onSay(said), [onSay, said]);

  const end = () => {
    // The button goes away with the card; focus must not fall to the body.
    focusMain();
    if (state.step === "working") {
      cancelExport();
      toast({ type: "info", text: EXPORT.cancelled });
    } else setExportState(null);
  };
  const tryAgain = () => {
    document.getElementById(EXPORT_HEADING_ID)?.focus();
    void runExport(state.order);
  };

  return (
    <Card aria-label={EXPORT.region}>
      <h2 id={EXPORT_HEADING_ID} tabIndex={-1}>
        {title}
      </h2>
      <Body>
        {state.step === "working" && state.total !== null && (
          <Meter
            done={state.events}
            isSaid={false}
            label={progress}
            total={Math.max(state.total, state.events)}
          />
        )}
        {state.step === "working" && state.total === null && <p>{progress}</p>}
        {state.step === "working" && <Aside>{EXPORT.stay}</Aside>}
        {state.step === "done" && <p>{outcome}</p>}
        {state.step === "failed" && (
          <InlineMessage messages={[{ text: exportFailure(state.failure) }]} type="error" />
        )}
      </Body>
      <Line>
        {/* One button for both, which keeps focus when the export ends. */}
        <Button onClick={end} variant="secondary">
          {state.step === "working" ? EXPORT.cancel : COMMON.close}
        </Button>
        {state.step === "failed" && state.failure.kind !== "ended" && (
          <Button onClick={tryAgain} variant="secondary">
            {COMMON.tryAgain}
          </Button>
        )}
      </Line>
    </Card>
  );
}

/** "12,000 of about 80,000 events". */
function progressText(
  { events, total, isEstimate }: Extract<ExportState, { step: "working" }>,
  locale: Locale,
  words: typeof englishExport.EXPORT,
): string {
  const sofar = wholeNumber(events, locale);
  if (total === null) return words.sofar(sofar);
  return words.of(sofar, wholeNumber(Math.max(total, events), locale), isEstimate);
}

function doneText(
  { events, fileName }: Extract<ExportState, { step: "done" }>,
  locale: Locale,
  words: typeof englishExport.EXPORT,
): string {
  return words.doneText(wholeNumber(events, locale), events === 1, fileName);
}
