"use client";

import type { ConfirmDialogProps } from "./confirm-dialog-modal.tsx";
import dynamic from "next/dynamic";

const ConfirmDialogModal = dynamic(() =>
  import("./confirm-dialog-modal.tsx").then((module) => module.ConfirmDialogModal),
);

/** Asks before something happens. Focus starts on Cancel, Escape cancels, and focus returns to where it was. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.isOpen ? <ConfirmDialogModal {...props} /> : null;
}
