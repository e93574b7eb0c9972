import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { database } from "#lib/platform/db/client.ts";
import { EVENTS_CHANNEL } from "#lib/platform/db/channels.ts";
import { CLASH_MARK } from "#lib/features/events/clash.ts";
import { binaryArray } from "./binary-array.ts";
import { headerKeeper, type KeptHeaders } from "./header-forms.records.ts";
import { type Arrival, mergeArrivals, type MergedArrival, placeKey, placeName, roundsOf } from "./merge.ts";

export type { Arrival };

/** Scope by which a store says that it is gone; a second signal beside the uninstall callback. */
const UNINSTALLED_SCOPE = "store/app/uninstalled";

/** A server that is silent for so long does not keep the promise of its own timeouts either; its connection is closed. */
const SILENCE_MS = 5_000;

/** Entries of one notification: PostgreSQL allows 8,000 bytes, an entry takes at most 52. Source: manual, NOTIFY. */
const NOTIFY_ENTRIES_MAX = 150;

const COLUMNS = `store_hash, occurred_at, hash, scope, resource_type, resource_id, body, headers,
    proof, flags, arrivals, first_arrived_at, last_arrived_at, is_test, is_demo, header_form, header_values`;
const COUNT_COPY = `ON CONFLICT (store_hash, hash, occurred_at) DO UPDATE SET
    arrivals = events.arrivals + excluded.arrivals,
    first_arrived_at = least(events.first_arrived_at, excluded.first_arrived_at),
    last_arrived_at = greatest(events.last_arrived_at, excluded.last_arrived_at)`;

// Whether a row is new shows in its count: an old row counts more arrivals than this batch brought. Rows are locked
// in key order, events before hours, so that two batches cannot wait for each other. What shares hash and time with another
// event, but is about another thing or of another type, is no copy of it: it is kept beside it, under a key that follows
// from what it is, so that its own copies find it. An event whose time lay ahead when it came first has another place.
const STORE_ARRIVALS = `
WITH incoming AS (
  SELECT store_hash, coalesce((
      SELECT early.occurred_at FROM undated_events AS early WHERE early.store_hash = row.store_hash
        AND early.hash = row.hash || '@' || (extract(epoch FROM row.occurred_at) * 1000)::bigint
    ), occurred_at) AS occurred_at, hash, scope, resource_type, resource_id, body, headers,
    proof, string_to_array(flags, ',') AS flags, arrivals, first_arrived_at, last_arrived_at, is_test, is_demo,
    header_form, header_values
  FROM unnest(
    $1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::json[],
    $9::text[], $10::text[], $11::int[], $12::timestamptz[], $13::timestamptz[], $14::boolean[], $15::boolean[],
    $16::int[], $17::text[]
  ) AS row (${COLUMNS})
), stored AS (
  INSERT INTO events (${COLUMNS}) SELECT ${COLUMNS} FROM incoming ORDER BY store_hash, hash, occurred_at
  ${COUNT_COPY}
  WHERE events.body = excluded.body OR (events.scope = excluded.scope
    AND events.resource_id = excluded.resource_id AND events.resource_type = excluded.resource_type)
  RETURNING store_hash, occurred_at, hash, scope, seq, arrivals, is_test
), clashing AS (
  SELECT *, hash || '${CLASH_MARK}' || left(encode(sha256(
      convert_to(concat_ws(' ', scope, resource_type, resource_id), 'UTF8')
      || CASE WHEN resource_id IS NULL THEN body ELSE '' END), 'hex'), 16) AS own_key
  FROM incoming WHERE (store_hash, hash, occurred_at) NOT IN (SELECT store_hash, hash, occurred_at FROM stored)
), beside AS (
  INSERT INTO events (${COLUMNS}) SELECT ${COLUMNS.replace("hash, scope", "own_key, scope")} FROM clashing
  ORDER BY store_hash, own_key, occurred_at
  ${COUNT_COPY}
  RETURNING store_hash, occurred_at, hash, scope, seq, arrivals, is_test
), counted AS (
  SELECT stored.store_hash, stored.occurred_at, stored.scope, stored.seq, stored.is_test, incoming.arrivals,
    stored.arrivals = incoming.arrivals AS is_new
  FROM stored JOIN incoming USING (store_hash, occurred_at, hash)
  UNION ALL
  SELECT beside.store_hash, beside.occurred_at, beside.scope, beside.seq, beside.is_test, clashing.arrivals,
    beside.arrivals = clashing.arrivals AS is_new
  FROM beside JOIN clashing ON (clashing.store_hash, clashing.occurred_at, clashing.own_key)
    = (beside.store_hash, beside.occurred_at, beside.hash)
), hours AS (
  INSERT INTO event_hours (store_hash, hour, scope, events, repeats, tests, last_event_at)
  SELECT store_hash, date_trunc('hour', occurred_at, 'UTC'), scope, count(*) FILTER (WHERE is_new AND NOT is_test),
    coalesce(sum(arrivals - is_new::int) FILTER (WHERE NOT is_test), 0), count(*) FILTER (WHERE is_new AND is_test),
    max(occurred_at) FILTER (WHERE NOT is_test)
  FROM counted GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (store_hash, hour, scope) DO UPDATE SET
    events = event_hours.events + excluded.events,
    repeats = event_hours.repeats + excluded.repeats,
    tests = event_hours.tests + excluded.tests,
    last_event_at = greatest(event_hours.last_event_at, excluded.last_event_at)
)
SELECT pg_notify($18, string_agg(store_hash || ':' || seq, ',' ORDER BY seq))
FROM (SELECT store_hash, seq, (row_number() OVER (ORDER BY seq)) / ${NOTIFY_ENTRIES_MAX} AS chunk
      FROM counted WHERE is_new) AS fresh
GROUP BY chunk`;

const DATE_UNDATED = `
INSERT INTO undated_events (store_hash, hash, occurred_at)
SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS row (store_hash, hash, occurred_at)
ORDER BY store_hash, hash
ON CONFLICT (store_hash, hash) DO UPDATE SET occurred_at = undated_events.occurred_at
RETURNING store_hash, hash, occurred_at`;

const CONFIRM_UNINSTALL = `
SELECT graphile_worker.add_job('confirm-uninstall', json_build_object('storeHash', store_hash),
  job_key := 'confirm-uninstall:' || store_hash)
FROM unnest($1::text[]) AS store_hash`;

/**
 * Writes a batch of arrivals in one commit: new events are stored, known ones counted, the hourly roll-up kept exact,
 * listeners told, and the jobs that follow are born in the same transaction. Resolves when all of it is durable. Nothing
 * follows from a test, and the roll-up counts it apart.
 * May be repeated after a failure; after a success a repetition counts the arrivals again.
 * @param silenceMs So long the server may say nothing.
 * @throws whatever PostgreSQL says; nothing of the batch is stored then, unless the server was silent at the very end.
 */
export async function commitArrivals(batch: readonly Arrival[], silenceMs = SILENCE_MS): Promise<void> {
  const { intake } = database();
  const needsDate = batch.some(({ occurredAt }) => occurredAt === null);
  const ended = new Set(
    batch
      .filter(({ scope, isTest }) => scope === UNINSTALLED_SCOPE && !isTest)
      .map(({ storeHash }) => storeHash),
  );
  const client = await intake.connect();
  const silence = setTimeout(() => void client.end(), silenceMs);
  try {
    const keepHeaders = await headerKeeper(client);
    const [first, ...others] = needsDate ? [] : roundsOf(mergeArrivals(batch, new Map()));
    if (first && others.length === 0 && ended.size === 0) await run(client, storeQuery(first, keepHeaders));
    else {
      await client.query("BEGIN");
      const dates = await dateUndated(client, batch);
      for (const round of roundsOf(mergeArrivals(batch, dates)))
        await run(client, storeQuery(round, keepHeaders));
      if (ended.size > 0) await client.query(CONFIRM_UNINSTALL, [[...ended]]);
      await client.query("COMMIT");
    }
    client.release();
  } catch (error) {
    // A connection whose transaction failed is not trusted again; closing it rolls back.
    client.release(true);
    throw error;
  } finally {
    clearTimeout(silence);
  }
}

/** A name that no store has, for a row that no one ever sees. */
const NO_STORE = "";
/** As large as a large arrival: it needs the room that one needs. */
const TRIAL_BYTES = 1_500;
/** No one listens to it. */
const TRIAL_CHANNEL = "webhook_keeper_trial";
const UNDO_TRIAL = `
WITH undone AS (DELETE FROM events WHERE store_hash = $1 AND occurred_at = $2)
DELETE FROM event_hours WHERE store_hash = $1`;

/**
 * Does all that an arrival's commit does, on the same connections, and leaves nothing behind: whether arrivals can be
 * committed shows by doing it, since a full disk, a lock or a missing table shows in nothing else. May be repeated.
 * @throws what a commit would throw.
 */
export async function tryCommit(now: Date): Promise<void> {
  const [trial] = mergeArrivals([trialArrival(now)], new Map());
  const client = await database().intake.connect();
  const silence = setTimeout(() => void client.end(), SILENCE_MS);
  try {
    await client.query("BEGIN");
    await run(client, storeQuery(trial ? [trial] : [], await headerKeeper(client), TRIAL_CHANNEL));
    await client.query(UNDO_TRIAL, [NO_STORE, now]);
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  } finally {
    clearTimeout(silence);
  }
}

const trialArrival = (now: Date): Arrival => ({
  storeHash: NO_STORE,
  hash: randomUUID(),
  scope: "trial",
  occurredAt: now,
  resource: null,
  flags: [],
  body: randomBytes(TRIAL_BYTES),
  headers: {},
  proof: "signature",
  arrivedAt: now,
  isTest: false,
  isDemo: false,
});

/**
 * By callback: with a promise of its own, or with `query_timeout`, `pg` assigns a closure to a property, which V8 puts
 * among what is old and so keeps, with the query and its whole batch, until the next full collection.
 */
function run(client: pg.PoolClient, query: pg.QueryConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(query, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

/** Gives every event without a place in time that of its first arrival, the same for each of its copies. */
async function dateUndated(client: pg.PoolClient, batch: readonly Arrival[]): Promise<Map<string, Date>> {
  const undated = new Map(
    batch.flatMap((arrival) => {
      const { storeHash, occurredAt, arrivedAt } = arrival;
      const name = placeName(arrival);
      return occurredAt === null
        ? [[placeKey(storeHash, name), { storeHash, name, arrivedAt }] as const]
        : [];
    }),
  );
  if (undated.size === 0) return new Map();
  const places = [...undated.values()];
  const { rows } = await client.query<{ store_hash: string; hash: string; occurred_at: Date }>(DATE_UNDATED, [
    places.map(({ storeHash }) => storeHash),
    places.map(({ name }) => name),
    places.map(({ arrivedAt }) => arrivedAt),
  ]);
  return new Map(rows.map((row) => [placeKey(row.store_hash, row.hash), row.occurred_at]));
}

function storeQuery(
  events: readonly MergedArrival[],
  keepHeaders: (event: MergedArrival) => KeptHeaders,
  channel = EVENTS_CHANNEL,
): pg.QueryConfig {
  const { text, bytea, json, int, boolean, timestamptz } = binaryArray;
  const kept = events.map(keepHeaders);
  return {
    name: "store-arrivals",
    text: STORE_ARRIVALS,
    values: [
      text(events.map(({ storeHash }) => storeHash)),
      timestamptz(events.map(({ occurredAt }) => occurredAt)),
      text(events.map(({ hash }) => hash)),
      text(events.map(({ scope }) => scope)),
      text(events.map(({ resource }) => resource?.type ?? null)),
      text(events.map(({ resource }) => resource?.id ?? null)),
      bytea(events.map(({ body }) => body)),
      json(kept.map(({ headers }) => headers)),
      text(events.map(({ proof }) => proof)),
      text(events.map(({ flags }) => flags.join(","))),
      int(events.map(({ arrivals }) => arrivals)),
      timestamptz(events.map(({ arrivedAt }) => arrivedAt)),
      timestamptz(events.map(({ lastArrivedAt }) => lastArrivedAt)),
      boolean(events.map(({ isTest }) => isTest)),
      boolean(events.map(({ isDemo }) => isDemo)),
      int(kept.map(({ form }) => form)),
      text(kept.map(({ values }) => values)),
      channel,
    ],
  };
}
