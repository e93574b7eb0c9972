import type { EventView } from "#lib/contract/events.ts";

const isOrder = ({ resource }: EventView) => resource?.type === "order";

/**
 * The event that someone who waits for the first one is shown: the first that came, and once there is one, the first of an
 * order, for an order is what they know. It stays whatever comes later. Pure.
 * @param shown What they are shown now; null when that is nothing.
 * @param latest What came last, newest first; tests do not count.
 */
export function firstEvent(shown: EventView | null, latest: readonly EventView[]): EventView | null {
  if (shown && isOrder(shown)) return shown;
  const byAge = latest.filter(({ isTest }) => !isTest).toReversed();
  return byAge.find(isOrder) ?? shown ?? byAge[0] ?? null;
}
