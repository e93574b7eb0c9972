"use client";

import { useState } from "react";
import { exportState } from "#lib/client/export/export-state.ts";

/** The heading of the export that is under way. */
export const EXPORT_HEADING_ID = "export-under-way";

/** The dialog that starts an export. A page makes one export at a time: while it does, asking for another leads to that one. */
export function useExportDialog(canOpen: boolean) {
  const [isOpen, setIsOpen] = useState(false);
  const open = () => {
    if (exportState()?.step === "working") document.getElementById(EXPORT_HEADING_ID)?.focus();
    else if (canOpen) setIsOpen(true);
  };
  return { isOpen, canOpen, open, close: () => setIsOpen(false) };
}
