import { AppError } from "#lib/errors.ts";
import type { Refusal } from "#lib/platform/outbound/rules.ts";

/** The store has no such destination; also said of another store's. */
export class DestinationNotFound extends AppError {
  readonly code = "NOT_FOUND";
  readonly retryable = false;
}

/** The store has as many destinations as one can. */
export class TooManyDestinations extends AppError {
  readonly code = "TOO_MANY_DESTINATIONS";
  readonly retryable = false;
}

/** Nothing is sent to such an address, so that no destination has it. */
export class AddressRefused extends AppError {
  readonly code: Refusal;
  readonly retryable = false;

  constructor(why: Refusal) {
    super(`an address was refused: ${why}`);
    this.code = why;
  }
}

/** No token is asked for at such an address. */
export class TokenAddressRefused extends AppError {
  readonly code = "TOKEN_ADDRESS_REFUSED";
  readonly retryable = false;
}

/** The key cannot sign. */
export class KeyInvalid extends AppError {
  readonly code = "KEY_INVALID";
  readonly retryable = false;
}

/** A payload by a template needs one. */
export class TemplateMissing extends AppError {
  readonly code = "TEMPLATE_MISSING";
  readonly retryable = false;
}
