import { eventsHref, type EventFilters } from "#lib/client/log/event-address.ts";
import type { Chart, ChartBucket } from "#lib/contract/chart.ts";

/** The log of a bucket's time, of the chart's event types and of what `more` asks for. Pure. */
export function bucketHref(
  store: string,
  { scopes }: Pick<Chart, "scopes">,
  { start, end }: Pick<ChartBucket, "start" | "end">,
  more: Partial<EventFilters> = {},
): string {
  // The log takes both ends as inclusive, to the millisecond.
  const to = new Date(Date.parse(end) - 1).toISOString();
  return eventsHref(store, { scopes: scopes ?? [], ...more, time: "custom", from: start, to });
}

/** Whether a bucket is not over yet. Pure. */
export function isUnderWay({ buckets }: Pick<Chart, "buckets">, bucket: ChartBucket): boolean {
  return bucket === buckets.at(-1);
}
