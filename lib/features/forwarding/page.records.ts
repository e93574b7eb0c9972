import type { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";

/** Attempts of one event that are told. */
const ATTEMPTS_MAX = 20;

/** An event at a destination, by its last attempt. */
export interface DeliveryRow {
  seq: bigint;
  occurredAt: Date;
  hash: string;
  scope: string;
  state: string;
  attempts: number;
  status: number | null;
  failure: string | null;
  lastAt: Date;
  nextAt: Date | null;
}

/** Where a page ends. */
export interface PageEnd {
  at: Date;
  seq: bigint;
}

/** When an event that waits is really tried: not before its destination, which may rest, and not at all while that is off. */
const NEXT_AT = Prisma.sql`(SELECT greatest(delivery_retries.next_at, feeds.next_at)
  FROM feeds JOIN destinations ON destinations.id = feeds.destination_id AND is_on
  WHERE feeds.destination_id = delivery_retries.destination_id AND delivery_retries.state = 'waiting')`;

/** Before everything that a page may begin with. */
const NOT_YET: PageEnd = { at: new Date("9999-12-31T00:00:00.000Z"), seq: 0n };

/** Events that a destination took, whose last word that is, the newest first. */
export function takenEvents(
  destinationId: string,
  after: PageEnd | null,
  limit: number,
): Promise<DeliveryRow[]> {
  const { at, seq } = after ?? NOT_YET;
  return database().prisma.$queryRaw<DeliveryRow[]>`
    SELECT seq, occurred_at AS "occurredAt", hash, scope, outcome AS state, attempt AS attempts, status, failure,
      at AS "lastAt", NULL::timestamptz AS "nextAt"
    FROM deliveries AS d
    WHERE destination_id = ${destinationId} AND outcome = 'delivered' AND at <= ${at} AND (at, seq) < (${at}, ${seq})
      AND NOT EXISTS (SELECT FROM delivery_retries AS r WHERE r.destination_id = d.destination_id AND r.seq = d.seq)
      AND NOT EXISTS (SELECT FROM deliveries AS later WHERE later.destination_id = d.destination_id
        AND later.seq = d.seq AND later.outcome = 'delivered' AND later.at > d.at)
    ORDER BY at DESC, seq DESC LIMIT ${limit}`;
}

/** Events that wait, were given up or dismissed, the last tried first. */
export function openEvents(
  destinationId: string,
  states: readonly string[],
  after: PageEnd | null,
  limit: number,
): Promise<DeliveryRow[]> {
  const { at, seq } = after ?? NOT_YET;
  return database().prisma.$queryRaw<DeliveryRow[]>`
    SELECT seq, occurred_at AS "occurredAt", hash, scope, state, attempts, status, failure, last_at AS "lastAt",
      ${NEXT_AT} AS "nextAt"
    FROM delivery_retries
    WHERE destination_id = ${destinationId} AND state = ANY(${[...states]}::text[])
      AND (last_at, seq) < (${at}, ${seq})
    ORDER BY last_at DESC, seq DESC LIMIT ${limit}`;
}

/** One attempt of an event. */
export interface AttemptRow {
  destinationId: string;
  seq: bigint;
  at: Date;
  outcome: string;
  status: number | null;
  failure: string | null;
  tookMs: number;
  answer: string | null;
}

/** The last attempts of some events at a destination, the newest first. */
export function attemptsOf(destinationId: string, seqs: readonly bigint[]): Promise<AttemptRow[]> {
  return database().prisma.$queryRaw<AttemptRow[]>`
    SELECT destination_id AS "destinationId", seq, at, outcome, status, failure, took_ms AS "tookMs", answer FROM (
      SELECT *, row_number() OVER (PARTITION BY seq ORDER BY at DESC) AS place FROM deliveries
      WHERE destination_id = ${destinationId} AND seq = ANY(${[...seqs]}::bigint[])) AS numbered
    WHERE place <= ${ATTEMPTS_MAX} ORDER BY at DESC`;
}

/** What is known of one event at each destination of its store, where anything is. */
export function eventAt(
  storeHash: StoreHash,
  destinationIds: readonly string[],
  seq: bigint,
): Promise<(DeliveryRow & { destinationId: string })[]> {
  return database().prisma.$queryRaw`
    SELECT DISTINCT ON ("destinationId") * FROM (
      SELECT destination_id AS "destinationId", seq, occurred_at AS "occurredAt", hash, scope, state, attempts, status,
        failure, last_at AS "lastAt", ${NEXT_AT} AS "nextAt", 1 AS rank
      FROM delivery_retries WHERE destination_id = ANY(${[...destinationIds]}::text[]) AND seq = ${seq}
        AND store_hash = ${storeHash}
      UNION ALL
      SELECT destination_id, seq, occurred_at, hash, scope, outcome, attempt, status, failure, at, NULL, 2
      FROM deliveries WHERE destination_id = ANY(${[...destinationIds]}::text[]) AND seq = ${seq}
        AND store_hash = ${storeHash} AND outcome = 'delivered') AS known
    ORDER BY "destinationId", rank, "lastAt" DESC`;
}

/** How far the destinations of a store are in its log, and when each is tried next. */
export function positionsOf(
  storeHash: StoreHash,
): Promise<{ destinationId: string; positionSeq: bigint; doneSeq: bigint; nextAt: Date | null }[]> {
  return database().prisma.$queryRaw`
    SELECT destination_id AS "destinationId", position_seq AS "positionSeq",
      greatest(position_seq, done_seq) AS "doneSeq", next_at AS "nextAt"
    FROM feeds WHERE store_hash = ${storeHash}`;
}

/**
 * Events of a store between what a destination has done and an arrival number that it was not sent yet, counted so far and no
 * further.
 */
export async function eventsBetween(
  { id, storeHash }: { id: string; storeHash: StoreHash },
  after: bigint,
  before: bigint,
  most: number,
): Promise<number> {
  const [row] = await database().prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM events WHERE store_hash = ${storeHash} AND seq > ${after} AND seq < ${before} AND NOT is_test
        AND NOT EXISTS (SELECT FROM delivery_retries AS r WHERE r.destination_id = ${id} AND r.seq = events.seq)
        AND NOT EXISTS (SELECT FROM deliveries AS d WHERE d.destination_id = ${id} AND d.seq = events.seq)
      LIMIT ${most}) AS counted`;
  return row?.count ?? 0;
}
