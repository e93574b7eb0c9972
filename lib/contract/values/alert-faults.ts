import { ALERT_EMAILS_MAX } from "./alerts.ts";

// What is wrong with addresses that somebody typed, said alike by the page and by the route. Without zod, because the
// browser loads it. The server looks again at where an address leads, each time that it sends something there.

/** Source: RFC 5321, 4.5.3.1.3 (path). */
const EMAIL_LENGTH_MAX = 254;
export const WEBHOOK_URL_LENGTH_MAX = 1_000;

export type EmailsFault = { code: "not_an_email"; email: string } | { code: "too_many" };
export type WebhookUrlFault = "not_an_address" | "not_https" | "has_password" | "not_public" | "too_long";

/** The addresses of a text, one a line or with commas between them, each once. Pure. */
export function emailsOf(text: string): string[] {
  const emails = text.split(/[\s,;]+/).filter((part) => part !== "");
  return [...new Map(emails.map((email) => [email.toLowerCase(), email])).values()];
}

/** What is wrong with e-mail addresses; null when nothing is. Pure. */
export function emailsFault(emails: readonly string[]): EmailsFault | null {
  const wrong = emails.find((email) => !isEmail(email));
  if (wrong !== undefined) return { code: "not_an_email", email: wrong };
  return emails.length > ALERT_EMAILS_MAX ? { code: "too_many" } : null;
}

/** Plain addresses alone: no quotes, no comments, no names, nothing beyond ASCII that a mail server may not take. */
function isEmail(text: string): boolean {
  return (
    text.length <= EMAIL_LENGTH_MAX &&
    /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/i.test(
      text,
    )
  );
}

/**
 * What is wrong with the address of a webhook; null when nothing is. Pure.
 * @param isSandbox Whether the app runs against the simulator: then http and this machine are allowed.
 */
export function webhookUrlFault(text: string, isSandbox: boolean): WebhookUrlFault | null {
  if (text.length > WEBHOOK_URL_LENGTH_MAX) return "too_long";
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === "") return "not_an_address";
  if (url.username !== "" || url.password !== "") return "has_password";
  if (isSandbox) return null;
  if (url.protocol !== "https:") return "not_https";
  return isPrivateName(url.hostname) ? "not_public" : null;
}

/** Names that no resolver has to be asked about. Literal addresses are refused altogether: certificates name hosts. */
function isPrivateName(hostname: string): boolean {
  return (
    !hostname.includes(".") ||
    /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/.test(hostname) ||
    /^[\d.]+$/.test(hostname) ||
    hostname.startsWith("[")
  );
}
