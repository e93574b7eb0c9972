import { AppError } from "#lib/errors.ts";

/** Another check of the same store is under way. */
export class CheckRunning extends AppError {
  readonly code = "CHECK_RUNNING";
  readonly retryable = true;
}

/** BigCommerce knows no hooks of this store: it is closed, suspended or moved, as far as anyone can tell. */
export class StoreNotFound extends AppError {
  readonly code = "STORE_NOT_FOUND";
  readonly retryable = false;
}

/** There is no such hook, or not any more. */
export class HookNotFound extends AppError {
  readonly code = "NOT_FOUND";
  readonly retryable = false;
}

/** BigCommerce has a hook of this event type, and told of it what no one can read: nothing is made, changed or removed. */
export class HookUnreadable extends AppError {
  readonly code = "BIGCOMMERCE_UNREADABLE";
  readonly retryable = false;
}

/** BigCommerce did not accept the mere question which hooks there are. */
export class CheckRefused extends AppError {
  readonly code = "CHECK_REFUSED";
  readonly retryable = false;
}

/** BigCommerce allows no further hook of this event type. Source: BigCommerce docs, Webhooks overview (10 a scope). */
export class LimitReached extends AppError {
  readonly code = "HOOK_LIMIT_REACHED";
  readonly retryable = false;
}
