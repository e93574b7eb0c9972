import type { ChangesState } from "#lib/contract/values/changes.ts";
import type { Enrichment, Resource } from "./records.ts";
import type { Snapshot } from "./snapshots.records.ts";

/** An event that came longer ago, and was not noticed as one to be read after, will not be. */
const NOTICED_WITHIN_MS = 15 * 60_000;

/** What is known of an event about a thing that can be read, and of reading that thing. */
export interface ChangesFacts {
  event: { seq: bigint; firstArrivedAt: Date; isTest: boolean; isDemo: boolean };
  /** The reading that covers the event. */
  snapshot: Pick<Snapshot, "outcome"> | null;
  hasStateBefore: boolean;
  resource: Pick<Resource, "newestSeq" | "dueAt" | "attempts" | "failure"> | null;
  enrichment: Pick<Enrichment, "isOn" | "waitsUntil"> | null;
  isGranted: boolean;
}

/** What there is to say about what an event changed: what was read first, then why nothing was. Pure. */
export function changesState(facts: ChangesFacts, now: Date): ChangesState {
  const { event, snapshot, hasStateBefore, resource, enrichment, isGranted } = facts;
  if (event.isDemo) return "demo";
  if (event.isTest) return "test";
  if (snapshot) {
    if (snapshot.outcome === "gone" || snapshot.outcome === "too_large" || snapshot.outcome === "same")
      return snapshot.outcome;
    return hasStateBefore ? "changed" : "first";
  }
  if (enrichment?.isOn === false) return "off";
  if (!isGranted) return "not_granted";
  const isNoted = resource !== null && resource.newestSeq >= event.seq;
  if (isNoted && resource.dueAt !== null) {
    if (enrichment?.waitsUntil && enrichment.waitsUntil > now) return "quota";
    return resource.attempts > 0 ? "retrying" : "waiting";
  }
  if (isNoted && resource.failure !== null) return "failed";
  const isRecent = now.getTime() - event.firstArrivedAt.getTime() < NOTICED_WITHIN_MS;
  return !isNoted && isRecent ? "waiting" : "not_read";
}
