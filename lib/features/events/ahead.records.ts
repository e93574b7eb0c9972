import { database } from "#lib/platform/db/client.ts";
import { dayOf } from "./slots.ts";
import { DAY_MS } from "#lib/time.ts";

const BATCH_ROWS = 500;

// What lies ahead of all that can have happened is in the coming days, which are empty otherwise, and beyond.
const PLACE_BY_ARRIVAL = `
WITH ahead AS (
  SELECT store_hash, hash, occurred_at AS claimed_at FROM events WHERE occurred_at >= $1
    AND NOT EXISTS (SELECT FROM events AS other WHERE other.store_hash = events.store_hash AND other.hash = events.hash
      AND other.occurred_at = events.first_arrived_at)
  LIMIT ${BATCH_ROWS}
), moved AS (
  UPDATE events SET occurred_at = events.first_arrived_at, flags = array_append(events.flags, 'time_ahead')
  FROM ahead WHERE events.store_hash = ahead.store_hash AND events.hash = ahead.hash
    AND events.occurred_at = ahead.claimed_at
  RETURNING events.store_hash, events.hash, claimed_at, events.occurred_at, scope, arrivals, is_test
), found_again AS (
  INSERT INTO undated_events (store_hash, hash, occurred_at)
  SELECT store_hash, hash || '@' || (extract(epoch FROM claimed_at) * 1000)::bigint, occurred_at FROM moved
  ON CONFLICT DO NOTHING
), counted AS (
  INSERT INTO event_hours AS kept (store_hash, hour, scope, events, repeats, tests, last_event_at)
  SELECT store_hash, date_trunc('hour', occurred_at, 'UTC'), scope, count(*) FILTER (WHERE NOT is_test),
    coalesce(sum(arrivals - 1) FILTER (WHERE NOT is_test), 0), count(*) FILTER (WHERE is_test),
    max(occurred_at) FILTER (WHERE NOT is_test)
  FROM moved GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (store_hash, hour, scope) DO UPDATE SET events = kept.events + excluded.events,
    repeats = kept.repeats + excluded.repeats, tests = kept.tests + excluded.tests,
    last_event_at = greatest(kept.last_event_at, excluded.last_event_at)
), uncounted AS (
  UPDATE event_hours AS kept SET events = kept.events - less.events, repeats = kept.repeats - less.repeats,
    tests = kept.tests - less.tests
  FROM (SELECT store_hash, date_trunc('hour', claimed_at, 'UTC') AS hour, scope,
      count(*) FILTER (WHERE NOT is_test) AS events,
      coalesce(sum(arrivals - 1) FILTER (WHERE NOT is_test), 0) AS repeats, count(*) FILTER (WHERE is_test) AS tests
    FROM moved GROUP BY 1, 2, 3) AS less
  WHERE (kept.store_hash, kept.hour, kept.scope) = (less.store_hash, less.hour, less.scope)
)
SELECT FROM moved`;

/**
 * Puts events that earlier versions of this app placed at a time to come where the receiver places them now: at their
 * arrival, flagged, with the roll-up. Until then they head the log, and no retention reaches them. Each batch is a
 * statement of its own; repeatable, and at the same time as deliveries.
 * @returns how many there were.
 */
export async function placeAheadByArrival(now: Date): Promise<number> {
  const { pool } = database();
  const tomorrow = new Date(dayOf(now).getTime() + DAY_MS);
  let moved = 0;
  for (;;) {
    const { rowCount } = await pool.query(PLACE_BY_ARRIVAL, [tomorrow]);
    moved += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH_ROWS) break;
  }
  // What the roll-up remembers as the last event of an hour to come would be the last one for good.
  if (moved > 0)
    await pool.query(
      "DELETE FROM event_hours WHERE hour >= $1 AND events = 0 AND repeats = 0 AND tests = 0",
      [tomorrow],
    );
  return moved;
}
