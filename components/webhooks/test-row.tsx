"use client";

import { TestEventDialog } from "#components/test-event/test-event-dialog.tsx";
import { isIncluded, type WebhookRow } from "./rows.ts";

/** Tests the event type of a row. */
export function TestRow({ row, onClose }: { row: WebhookRow; onClose: () => void }) {
  return (
    <TestEventDialog
      isOn={Boolean(row.view?.hook) || isIncluded(row)}
      onClose={onClose}
      scope={row.id}
      title={row.title}
    />
  );
}
