import { AppError } from "#lib/errors.ts";

/** What the request brought does not fit; `faults` names each place, as far as there are places. */
export class InvalidInput extends AppError {
  readonly code = "INVALID_INPUT";
  readonly retryable = false;
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`invalid input: ${faults.join("; ")}`);
    this.faults = faults;
  }
}

/** The body is longer than any that we ask for. */
export class InputTooLarge extends AppError {
  readonly code = "INPUT_TOO_LARGE";
  readonly retryable = false;
}

/** The body took longer to come than anyone waits for. */
export class InputTooSlow extends AppError {
  readonly code = "INPUT_TOO_SLOW";
  readonly retryable = true;
}

/** When a caller who found no room may ask again: most requests take far less. */
const RETRY_AFTER_MS = 5_000;

/** More is asked at once than there is memory for. Nothing was done for the request. */
export class Overloaded extends AppError {
  readonly code = "OVERLOADED";
  readonly retryable = true;
  readonly retryAfterMs = RETRY_AFTER_MS;
}

/** A request that changes something and does not come from a page of ours. */
export class ForbiddenOrigin extends AppError {
  readonly code = "FORBIDDEN_ORIGIN";
  readonly retryable = false;
}

/** There is no such thing in this store; also said about another store's things, whose existence is no one's business. */
export class NotFound extends AppError {
  readonly code = "NOT_FOUND";
  readonly retryable = false;
}

/** The path exists, but not with this method. */
export class MethodNotAllowed extends AppError {
  readonly code = "METHOD_NOT_ALLOWED";
  readonly retryable = false;
}
