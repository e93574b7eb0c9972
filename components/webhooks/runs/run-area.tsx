"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishRuns from "#lib/messages/en/runs.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { RunView } from "#lib/contract/runs.ts";
import type { RunCardProps } from "./run-card.tsx";
import { isQuietlyDone, runSummary, undoneBy } from "./run-summary.ts";

const RunCard = dynamic(() => import("./run-card.tsx").then((module) => module.RunCard));

interface RunAreaProps extends Omit<RunCardProps, "run" | "onSay" | "onUndo"> {
  run: RunView | null;
  /** Turns these on or off without asking, which takes back what a run did. */
  onTurn: (scopes: string[], wanted: boolean) => void;
}

/**
 * The run of the store, if there is one to show; read out as it goes, without taking focus. One that is over and met no
 * refusal is told by a message and put away; "View" in it shows what was done.
 */
export function RunArea({ run, onTurn, onClose, ...rest }: RunAreaProps) {
  const { COMMON } = useWords(englishCommon);
  const { RUNS } = useWords(englishRuns);
  const toast = useToast();
  const [said, setSaid] = useState("");
  const [viewed, setViewed] = useState<RunView | null>(null);
  const told = useRef<string | null>(null);

  const undoOf = (one: RunView) => {
    const back = undoneBy(one);
    return back === null ? null : () => onTurn(back.scopes, back.wanted);
  };
  useEffect(() => {
    if (!run || !isQuietlyDone(run) || told.current === run.id) return;
    told.current = run.id;
    const { done, left } = runSummary(run);
    const undo = undoOf(run);
    toast({
      type: left > 0 ? "info" : "success",
      subject: "run",
      text: RUNS.report(run.kind, { done, refused: 0, left }),
      ...(undo && { action: { text: COMMON.undo, onClick: undo } }),
      otherAction: { text: COMMON.view, onClick: () => setViewed(run) },
    });
    onClose();
  });

  const shown = run && !isQuietlyDone(run) ? run : viewed;
  return (
    <>
      {/* Always there, or the first announcement of a new region would be missed. */}
      <div style={{ position: "relative" }}>
        <VisuallyHidden role="status">{shown ? said : ""}</VisuallyHidden>
      </div>
      {shown && (
        <RunCard
          key={shown.id}
          {...rest}
          onClose={() => {
            setViewed(null);
            if (run) onClose();
          }}
          onSay={setSaid}
          onUndo={undoOf(shown)}
          run={shown}
        />
      )}
    </>
  );
}
