"use client";

import dynamic from "next/dynamic";
import { useState, useSyncExternalStore } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { exportState, watchExport } from "#lib/client/export/export-state.ts";

const ExportDock = dynamic(() => import("./export-dock.tsx").then((module) => module.ExportDock));

/** The page's export, if there is one to show; read out as it goes, without taking focus. */
export function ExportArea() {
  const { store } = useStore();
  const state = useSyncExternalStore(watchExport, exportState, () => null);
  const [said, setSaid] = useState("");
  const shown = state?.order.store === store ? state : null;
  return (
    <>
      {/* Always there, or the first announcement of a new region would be missed. */}
      <VisuallyHidden role="status">{shown ? said : ""}</VisuallyHidden>
      {shown && <ExportDock onSay={setSaid} state={shown} />}
    </>
  );
}
