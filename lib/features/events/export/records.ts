import type { EventFilter } from "#lib/contract/events.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";
import { readRows } from "#lib/platform/db/read-rows.ts";
import { laterOf, listEvents, type PageBounds } from "#lib/features/events/list.records.ts";
import type { EventRow } from "#lib/features/events/records.ts";
import type { Sought } from "#lib/features/events/sought.ts";
import type { StoreHash } from "#lib/ids.ts";

/**
 * About how many events a filter finds, by the roll-up: whole hours count at both ends of the period. Null for a filter
 * that asks for more than event types and a period, of which the roll-up knows nothing.
 * @param oldest Where the log begins.
 */
export async function estimateEvents(
  store: StoreHash,
  { scope, from, to, ...rest }: EventFilter,
  oldest: Date,
): Promise<number | null> {
  if (Object.values(rest).some((value) => value !== undefined && value !== "")) return null;
  const start = laterOf(from, oldest);
  const conditions = [
    Prisma.sql`store_hash = ${store}`,
    Prisma.sql`hour >= date_trunc('hour', ${start}::timestamptz, 'UTC')`,
    ...(to ? [Prisma.sql`hour <= ${new Date(to)}`] : []),
    ...(scope ? [Prisma.sql`scope = ANY (${scope.split(",")}::text[])`] : []),
  ];
  const [row] = await readRows<{ events: number | null }>(Prisma.sql`
    SELECT sum(events + tests)::float8 AS events FROM event_hours WHERE ${Prisma.join(conditions, " AND ")}`);
  return row?.events ?? 0;
}

/** A page of the log as `listEvents` reads it, for one who asks for thousands in a row. */
export function nextEvents(
  store: StoreHash,
  legs: readonly Sought[],
  filter: EventFilter,
  bounds: PageBounds,
): Promise<EventRow[]> {
  return listEvents(store, legs, filter, bounds, readRows);
}
