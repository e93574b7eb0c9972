import { metrics } from "#lib/metrics/metrics.ts";
import { tracing } from "#lib/tracing/tracing.ts";
import { commitArrivals, type Arrival } from "./commit.ts";

/**
 * Commits arrivals as `commitArrivals` does, and counts them. All that is counted of the intake is counted here, once for
 * a whole batch.
 * @throws what `commitArrivals` throws.
 */
export async function measuredCommit(batch: readonly Arrival[], silenceMs?: number): Promise<void> {
  const { stored, commitsFailed, commitSeconds, commitArrivals: size, arrivalLag } = metrics();
  const startedMs = performance.now();
  const commitBeganAt = new Date();
  try {
    await commitArrivals(batch, silenceMs);
  } catch (error) {
    commitsFailed.inc();
    throw error;
  }
  commitSeconds.observe((performance.now() - startedMs) / 1_000);
  size.observe(batch.length);
  stored.inc(batch.length);
  for (const { occurredAt, arrivedAt, isTest, isDemo } of batch) {
    if (occurredAt && !isTest && !isDemo)
      arrivalLag.observe(Math.max(0, arrivedAt.getTime() - occurredAt.getTime()) / 1_000);
  }
  traceArrivals(batch, commitBeganAt);
}

/** What was not committed has no trace: it comes again, and has one then. */
function traceArrivals(batch: readonly Arrival[], commitBeganAt: Date): void {
  const traces = tracing();
  if (!traces) return;
  const committedAt = new Date();
  for (const { storeHash, hash, scope, arrivedAt, isDemo } of batch) {
    if (isDemo) continue;
    traces.arrived({
      event: { storeHash, hash, firstArrivedAt: arrivedAt },
      commitBeganAt,
      committedAt,
      together: batch.length,
      attributes: { "webhook_keeper.store": storeHash, "webhook_keeper.event_type": scope },
    });
  }
}
