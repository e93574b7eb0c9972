import type { ErasureView } from "#lib/contract/privacy.ts";
import type { Erasure } from "./records.ts";

/** An erasure as the API shows it. Pure. */
export function erasureView(erasure: Erasure): ErasureView {
  return {
    id: String(erasure.id),
    type: erasure.type,
    resourceId: erasure.resourceId,
    askedAt: erasure.askedAt.toISOString(),
    askedBy: erasure.askedByEmail,
    found: erasure.found,
    events: erasure.events,
    states: erasure.states,
    cameAgain: erasure.cameAgain,
    endedAt: erasure.endedAt?.toISOString() ?? null,
  };
}
