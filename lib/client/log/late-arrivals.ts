import type { EventView } from "#lib/contract/events.ts";
import { LATE_FROM_MS } from "#lib/contract/values/events.ts";

/** Events that arrived late while the log was on the screen: they go in far below its top, where nobody looks. */
export interface LateArrivals {
  count: number;
  /** More came than were told one by one. */
  isMore: boolean;
  /** All of them arrived after this id of the live stream. */
  after: string;
}

/** Whether an event arrived so late that its place is not the top of the log. Pure. */
export function isLate({ occurredAt, receivedAt }: EventView): boolean {
  return Date.parse(receivedAt) - Date.parse(occurredAt) >= LATE_FROM_MS;
}

/**
 * The late arrivals once one more event came, or more than were told; null while there are none. Pure.
 * @param news An event with its id in the live stream.
 */
export function withNews(
  late: LateArrivals | null,
  news: { event: EventView; position: string } | "gap",
): LateArrivals | null {
  if (news === "gap") return late && { ...late, isMore: true };
  if (!isLate(news.event)) return late;
  if (late) return { ...late, count: late.count + 1 };
  return { count: 1, isMore: false, after: String(BigInt(news.position) - 1n) };
}
