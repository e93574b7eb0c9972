import type { SecretView } from "#lib/contract/secret.ts";
import { counted } from "./plural.ts";

export const area = "secret";

/** Texts about the secret that a store's webhooks carry. */
export const SECRET = {
  title: "Webhook secret",
  text: "A secret that proves events are for your store. You don't need to know it.",
  idle: "Renew it if someone may have seen it. You won't lose events.",
  renew: "Renew secret",
  question: "Renew the webhook secret?",
  questionText: "Webhooks get a new secret within minutes. The old one works for 2 more days.",
  failed: "Couldn't renew the secret",
  slow: "Loading the renewal's progress is taking longer than usual.",
};

/** "12 of 14 webhooks use the new one." */
export function progressText({ hooks, hooksOnNew }: { hooks: number; hooksOnNew: number }): string {
  return `${hooksOnNew} of ${counted(hooks, "webhook uses", "webhooks use")} the new one.`;
}

/**
 * Where a renewal is, in a sentence or two.
 * @param moment Words for a time, such as "Nov 27, 10:41 AM".
 */
export function renewalText(
  { phase, changesAt, endsAt, isEndCertain, hooks, hooksOnNew }: NonNullable<SecretView["renewal"]>,
  moment: (iso: string) => string,
): string {
  if (phase === "announced") {
    return `The new secret is ready. Webhooks change to it from ${moment(changesAt ?? endsAt)} on; both are accepted.`;
  }
  if (isEndCertain) return `Both are accepted until ${moment(endsAt)}. Then the old one ends.`;
  if (hooksOnNew === hooks) return "Both are accepted for two days more. Then the old one ends.";
  return `Both are accepted until two days after the last change, and no longer than until ${moment(endsAt)}.`;
}
