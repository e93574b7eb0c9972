import { findEntry } from "#lib/catalogue/catalogue.ts";
import { partsOf, scopeForChannel } from "#lib/catalogue/scope.ts";
import type { Chart, ChartPeriod, ChartQuery } from "#lib/contract/chart.ts";
import type { StoreHash } from "#lib/ids.ts";
import { storeRetentionDays } from "#lib/features/privacy/retention.ts";
import { findStore } from "#lib/features/stores/records.ts";
import { knownZone } from "#lib/features/subscriptions/store-clock.ts";
import { bucketsOf } from "./buckets.ts";
import { bucketCounts, bucketDelays, bucketRejections } from "./records.ts";
import { chartView } from "./view.ts";

/** Events of each hour that delays are taken from: enough for a bar's slowest 5%, few enough to be read at once. */
const DELAY_SAMPLE: Readonly<Record<ChartPeriod, number>> = { "24h": 300, "7d": 50, "30d": 15 };

/** A store's events over time, all of them or those of one event type. Read only. */
export async function readChart(store: StoreHash, { period, scope }: ChartQuery, now: Date): Promise<Chart> {
  const timeZone = knownZone((await findStore(store))?.timezone ?? null);
  const buckets = bucketsOf(period, timeZone, now);
  const scopes = scope === undefined ? null : deliveredScopes(scope);
  const chart = { store, scopes, buckets };
  const delaySample = DELAY_SAMPLE[period];
  const [counts, delays, rejections, keptDays] = await Promise.all([
    bucketCounts(chart),
    bucketDelays(chart, delaySample),
    scopes === null ? bucketRejections(chart) : null,
    storeRetentionDays(store),
  ]);
  return chartView(
    { period, timeZone, buckets, scopes, counts, delays, rejections, delaySample, keptDays },
    now,
  );
}

/** Scopes that deliveries of a subscription carry: its own, and of a wildcard those of its members. Pure. */
export function deliveredScopes(scope: string): string[] {
  const { channelId } = partsOf(scope);
  const members = findEntry(scope)?.covers ?? [];
  return [
    scope,
    ...members.map((member) => (channelId === null ? member : scopeForChannel(member, channelId))),
  ];
}
