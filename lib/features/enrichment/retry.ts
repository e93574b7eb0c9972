import type { AppError } from "#lib/errors.ts";

/** First wait after a failure that may pass; each further one is twice as long. */
const BACKOFF_MS = 30_000;
/** So many tries, and no more, until another event asks anew. */
const TRIES_MAX = 6;
/** What is due for longer is given up, whatever it waited for. */
const DUE_MAX_MS = 3_600_000;

/** What is known of a thing that is to be read. */
export interface Due {
  attempts: number;
  dueSince: Date | null;
}

/**
 * When a thing is tried again that could not be read; null when it is given up until the next event about it. What will
 * not pass by itself is not tried again. Pure.
 * @param due `attempts` counts the tries that failed before this one.
 */
export function retryAt({ attempts, dueSince }: Due, error: AppError, now: Date): Date | null {
  if (!error.retryable || attempts + 1 >= TRIES_MAX || isOverdue({ dueSince }, now)) return null;
  return new Date(now.getTime() + BACKOFF_MS * 2 ** attempts);
}

/** Whether a thing waited for so long, for quota perhaps, that no one waits for it any more. Pure. */
export function isOverdue({ dueSince }: Pick<Due, "dueSince">, now: Date): boolean {
  return dueSince !== null && now.getTime() - dueSince.getTime() > DUE_MAX_MS;
}
