import type pg from "pg";
import { CATALOGUE } from "#lib/catalogue/catalogue.ts";
import { connectForChore } from "#lib/platform/db/client.ts";

const MINUTE_MS = 60_000;

/** How many events a store gets on a day. */
export interface FilledDay {
  storeHash: string;
  day: Date;
  events: number;
  /**
   * The events are those of so many stores, whose hashes are `storeHash` and a number from 0 on: the first has most, as
   * among 10,000 one twentieth of all, and each of the second half less than an eight-hundredth of that.
   */
  stores?: number;
  /** Headers of each event, as JSON; `{hash}` stands for its hash. */
  headers?: string;
  /** The same in short, as the log keeps those that come often: a form of `header_forms`, and what it leaves. */
  brief?: { form: number; values: string };
}

/** What nearly all events are about. */
const FREQUENT_SCOPES = [
  "store/order/created",
  "store/order/statusUpdated",
  "store/product/updated",
  "store/product/inventory/updated",
  "store/customer/created",
  "store/cart/lineItem/updated",
];
/** What one event in fifty is about, in turn: a shop uses many types, most of them seldom. */
export const SELDOM_SCOPES = CATALOGUE.filter(
  ({ scope, isWildcard }) => !isWildcard && !FREQUENT_SCOPES.includes(scope),
)
  .filter((_, index) => index % 4 === 0)
  .map(({ scope }) => scope);

/**
 * Fills one day of a store's log with made-up events, spread evenly, and the roll-up with them. Runs inside
 * PostgreSQL, so that ten million take minutes. One event in 200 came twice, one in 5,000 is flagged, one in 10,000
 * is a test, one in 700 came with the secret header alone, one in 3,000 with the signature alone; ids come from 20,000. May be repeated with another `day` only.
 */
export async function fillDay(day: FilledDay): Promise<void> {
  const client = await connectForChore({ statementMs: 30 * MINUTE_MS, lockMs: 0 });
  try {
    await fillDayBy(client, day);
  } finally {
    await client.end();
  }
}

/** The same over a connection that is there already. */
export async function fillDayBy(client: pg.ClientBase, filled: FilledDay): Promise<void> {
  const { storeHash, day, events, stores, brief, headers = brief ? "{}" : HEADERS } = filled;
  const kept = [headers, brief?.form ?? null, brief?.values ?? null];
  const made = [storeHash, day, events, FREQUENT_SCOPES, SELDOM_SCOPES, stores ?? 0, ...kept];
  await client.query(FILL_EVENTS, made);
  const hashes =
    stores === undefined ? [storeHash] : Array.from({ length: stores }, (_, index) => `${storeHash}${index}`);
  await client.query(FILL_HOURS, [hashes, day]);
}

/** Does what autovacuum and the checkpointer have done to a log that filled over a month. May be repeated. */
export async function settleLog(): Promise<void> {
  const client = await connectForChore({ statementMs: 30 * MINUTE_MS, lockMs: 0 });
  try {
    for (const table of ["events", "event_hours"]) await client.query(`VACUUM (ANALYZE) ${table}`);
    await client.query("CHECKPOINT");
  } finally {
    await client.end();
  }
}

const HEADERS = JSON.stringify({ "content-type": "application/json", "webhook-id": "{hash}" });

// Numbers go on from day to day, so that what comes every so many events comes in a small store too.
const FILL_EVENTS = `
INSERT INTO events (store_hash, occurred_at, hash, scope, resource_type, resource_id, body, headers, proof, flags,
  arrivals, first_arrived_at, last_arrived_at, is_test, header_form, header_values)
SELECT store, at, hash, scope, type, id::text,
  convert_to(json_build_object('producer', 'stores/' || store, 'hash', hash, 'created_at', extract(epoch FROM at)::bigint,
    'store_id', '1025646', 'scope', scope, 'data', json_build_object('type', type, 'id', id))::text, 'UTF8'),
  replace($7, '{hash}', hash)::json,
  CASE WHEN n % 700 = 123 THEN 'header' WHEN n % 3000 = 321 THEN 'signature' ELSE 'both' END,
  CASE WHEN n % 5000 = 1234 THEN '{unknown_scope}'::text[] ELSE '{}'::text[] END,
  CASE WHEN n % 200 = 7 THEN 2 ELSE 1 END, at + interval '2 seconds', at + interval '2 seconds', n % 10000 = 5678,
  $8::int, $9::text
FROM (
  SELECT n, at, hash, store, scope, split_part(scope, '/', 2) AS type, (n * 7919) % 20000 AS id
  FROM (
    SELECT n, CASE WHEN $6::int = 0 THEN $1::text ELSE $1::text || floor(
        $6::int * power((hashint8extended(n, 0) & 2147483647) / 2147483648.0::float8, 3))::int END AS store,
      date_trunc('second', $2::timestamptz + i * interval '1 day' / $3::int) AS at,
      left(encode(sha256(convert_to($1 || n, 'UTF8')), 'hex'), 40) AS hash,
      CASE WHEN n % 50 = 49 THEN ($5::text[])[1 + n / 50 % cardinality($5::text[])]
        ELSE ($4::text[])[1 + n % cardinality($4::text[])] END AS scope
    FROM generate_series(0, $3::int - 1) AS i,
      LATERAL (SELECT i + $3::bigint * (extract(epoch FROM $2::timestamptz) / 86400)::bigint AS n) AS numbered
  ) AS picked
) AS made`;

const FILL_HOURS = `
INSERT INTO event_hours (store_hash, hour, scope, events, repeats, tests, last_event_at)
SELECT store_hash, date_trunc('hour', occurred_at, 'UTC'), scope, count(*) FILTER (WHERE NOT is_test),
  coalesce(sum(arrivals - 1) FILTER (WHERE NOT is_test), 0), count(*) FILTER (WHERE is_test),
  max(occurred_at) FILTER (WHERE NOT is_test)
FROM events WHERE store_hash = ANY($1::text[]) AND occurred_at >= $2::timestamptz AND occurred_at < $2::timestamptz + interval '1 day'
GROUP BY 1, 2, 3
ON CONFLICT (store_hash, hour, scope) DO UPDATE SET events = excluded.events, repeats = excluded.repeats,
  tests = excluded.tests, last_event_at = excluded.last_event_at`;
