import type { DeliveryOutcome } from "#lib/contract/values/destinations.ts";
import { metrics } from "#lib/metrics/metrics.ts";
import { processWide } from "#lib/process-wide.ts";

/** An attempt as far as it is counted. */
interface CountedAttempt {
  outcome: DeliveryOutcome;
  tookMs: number;
  at: Date;
  /** When the event came; null where it was tried before. */
  firstArrivedAt: Date | null;
}

/** Counts an attempt. */
export function countAttempt({ outcome, tookMs, at, firstArrivedAt }: CountedAttempt): void {
  const { attempts, attemptSeconds, forwardLag } = metrics();
  attempts.inc({ outcome });
  attemptSeconds.observe(tookMs / 1_000);
  if (firstArrivedAt) forwardLag.observe(Math.max(0, at.getTime() - firstArrivedAt.getTime()) / 1_000);
}

/** What one destination's window holds. */
interface Holding {
  readonly window: { readonly size: number };
}

const forwarders = processWide("forwarders", () => new Set<ReadonlyMap<string, Holding>>());

/** Has what a forwarder holds counted. @returns what ends that; may be called twice. */
export function countHoldings(lanes: ReadonlyMap<string, Holding>): () => void {
  forwarders.add(lanes);
  return () => void forwarders.delete(lanes);
}

/** Events that this process holds for its destinations. */
export function eventsHeld(): number {
  let sum = 0;
  for (const lanes of forwarders) for (const { window } of lanes.values()) sum += window.size;
  return sum;
}
