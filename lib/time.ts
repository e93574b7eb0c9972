export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Start of the hour of `time`. Pure. */
export function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / HOUR_MS) * HOUR_MS);
}

/** Start of the first of the `hours` hours that end with the present, unfinished one. Pure. */
export function firstOfHours(hours: number, now: Date): Date {
  return new Date(hourOf(now).getTime() - (hours - 1) * HOUR_MS);
}
