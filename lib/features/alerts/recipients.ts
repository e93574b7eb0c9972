import type { AlertChannel } from "#lib/contract/values/alerts.ts";

/** Where one message goes. */
export interface Recipient {
  channel: AlertChannel;
  /** E-mail address; of a webhook its origin alone, because a path may be a secret. */
  recipient: string;
}

/**
 * Everyone whom a store's alerts go to: one message each, so that no one learns of the others. Pure.
 * @param isMailSetUp Without a mail server no one is told by e-mail.
 */
export function recipientsOf(
  { emails, webhookUrl }: { emails: readonly string[]; webhookUrl: string | null },
  isMailSetUp: boolean,
): Recipient[] {
  const webhook =
    webhookUrl === null ? [] : [{ channel: "webhook" as const, recipient: originOf(webhookUrl) }];
  const mails = isMailSetUp ? emails.map((recipient) => ({ channel: "email" as const, recipient })) : [];
  return [...mails, ...webhook];
}

/** What may be shown and written down of a webhook's address. Pure. */
export function originOf(url: string): string {
  return URL.parse(url)?.origin ?? "";
}
