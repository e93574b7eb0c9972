import type { AlertView } from "#lib/contract/alerts.ts";

/** Destinations by how they are doing. */
interface DestinationsStanding<Destination> {
  /** Of how many no trouble is known; they may have been sent nothing yet. */
  working: number;
  /** What a person has to look at. */
  needing: readonly Destination[];
  /** What takes nothing at the moment and is tried again. */
  retrying: readonly Destination[];
}

/**
 * How destinations are doing by what there is to do about them, and by nothing else: a card that judged by itself would say
 * another thing than the sentence above it. Pure.
 */
export function standingOf<Destination extends { id: string }>(
  destinations: readonly Destination[],
  alerts: readonly Pick<AlertView, "severity" | "destinations">[],
): DestinationsStanding<Destination> {
  const named = (isWait: boolean) =>
    new Set(
      alerts
        .filter(({ severity }) => (severity === "wait") === isWait)
        .flatMap((alert) => alert.destinations.map(({ id }) => id)),
    );
  const [asking, waiting] = [named(false), named(true)];
  const needing = destinations.filter(({ id }) => asking.has(id));
  const retrying = destinations.filter(({ id }) => waiting.has(id) && !asking.has(id));
  return { working: destinations.length - needing.length - retrying.length, needing, retrying };
}
