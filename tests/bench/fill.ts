import { database } from "#lib/db/client.ts";

const MINUTE_MS = 60_000;

/**
 * Fills one day of a store's log with made-up events, spread evenly, and the roll-up with them. Runs inside
 * PostgreSQL, so that ten million take minutes.
 */
export async function fillDay({
  storeHash,
  day,
  events,
}: {
  storeHash: string;
  day: Date;
  events: number;
}): Promise<void> {
  const client = await database().pool.connect();
  try {
    await client.query(`SET statement_timeout = ${30 * MINUTE_MS}`);
    await client.query(FILL_EVENTS, [storeHash, day, events]);
    await client.query(FILL_HOURS, [storeHash, day]);
  } finally {
    // Its timeout is not the pool's.
    client.release(true);
  }
}

const FILL_EVENTS = `
INSERT INTO events (store_hash, occurred_at, hash, scope, resource_type, resource_id, body, headers, proof, flags,
  arrivals, first_arrived_at, last_arrived_at)
SELECT $1, at, hash, scope, type, id::text,
  convert_to(json_build_object('producer', 'stores/' || $1, 'hash', hash, 'created_at', extract(epoch FROM at)::bigint,
    'store_id', '1025646', 'scope', scope, 'data', json_build_object('type', type, 'id', id))::text, 'UTF8'),
  jsonb_build_object('content-type', 'application/json', 'webhook-id', hash), 'both',
  CASE WHEN n % 5000 = 0 THEN '{unknown_scope}'::text[] ELSE '{}'::text[] END,
  CASE WHEN n % 200 = 0 THEN 2 ELSE 1 END, at + interval '2 seconds', at + interval '2 seconds'
FROM (
  SELECT n, date_trunc('second', $2::timestamptz + n * interval '1 day' / $3::int) AS at,
    encode(sha256(convert_to($1 || $2::text || n, 'UTF8')), 'hex')::char(40)::text AS hash, n % 20000 AS id,
    (ARRAY['store/order/created', 'store/order/statusUpdated', 'store/product/updated',
      'store/product/inventory/updated', 'store/customer/created', 'store/cart/lineItem/updated'])[1 + n % 6] AS scope,
    (ARRAY['order', 'order', 'product', 'product', 'customer', 'cart'])[1 + n % 6] AS type
  FROM generate_series(0, $3::int - 1) AS n
) AS made`;

const FILL_HOURS = `
INSERT INTO event_hours (store_hash, hour, scope, events, repeats, last_event_at)
SELECT store_hash, date_trunc('hour', occurred_at, 'UTC'), scope, count(*), sum(arrivals) - count(*), max(occurred_at)
FROM events WHERE store_hash = $1 AND occurred_at >= $2::timestamptz AND occurred_at < $2::timestamptz + interval '1 day'
GROUP BY 1, 2, 3
ON CONFLICT (store_hash, hour, scope) DO UPDATE SET events = excluded.events, repeats = excluded.repeats,
  last_event_at = excluded.last_event_at`;
