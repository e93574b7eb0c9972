import { z } from "zod";
import { CHART_PERIODS, CHART_SERIES } from "#lib/contract/values/charts.ts";

export const ChartPeriod = z.enum(CHART_PERIODS);
export type ChartPeriod = z.infer<typeof ChartPeriod>;

/** Query of `GET /s/{storeHash}/api/chart`. With a `scope`, of that event type alone; a wildcard is its members. */
export const ChartQuery = z.object({
  period: ChartPeriod.default("24h"),
  scope: z.string().min(1).max(200).optional(),
});
export type ChartQuery = z.infer<typeof ChartQuery>;

/** One bar. */
const ChartBucket = z.object({
  /** Its end is that of the next one's start; the last bucket is under way. */
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  /** Events of each of the chart's series, in their order. */
  counts: z.array(z.number().int()),
  /** Arrivals beyond an event's first. */
  repeats: z.number().int(),
  /** Deliveries that were refused; null where the chart is of one event type, which nobody knows of them. */
  rejected: z.number().int().nullable(),
  /** From an event's own time to its first arrival, in milliseconds, of a sample; null without events. */
  delayMs: z.object({ median: z.number(), p95: z.number() }).nullable(),
  /** Whether the log still has all of this time. */
  isKept: z.boolean(),
});
export type ChartBucket = z.infer<typeof ChartBucket>;

export const Chart = z.object({
  period: ChartPeriod,
  /** IANA name; hours and days are this zone's. */
  timeZone: z.string(),
  /** The event types that the chart is of; null for all of them. */
  scopes: z.array(z.string()).nullable(),
  /** What the bars are stacked of, from below. */
  series: z.array(z.enum(CHART_SERIES)),
  /** Oldest first. */
  buckets: z.array(ChartBucket),
  /** Most events of an hour that its delay is taken from. */
  delaySample: z.number().int(),
  /** Days that the log keeps events for. */
  keptDays: z.number().int(),
  /** The period's most frequent event types, most first, at most five. */
  mostFrequent: z.array(z.object({ scope: z.string(), title: z.string(), events: z.number().int() })),
});
export type Chart = z.infer<typeof Chart>;

/** Query of `GET /s/{storeHash}/api/destinations/{id}/chart` */
export const DeliveryChartQuery = z.object({ period: ChartPeriod.default("24h") });
export type DeliveryChartQuery = z.infer<typeof DeliveryChartQuery>;

/** What was sent to a destination over time. */
export const DeliveryChart = z.object({
  period: ChartPeriod,
  /** IANA name; hours and days are this zone's. */
  timeZone: z.string(),
  /** Oldest first; the last one is under way. */
  buckets: z.array(
    z.object({
      start: z.iso.datetime(),
      /** Events that arrived. */
      delivered: z.number().int(),
      /** Attempts that were no success; one event may have several. */
      failed: z.number().int(),
    }),
  ),
});
export type DeliveryChart = z.infer<typeof DeliveryChart>;
