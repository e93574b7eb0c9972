"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";

export interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  text?: string;
  confirmLabel: string;
  isDestructive?: boolean;
  /** Whether the confirming button works, such as after typing a name. */
  isReady?: boolean;
  onCancel: () => void;
  onConfirm: () => void;
  children?: ReactNode;
}

const ConfirmDialogModal = dynamic(() =>
  import("./confirm-dialog-modal.tsx").then((module) => module.ConfirmDialogModal),
);

/** Asks before something happens. Focus starts on Cancel, Escape cancels, and focus returns to where it was. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.isOpen ? <ConfirmDialogModal {...props} /> : null;
}
