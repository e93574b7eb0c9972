import { AppError } from "#lib/errors.ts";
import type { DeliveryOutcome } from "#lib/contract/values/destinations.ts";
import { withoutAnswer, type Judged } from "./outcome.ts";

/** A request could not be made, so that nothing was sent. Its message is the failure: a code, and what it names. */
export abstract class RequestNotMade extends AppError {
  readonly retryable = false;
  /** What the attempt came to all the same. */
  abstract readonly outcome: DeliveryOutcome;

  get judged(): Judged {
    return withoutAnswer(this.outcome, this.message);
  }
}
