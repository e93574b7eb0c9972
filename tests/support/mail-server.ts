// Import first in a test file that sends mail: the settings are read once, at a later import.
import { afterAll, beforeEach } from "vitest";
import { startMailServer, type ReceivedMail } from "./smtp.ts";

const server = await startMailServer();
process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`;
process.env.MAIL_FROM = "Webhook Keeper <keeper@example.com>";

/** The mail server of the test file that calls it; emptied before each test. Call it once. */
export function useMailServer() {
  beforeEach(() => {
    server.mails.length = 0;
    server.answer = () => null;
  });
  afterAll(() => server.close());
  return {
    mails: server.mails as readonly ReceivedMail[],
    /** Empties it in the midst of a test. */
    forget: () => {
      server.mails.length = 0;
    },
    /** Answers this status to a recipient, until the test ends; null takes it. */
    refuse: (statusOf: (to: string) => number | null) => {
      server.answer = statusOf;
    },
  };
}
