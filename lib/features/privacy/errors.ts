import { AppError } from "#lib/errors.ts";

/** Another erasure of the same store is under way. */
export class ErasureUnderWay extends AppError {
  readonly code = "ERASURE_UNDER_WAY";
  readonly retryable = true;
}

/** There is nothing about this thing to erase. */
export class NothingToErase extends AppError {
  readonly code = "NOTHING_TO_ERASE";
  readonly retryable = false;
}

/** No one keeps events for longer than the operator does. */
export class RetentionTooLong extends AppError {
  readonly code = "RETENTION_TOO_LONG";
  readonly retryable = false;
}
