import { dayOf } from "./slots.ts";
import { DAY_MS } from "#lib/time.ts";

/**
 * From when on events are kept, and shown: the oldest kept day is whole. What is older is about to be deleted. Pure.
 * @param retentionDays Days that an event is kept, by its own time.
 */
export function keptSince(retentionDays: number, now: Date): Date {
  return new Date(dayOf(now).getTime() - retentionDays * DAY_MS);
}
