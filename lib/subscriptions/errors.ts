import { AppError } from "#lib/errors.ts";

/** Another check of the same store is under way. */
export class CheckRunning extends AppError {
  readonly code = "CHECK_RUNNING";
  readonly retryable = true;
}

/** BigCommerce allows no further hook of this event type. Source: BigCommerce docs, Webhooks overview (10 a scope). */
export class LimitReached extends AppError {
  readonly code = "HOOK_LIMIT_REACHED";
  readonly retryable = false;
}

/** What became of an action is known only by its code once it is written down; these are the words for it. */
const SENTENCES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "The store has to accept this app again.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce takes longer than usual to answer.",
  BIGCOMMERCE_RATE_LIMITED: "BigCommerce asked us to slow down. Try again in a moment.",
  BIGCOMMERCE_FORBIDDEN: "This store did not grant what this event type needs.",
  BIGCOMMERCE_REFUSED: "BigCommerce does not accept a webhook of this event type.",
  BIGCOMMERCE_CONFLICT: "BigCommerce does not accept a webhook of this event type.",
  BIGCOMMERCE_NOT_FOUND: "BigCommerce no longer has this webhook.",
  HOOK_LIMIT_REACHED: "BigCommerce allows 10 webhooks of one event type for this app.",
  UNKNOWN_SCOPE: "BigCommerce documents no event type of this name.",
  CHECK_RUNNING: "A check is already running. Try again in a moment.",
};

/** One sentence for a person about the code of an error. Never empty. */
export function sentenceOf(code: string): string {
  return SENTENCES[code] ?? "BigCommerce did not accept the change.";
}
