"use client";

import dynamic from "next/dynamic";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { RUNS } from "#components/words/runs.ts";
import type { RunView } from "#lib/contract/runs.ts";
import type { RunDockProps } from "./run-dock.tsx";
import { percentSaid, runSummary } from "./run-summary.ts";

const RunDock = dynamic(() => import("./run-dock.tsx").then((module) => module.RunDock));

/** The run of the store, if there is one to show; read out as it goes, without taking focus. */
export function RunArea({ run, ...rest }: Omit<RunDockProps, "run"> & { run: RunView | null }) {
  return (
    <>
      {/* Always there, or the first announcement of a new region would be missed. */}
      <div style={{ position: "relative" }}>
        <VisuallyHidden role="status">{run ? saidOf(run) : ""}</VisuallyHidden>
      </div>
      {run && <RunDock key={run.id} run={run} {...rest} />}
    </>
  );
}

function saidOf(run: RunView): string {
  const { kind, endedAt } = run;
  const summary = runSummary(run);
  if (endedAt === null) return RUNS.said(kind, percentSaid(summary));
  return RUNS.report(kind, { ...summary, refused: summary.refusals.length });
}
