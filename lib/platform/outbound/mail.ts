import { createTransport } from "nodemailer";
import { config } from "#lib/config/config.ts";
import { log } from "#lib/log/log.ts";
import { DELIVERED, type Attempt } from "./attempt.ts";

/** Bound of each step with the mail server. */
const STEP_TIMEOUT_MS = 5_000;

/** A mail to one address. */
export interface Mail extends MailTexts {
  /** The same in every attempt, so that a mail server can tell a copy. */
  id: string;
  to: string;
}

/**
 * Hands one mail to the mail server. Repeatable; a copy carries the same `Message-ID`. Never throws. Source: RFC 5321,
 * 4.2.1: a status of 5xx is final, 4xx passes.
 */
export async function sendMail({ id, to, subject, text, html }: Mail): Promise<Attempt> {
  const { mail, appUrl } = config();
  if (!mail) return { result: "refused", status: null, failure: "MAIL_NOT_SET_UP" };
  const transport = createTransport({
    url: mail.smtpUrl,
    connectionTimeout: STEP_TIMEOUT_MS,
    greetingTimeout: STEP_TIMEOUT_MS,
    socketTimeout: STEP_TIMEOUT_MS,
    dnsTimeout: STEP_TIMEOUT_MS,
    // A mail is its texts: nothing in it may name a file or an address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: mail.from,
      // As an object: a text would be parsed, and could name more than one.
      to: { name: "", address: to },
      subject,
      text,
      html,
      messageId: `<${id}@${new URL(appUrl).hostname}>`,
      // No holiday notices, please. Source: RFC 3834.
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return DELIVERED(250);
  } catch (error) {
    // A person sees the kind of failure alone; the operator needs the server's words.
    log.warn({ err: error }, "the mail server did not take a mail");
    return failed(error);
  } finally {
    transport.close();
  }
}

/** Codes of nodemailer under which waiting changes nothing, whatever the status. */
const FINAL_CODES: ReadonlySet<string> = new Set(["EENVELOPE", "EMESSAGE"]);

function failed(error: unknown): Attempt {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === "number" ? responseCode : null;
  const name = typeof code === "string" ? code : "MAIL_FAILED";
  // A wrong password is corrected by the operator, and then the mail goes out.
  if (name === "EAUTH") return { result: "passing", status, failure: "MAIL_SERVER_REFUSES_US" };
  if (status !== null && status >= 500) return { result: "refused", status, failure: "MAIL_REFUSED" };
  if (status !== null) return { result: "passing", status, failure: "MAIL_PUT_OFF" };
  if (FINAL_CODES.has(name)) return { result: "refused", status, failure: "MAIL_REFUSED" };
  return { result: "passing", status: null, failure: "MAIL_SERVER_UNREACHABLE" };
}

/** A mail's subject and its two bodies, which say the same. */
export interface MailTexts {
  subject: string;
  text: string;
  html: string;
}
