"use client";

import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";

/** Something to be sure about before it happens. */
export interface Question {
  title: string;
  text: string;
  /** The confirming button. */
  confirm: string;
  run: () => void;
}

/** Asks the one question that is open, if any. */
export function AskDialog({ question, onClose }: { question: Question | null; onClose: () => void }) {
  return (
    <ConfirmDialog
      confirmLabel={question?.confirm ?? ""}
      isOpen={question !== null}
      onCancel={onClose}
      onConfirm={() => {
        onClose();
        question?.run();
      }}
      text={question?.text ?? ""}
      title={question?.title ?? ""}
    />
  );
}
