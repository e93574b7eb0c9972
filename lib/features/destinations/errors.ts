import { AppError } from "#lib/errors.ts";
import type { FilterFault } from "./filter.ts";
import type { HeaderFault } from "./headers.ts";
import type { AddressFault, SignInFault } from "./kinds/kind.ts";

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

/** The wish to make a destination made one before: another one, or long ago. */
export class MadeBefore extends AppError {
  readonly code = "DESTINATION_MADE_BEFORE";
  readonly retryable = false;
}

/** The destination is off: nothing is sent to it, whatever is asked for. */
export class DestinationOff extends AppError {
  readonly code = "DESTINATION_OFF";
  readonly retryable = false;
}

/** Nothing is sent to such an address, so that no destination has it. */
export class AddressRefused extends AppError {
  readonly code: AddressFault;
  readonly retryable = false;

  constructor(why: AddressFault) {
    super(`an address was refused: ${why}`);
    this.code = why;
  }
}

/** No token is asked for at such an address. */
export class TokenAddressRefused extends AppError {
  readonly code = "TOKEN_ADDRESS_REFUSED";
  readonly retryable = false;
}

/** Nothing can be sent with such a sign-in, so that no destination has it. */
export class SignInRefused extends AppError {
  readonly code: SignInFault;
  readonly retryable = false;

  constructor(why: SignInFault) {
    super(`a sign-in was refused: ${why}`);
    this.code = why;
  }
}

/** Whoever runs Keeper set up no mail server. */
export class MailNotSetUp extends AppError {
  readonly code = "MAIL_NOT_SET_UP";
  readonly retryable = false;
}

/** Emails go to those alone who may open the store. */
export class NotAMember extends AppError {
  readonly code = "NOT_A_MEMBER";
  readonly retryable = false;
}

/** A destination of this kind is sent no headers of the owner's. */
export class HeadersUnfit extends AppError {
  readonly code = "HEADERS_UNFIT";
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

/** A header cannot be sent. */
export class HeadersRefused extends AppError {
  readonly code = "HEADERS_REFUSED";
  readonly retryable = false;

  constructor({ code }: HeaderFault) {
    super(`headers were refused: ${code}`);
  }
}

/** The filter cannot be followed. */
export class FilterRefused extends AppError {
  readonly code = "FILTER_REFUSED";
  readonly retryable = false;

  constructor(fault: FilterFault) {
    super(`a filter was refused: ${fault}`);
  }
}
