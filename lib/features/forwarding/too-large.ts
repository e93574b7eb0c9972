import { RequestNotMade } from "./not-made.ts";

/** A body is larger than its destination takes, so that nothing was sent: it would never be taken. */
export class MessageTooLarge extends RequestNotMade {
  readonly code = "MESSAGE_TOO_LARGE";
  readonly outcome = "broken";

  constructor(bytes: number) {
    super(`MESSAGE_TOO_LARGE ${bytes}`);
  }
}
