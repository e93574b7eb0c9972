import { AppError } from "#lib/errors.ts";
import { wordsHere } from "#lib/words/here.ts";

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

/**
 * One sentence for a person about the code of an error, which is all that is written down of an action. Never empty.
 */
export function sentenceOf(code: string): string {
  const { OTHER_OUTCOME, OUTCOMES } = wordsHere();
  return OUTCOMES[code] ?? OTHER_OUTCOME;
}
