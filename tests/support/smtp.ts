import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as the server got it. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and bodies, with folds and transfer encodings undone. */
  text: string;
}

/** A mail server that speaks SMTP on 127.0.0.1 and keeps what it gets. */
export interface MailServer {
  port: number;
  mails: ReceivedMail[];
  /** Decides about each recipient: a status that refuses them, or null. Takes everybody unless set. */
  answer: (to: string) => number | null;
  close(): Promise<void>;
}

/** Starts a mail server. @param port Any free one when 0. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    // Without a certificate a client would have to be told not to mind.
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, callback) => {
      const status = mailServer.answer(address);
      callback(status === null ? null : Object.assign(new Error("no"), { responseCode: status }));
    },
    onData: (stream, { envelope }, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        mailServer.mails.push({
          from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          text: decoded(Buffer.concat(chunks).toString("utf8")),
        });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const mailServer: MailServer = {
    // Cast: a server that listens on a port has an address with one.
    port: (server.server.address() as AddressInfo).port,
    mails: [],
    answer: () => null,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return mailServer;
}

/** The subject of a mail. */
export function subjectOf({ text }: ReceivedMail): string {
  return /^Subject: (.*)$/m.exec(text)?.[1] ?? "";
}

/** Source: RFC 5322, 2.2.3 (folded headers); RFC 2045, 6.7 (quoted-printable). */
function decoded(raw: string): string {
  const end = raw.indexOf("\r\n\r\n");
  return (raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, " ") + raw.slice(end))
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll("\r\n", "\n");
}
