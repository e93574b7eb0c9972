/** Base of every error thrown on purpose. `message` is for the log; a person's words live in `lib/messages`. */
export abstract class AppError extends Error {
  /** Stable, for machines; part of the contract where it reaches a client. */
  abstract readonly code: string;
  /** May the same call succeed later, unchanged? Jobs read this; nothing guesses from the message. */
  abstract readonly retryable: boolean;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
