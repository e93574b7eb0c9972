// Import first in a test file that sends mail: the settings are read once, at a later import.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach } from "vitest";

/** A mail as the server got it. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and bodies, with its transfer encoding undone. */
  text: string;
}

const mails: ReceivedMail[] = [];
let refusal: ((to: string) => Error | null) | null = null;

const server = new SMTPServer({
  authOptional: true,
  // Without a certificate a client would have to be told not to mind.
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _session, callback) => callback(refusal?.(address)),
  onData: (stream, { envelope }, callback) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      mails.push({
        from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
        to: envelope.rcptTo.map(({ address }) => address),
        text: decoded(Buffer.concat(chunks).toString("utf8")),
      });
      callback();
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
// Cast: a server that listens on a port has an address with one.
const { port } = server.server.address() as AddressInfo;
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
process.env.MAIL_FROM = "Webhook Keeper <keeper@example.com>";

/** A mail server that speaks SMTP for the test file that calls it; emptied before each test. Call it once. */
export function useMailServer() {
  beforeEach(() => {
    mails.length = 0;
    refusal = null;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
  return {
    mails: mails as readonly ReceivedMail[],
    /** Answers this status to a recipient, until the test ends; null takes it. */
    refuse: (statusOf: (to: string) => number | null) => {
      refusal = (to) => {
        const status = statusOf(to);
        return status === null ? null : Object.assign(new Error("no"), { responseCode: status });
      };
    },
  };
}

/** Source: RFC 5322, 2.2.3 (folded headers); RFC 2045, 6.7 (quoted-printable). */
function decoded(raw: string): string {
  const end = raw.indexOf("\r\n\r\n");
  return (raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, " ") + raw.slice(end))
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll("\r\n", "\n");
}
