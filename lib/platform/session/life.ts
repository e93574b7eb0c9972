/** Seconds after its last sealing at which a session is over. */
export const IDLE_SECONDS_MAX = 60 * 60;
/** Seconds after its start at which a session is over, however busy it was. */
export const TOTAL_SECONDS_MAX = 10 * 60 * 60;
/** Seconds that a token lives which a page holds in memory, because its browser keeps no cookie. */
export const BEARER_SECONDS_MAX = 15 * 60;
/** Seconds in which a page can swap the ticket of a launch for such a token. */
export const TICKET_SECONDS_MAX = 60;
/** Part of the idle time after which use renews a session. */
const RENEWAL_SECONDS = IDLE_SECONDS_MAX / 3;

/** The times, in seconds since 1970, that decide how long a session lives. */
export interface SessionTimes {
  startedAt: number;
  /** When it was sealed last. */
  iat: number;
  /** When what was sealed then ends. */
  exp: number;
}

/**
 * How much of a session is left. Pure.
 * @returns `over`, or whether use should seal it anew; a session near the end of its whole life is not renewed any more.
 */
export function sessionLife({ startedAt, iat, exp }: SessionTimes, now: Date): "over" | "live" | "due" {
  const seconds = now.getTime() / 1000;
  if (seconds >= Math.min(exp, iat + IDLE_SECONDS_MAX, startedAt + TOTAL_SECONDS_MAX)) return "over";
  const canGain = startedAt + TOTAL_SECONDS_MAX > iat + IDLE_SECONDS_MAX;
  return canGain && seconds >= iat + RENEWAL_SECONDS ? "due" : "live";
}

/**
 * Whole seconds that a session sealed at `now` lives when no one uses it; 0 when its time is up. Pure.
 * @param secondsMax How long it would live at the start of its ten hours.
 */
export function sealedSeconds(startedAt: number, now: Date, secondsMax = IDLE_SECONDS_MAX): number {
  const left = startedAt + TOTAL_SECONDS_MAX - Math.floor(now.getTime() / 1000);
  return Math.max(0, Math.min(secondsMax, left));
}
