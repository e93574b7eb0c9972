import type { OperatorSettings } from "#lib/config/operator-settings.ts";
import type { Attempt } from "#lib/platform/outbound/attempt.ts";
import { sendMail } from "#lib/platform/outbound/mail.ts";
import { postWebhook } from "#lib/platform/outbound/signed-post.ts";
import type { AlarmMessage } from "./message.ts";

/** Where a message goes: an e-mail address, or the webhook. */
export type Way = { email: string } | { url: string };

/** Every way to the operator. Pure. */
export const waysOf = ({ emails, webhookUrl }: OperatorSettings): Way[] => [
  ...emails.map((email) => ({ email })),
  ...(webhookUrl === null ? [] : [{ url: webhookUrl }]),
];

/** Sends a message once. Repeatable; a copy has the same id. Never throws, save that it ends when `signal` fires. */
export function attemptBy(way: Way, message: AlarmMessage, now: Date, signal: AbortSignal): Promise<Attempt> {
  const { id, subject, text, html, body } = message;
  return "email" in way
    ? sendMail({ id, to: way.email, subject, text, html })
    : // Nobody agreed on a key: whoever knows the address may send there, as with a chat's.
      postWebhook({ url: way.url, secrets: [], id, body }, { now, signal });
}
