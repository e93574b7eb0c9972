import { AppError } from "#lib/errors.ts";

/** The token is refused, or no key of ours opens it: revoked, or voided by a change of scopes or owner. Source: BigCommerce docs, API accounts. */
export class Unauthorized extends AppError {
  readonly code = "NEEDS_REAUTHORISATION";
  readonly retryable = false;
}

/** The token is right, but the store did not grant what this call needs. */
export class Forbidden extends AppError {
  readonly code = "BIGCOMMERCE_FORBIDDEN";
  readonly retryable = false;
}

/** What was asked for is not there, or no longer. */
export class NotFound extends AppError {
  readonly code = "BIGCOMMERCE_NOT_FOUND";
  readonly retryable = false;
}

/**
 * 409 or 422: it exists already, there are too many of it, or it is not acceptable. The documentation does not say
 * which answer means what, so the caller reads again to learn it.
 */
export class Conflict extends AppError {
  readonly code = "BIGCOMMERCE_CONFLICT";
  readonly retryable = false;
}

/** BigCommerce will not have it, and the same call again will not change that. */
export class Refused extends AppError {
  readonly code = "BIGCOMMERCE_REFUSED";
  readonly retryable = false;
}

/** The store's quota is spent. Writes may be repeated too: the call was turned away before any work was done. */
export class RateLimited extends AppError {
  readonly code = "BIGCOMMERCE_RATE_LIMITED";
  readonly retryable = true;
  /** Milliseconds after which BigCommerce takes calls again. */
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The code of the ways in which BigCommerce gives no answer: for a person they are one. */
const NO_ANSWER = "BIGCOMMERCE_UNREACHABLE";

/** BigCommerce failed by its own account. */
export class ServerFault extends AppError {
  readonly code: string = NO_ANSWER;
  readonly retryable = true;
  /** HTTP status of the answer; null when that says nothing. */
  readonly status: number | null;

  constructor(message: string, status: number | null = null) {
    super(message);
    this.status = status;
  }
}

/** BigCommerce answered, and not as documented: no one can tell what it means. The call may have been carried out. */
export class OddAnswer extends ServerFault {
  override readonly code = "BIGCOMMERCE_UNREADABLE";
}

/** No whole answer came in time. The call may have been carried out all the same. */
export class TimedOut extends AppError {
  readonly code = NO_ANSWER;
  readonly retryable = true;
}

/** No connection came about, or it broke. */
export class Unreachable extends AppError {
  readonly code = NO_ANSWER;
  readonly retryable = true;
}
