import { AppError } from "#lib/errors.ts";

/** Another run of the same store is under way. */
export class RunUnderWay extends AppError {
  readonly code = "RUN_UNDER_WAY";
  readonly retryable = true;
}

/** The store has no such run. */
export class RunNotFound extends AppError {
  readonly code = "NOT_FOUND";
  readonly retryable = false;
}

/** A person cancelled the run before it was this event type's turn. Never leaves the run. */
export class RunCancelled extends AppError {
  readonly code = "RUN_CANCELLED";
  readonly retryable = false;
}
