import { database } from "#lib/platform/db/client.ts";
import type { DeliveryOutcome } from "#lib/contract/values/destinations.ts";
import type { FeedState, Held } from "./feed.ts";

/** Which event, of which destination. */
interface EventOfDestination {
  destinationId: string;
  storeHash: string;
  seq: bigint;
  occurredAt: Date;
  hash: string;
  scope: string;
}

/** One attempt, as it is kept. */
export interface AttemptRow extends EventOfDestination {
  at: Date;
  attempt: number;
  outcome: DeliveryOutcome;
  status: number | null;
  failure: string | null;
  tookMs: number;
  answer: string | null;
}

/** What is to become of an event that did not arrive yet. */
export interface RetryRow extends EventOfDestination {
  thing: string | null;
  state: "waiting" | "failed";
  attempts: number;
  firstAt: Date;
  lastAt: Date;
  nextAt: Date | null;
  outcome: DeliveryOutcome;
  status: number | null;
  failure: string | null;
}

/** Counts of a destination that are added to those of an hour. */
export interface HourCounts {
  destinationId: string;
  hour: Date;
  delivered: number;
  failed: number;
  givenUp: number;
  skipped: number;
  notWanted: number;
}

/** How a destination is, as it is written. */
export interface FeedRow extends Held, FeedState {
  /** Number of this write under the claim, from 1 on. */
  writtenNo: number;
  /** `Progress.done`. */
  doneSeq: bigint;
}

/** What a worker writes at once about the destinations that it owns. */
export interface Notes {
  feeds: readonly FeedRow[];
  attempts: readonly AttemptRow[];
  retries: readonly RetryRow[];
  /** Events of which nothing is to become anymore: their rows go. */
  over: readonly { destinationId: string; seq: bigint }[];
  hours: readonly HourCounts[];
}

// The feeds are locked first, in one order. What belongs to a feed that another worker owns by now is left out, and so is
// what was written before, whose answer was lost.
const WRITE_NOTES = `
WITH owned AS MATERIALIZED (
  SELECT given.*, feeds.written_no >= given.write_no AS is_written
  FROM unnest($2::text[], $3::int[], $4::int[], $5::bigint[], $6::bigint[], $7::text[], $8::text[], $9::int[],
      $10::timestamptz[], $11::timestamptz[], $12::timestamptz[])
    AS given (destination_id, epoch, write_no, position_seq, done, breaker, last_failure, last_status, ill_since, next_at,
      last_delivered_at)
  JOIN feeds USING (destination_id, epoch)
  WHERE feeds.owner_id = $1 ORDER BY destination_id FOR UPDATE OF feeds
), mine AS (
  SELECT * FROM owned WHERE NOT is_written
), state AS (
  UPDATE feeds SET written_no = mine.write_no,
    position_seq = greatest(feeds.position_seq, mine.position_seq), done_seq = mine.done, breaker = mine.breaker::jsonb,
    last_failure = mine.last_failure, last_status = mine.last_status, ill_since = mine.ill_since,
    next_at = mine.next_at, last_delivered_at = mine.last_delivered_at
  FROM mine WHERE feeds.destination_id = mine.destination_id
), attempts AS (
  INSERT INTO deliveries (destination_id, store_hash, seq, occurred_at, hash, scope, at, attempt, outcome, status,
    failure, took_ms, answer)
  SELECT row.* FROM unnest($13::text[], $14::text[], $15::bigint[], $16::timestamptz[], $17::text[], $18::text[],
      $19::timestamptz[], $20::int[], $21::text[], $22::int[], $23::text[], $24::int[], $25::text[])
    AS row (destination_id, store_hash, seq, occurred_at, hash, scope, at, attempt, outcome, status, failure, took_ms,
      answer)
  WHERE destination_id IN (SELECT destination_id FROM mine)
  ON CONFLICT DO NOTHING
), over AS (
  DELETE FROM delivery_retries USING unnest($26::text[], $27::bigint[]) AS row (destination_id, seq)
  WHERE delivery_retries.destination_id = row.destination_id AND delivery_retries.seq = row.seq
    AND row.destination_id IN (SELECT destination_id FROM mine)
), retries AS (
  INSERT INTO delivery_retries (destination_id, store_hash, seq, occurred_at, hash, scope, thing, state, attempts,
    first_at, last_at, next_at, outcome, status, failure)
  SELECT row.* FROM unnest($28::text[], $29::text[], $30::bigint[], $31::timestamptz[], $32::text[], $33::text[],
      $34::text[], $35::text[], $36::int[], $37::timestamptz[], $38::timestamptz[], $39::timestamptz[], $40::text[],
      $41::int[], $42::text[])
    AS row (destination_id, store_hash, seq, occurred_at, hash, scope, thing, state, attempts, first_at, last_at,
      next_at, outcome, status, failure)
  WHERE destination_id IN (SELECT destination_id FROM mine)
  ORDER BY destination_id, seq
  ON CONFLICT (destination_id, seq) DO UPDATE SET state = excluded.state, attempts = excluded.attempts,
    last_at = excluded.last_at, next_at = excluded.next_at, outcome = excluded.outcome, status = excluded.status,
    failure = excluded.failure
  WHERE delivery_retries.state = 'waiting'
), hours AS (
  INSERT INTO delivery_hours (destination_id, hour, delivered, failed, given_up, skipped, not_wanted)
  SELECT row.* FROM unnest($43::text[], $44::timestamptz[], $45::int[], $46::int[], $47::int[], $48::int[], $49::int[])
    AS row (destination_id, hour, delivered, failed, given_up, skipped, not_wanted)
  WHERE destination_id IN (SELECT destination_id FROM mine)
  ORDER BY destination_id, hour
  ON CONFLICT (destination_id, hour) DO UPDATE SET
    delivered = delivery_hours.delivered + excluded.delivered,
    failed = delivery_hours.failed + excluded.failed,
    given_up = delivery_hours.given_up + excluded.given_up,
    skipped = delivery_hours.skipped + excluded.skipped,
    not_wanted = delivery_hours.not_wanted + excluded.not_wanted
)
SELECT destination_id AS id FROM owned`;

/**
 * Writes what came of attempts, in one commit. What is said of a destination that another worker owns by now is left out.
 * Repeatable with the same numbers: what was written before is left as it is.
 * @returns ids of the destinations that it was written for.
 * @throws whatever PostgreSQL says; nothing is written then.
 */
export async function writeNotes(ownerId: string, notes: Notes): Promise<Set<string>> {
  const { feeds, attempts, retries, over, hours } = notes;
  const { rows } = await database().pool.query<{ id: string }>({
    name: "write-notes",
    text: WRITE_NOTES,
    values: [
      ownerId,
      ...columns(feeds, ["destinationId", "epoch", "writtenNo", "positionSeq", "doneSeq"]),
      feeds.map(({ breaker }) => (breaker === null ? null : JSON.stringify(breaker))),
      ...columns(feeds, ["lastFailure", "lastStatus", "illSince", "nextAt", "lastDeliveredAt"]),
      ...columns(attempts, ["destinationId", "storeHash", "seq", "occurredAt", "hash", "scope"]),
      ...columns(attempts, ["at", "attempt", "outcome", "status", "failure", "tookMs", "answer"]),
      ...columns(over, ["destinationId", "seq"]),
      ...columns(retries, [
        "destinationId",
        "storeHash",
        "seq",
        "occurredAt",
        "hash",
        "scope",
        "thing",
        "state",
      ]),
      ...columns(retries, ["attempts", "firstAt", "lastAt", "nextAt", "outcome", "status", "failure"]),
      ...columns(hours, ["destinationId", "hour", "delivered", "failed", "givenUp", "skipped", "notWanted"]),
    ],
  });
  return new Set(rows.map(({ id }) => id));
}

function columns<Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]));
}

/** The arrival numbers above a position of what a destination took. */
export async function deliveredAbove(destinationId: string, position: bigint): Promise<bigint[]> {
  const { rows } = await database().pool.query<{ seq: string }>(
    "SELECT DISTINCT seq FROM deliveries WHERE destination_id = $1 AND seq > $2 AND outcome = 'delivered'",
    [destinationId, position],
  );
  return rows.map(({ seq }) => BigInt(seq));
}

/** Forgets the counts of hours before a time. Repeatable. */
export async function forgetDeliveryHours(before: Date): Promise<void> {
  await database().prisma.deliveryHour.deleteMany({ where: { hour: { lt: before } } });
}
