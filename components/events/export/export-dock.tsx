"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useEffect } from "react";
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
import { exportState, setExportState, type ExportState } from "#lib/client/export/export-state.ts";
import { cancelExport, runExport } from "#lib/client/export/run-export.ts";
import { WorkCard } from "#components/ui/overlay/work-card.tsx";
import { Aside, Line } from "#components/events/parts.tsx";
import { EXPORT_HEADING_ID } from "./use-export-dialog.ts";

/** Between two announcements, in milliseconds. */
const ANNOUNCE_EVERY_MS = 10_000;

interface ExportDockProps {
  state: ExportState;
  /** Takes what is to be read out. */
  onSay: (text: string) => void;
}

/**
 * How far an export is, at the lower edge, in nobody's way; and why there is no file, if there is none. A saved file needs
 * no card: a message says so and goes.
 */
export function ExportDock({ state, onSay }: ExportDockProps) {
  const { COMMON } = useWords(englishCommon);
  const { EXPORT, exportFailure } = useWords(englishExport);
  const toast = useToast();
  const locale = useLocale();
  const progress = state.step === "working" ? progressText(state, locale, EXPORT) : "";
  const rarely = useRarely(progress, ANNOUNCE_EVERY_MS);
  const title = { working: EXPORT.working, done: EXPORT.done, failed: EXPORT.failed }[state.step];
  // A failure is an alert of its own, and a message speaks for itself.
  const said = state.step === "working" ? `${title}: ${rarely}` : "";
  useEffect(() => onSay(said), [onSay, said]);
  useEffect(() => {
    if (state.step !== "done" || exportState() !== state) return;
    // Its button, or its heading, goes away with the card; focus must not fall to the body.
    const card = document.getElementById(EXPORT_HEADING_ID)?.closest("section");
    if (card?.contains(document.activeElement)) focusMain();
    setExportState(null);
    toast({ type: "success", header: EXPORT.done, text: doneText(state, locale, EXPORT) });
  }, [EXPORT, locale, state, toast]);

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
    <WorkCard
      headingId={EXPORT_HEADING_ID}
      hideLabel={EXPORT.hide}
      name={EXPORT.region}
      phase={state.step}
      showLabel={EXPORT.show}
      title={title}
    >
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
      {state.step === "failed" && (
        <InlineMessage messages={[{ text: exportFailure(state.failure) }]} type="error" />
      )}
      <Line>
        <Button onClick={end} variant="secondary">
          {state.step === "working" ? EXPORT.cancel : COMMON.close}
        </Button>
        {state.step === "failed" && state.failure.kind !== "ended" && (
          <Button onClick={tryAgain} variant="secondary">
            {COMMON.tryAgain}
          </Button>
        )}
      </Line>
    </WorkCard>
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
