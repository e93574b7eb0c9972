"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { RunView } from "#lib/contract/runs.ts";
import type { RunDockProps } from "./run-dock.tsx";

const RunDock = dynamic(() => import("./run-dock.tsx").then((module) => module.RunDock));

type RunAreaProps = Omit<RunDockProps, "run" | "onSay"> & { run: RunView | null };

/** The run of the store, if there is one to show; read out as it goes, without taking focus. */
export function RunArea({ run, ...rest }: RunAreaProps) {
  const [said, setSaid] = useState("");
  return (
    <>
      {/* Always there, or the first announcement of a new region would be missed. */}
      <div style={{ position: "relative" }}>
        <VisuallyHidden role="status">{run ? said : ""}</VisuallyHidden>
      </div>
      {run && <RunDock key={run.id} onSay={setSaid} run={run} {...rest} />}
    </>
  );
}
