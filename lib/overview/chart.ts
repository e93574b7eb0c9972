import type { OverviewRange } from "#lib/contract/overview.ts";

const HOUR_MS = 3_600_000;

/** What a bucket covers and how many there are, by range: bars stay wide enough to read. */
const BUCKETS: Readonly<Record<OverviewRange, { hours: number; count: number }>> = {
  "24h": { hours: 1, count: 24 },
  "7d": { hours: 6, count: 28 },
  "30d": { hours: 24, count: 30 },
};

export interface HourCount {
  hour: Date;
  events: number;
  repeats: number;
}

/** Start of the hour of `time`. Pure. */
export function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / HOUR_MS) * HOUR_MS);
}

/** Start of the first of the `hours` hours that end with the present, unfinished one. Pure. */
export function firstOfHours(hours: number, now: Date): Date {
  return new Date(hourOf(now).getTime() - (hours - 1) * HOUR_MS);
}

/**
 * Start of the range's first bucket. The last bucket ends with the present hour, so that every bucket is a full one
 * save for the minutes that are still to come. Pure.
 */
export function chartStart(range: OverviewRange, now: Date): Date {
  const { hours, count } = BUCKETS[range];
  return firstOfHours(hours * count, now);
}

/** Hours that a bucket of the range covers; a day holds them without remainder. Pure. */
export function bucketHours(range: OverviewRange): number {
  return BUCKETS[range].hours;
}

/** Counts per bucket, oldest first, with the empty ones between. Counts outside of the range are left out. Pure. */
export function chart(range: OverviewRange, counts: readonly HourCount[], now: Date) {
  const { hours, count } = BUCKETS[range];
  const start = chartStart(range, now).getTime();
  const buckets = Array.from({ length: count }, (_, index) => ({
    start: new Date(start + index * hours * HOUR_MS).toISOString(),
    events: 0,
    repeats: 0,
  }));
  for (const { hour, events, repeats } of counts) {
    const bucket = buckets[Math.floor((hour.getTime() - start) / (hours * HOUR_MS))];
    if (!bucket) continue;
    bucket.events += events;
    bucket.repeats += repeats;
  }
  return { range, bucketSeconds: hours * 3_600, buckets };
}
