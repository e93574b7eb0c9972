import { sendMessage } from "#lib/features/alerts/send.ts";
import { defineTask } from "#lib/jobs/define-task.ts";

/**
 * Sends one message, and fails as long as it may arrive later, so that the queue tries again. Safe to run twice: what
 * arrived is not sent again.
 */
export const sendAlertTask = defineTask("send-alert", ({ messageId }, { now, signal }) =>
  sendMessage(messageId, now, signal),
);
