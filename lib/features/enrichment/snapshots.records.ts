import { database } from "#lib/platform/db/client.ts";
import type { Prisma, Snapshot } from "#lib/platform/db/generated/client.ts";
import { isUnstorable } from "#lib/platform/db/unstorable.ts";
import type { KindName } from "./kinds.ts";
import type { Outcome } from "./outcome.ts";
import type { Resource } from "./records.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { Difference } from "./difference.ts";
import type { Word } from "./words.ts";
import { forgetOldWords, insertWords } from "./words.records.ts";

export type { Snapshot };

/** What a reading found of one thing. */
export interface Found extends Outcome {
  resource: Resource;
  /** What is different, in short; see `headline.ts`. */
  changes: readonly Difference[] | null;
  /** By which it is found; none where its state is not kept. */
  words: readonly Word[];
}

/** So many readings of one thing are kept, and the last state that is known besides. */
const KEPT_PER_THING = 50;

/** The last known state of each of these things, by `type:id`. */
export async function lastStates(
  storeHash: StoreHash,
  things: readonly Pick<Resource, "type" | "id">[],
): Promise<Map<string, Prisma.JsonValue>> {
  const rows = await database().prisma.$queryRaw<{ type: string; id: string; body: Prisma.JsonValue }[]>`
    SELECT thing.type, thing.id, last.body
    FROM unnest(${things.map(({ type }) => type)}::text[], ${things.map(({ id }) => id)}::text[]) AS thing (type, id)
    CROSS JOIN LATERAL (
      SELECT body FROM snapshots
      WHERE store_hash = ${storeHash} AND type = thing.type AND resource_id = thing.id AND outcome = 'kept'
      ORDER BY id DESC LIMIT 1) AS last`;
  return new Map(rows.map(({ type, id, body }) => [`${type}:${id}`, body]));
}

/**
 * Writes what was found: the snapshots, and that the things are read. Of each thing the oldest readings make room. All in
 * one transaction; one by one when the database does not take something of it, so that the others are kept.
 * @param fetchedAt When the reading began.
 * @returns the things of which the database does not take what was found.
 */
export async function keepFound(
  storeHash: StoreHash,
  found: readonly Found[],
  fetchedAt: Date,
): Promise<Resource[]> {
  try {
    await saveFound(storeHash, found, fetchedAt);
    return [];
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    if (found.length === 1) return found.map(({ resource }) => resource);
  }
  const refused: Resource[] = [];
  for (const each of found) refused.push(...(await keepFound(storeHash, [each], fetchedAt)));
  return refused;
}

async function saveFound(storeHash: StoreHash, found: readonly Found[], fetchedAt: Date): Promise<void> {
  const types = found.map(({ resource }) => resource.type);
  const ids = found.map(({ resource }) => resource.id);
  const kept = found
    .filter(({ outcome }) => outcome === "kept")
    .map(({ resource: { type, id }, words }) => ({ type, id, words }));
  await database().prisma.$transaction([
    database().prisma.$executeRaw`
      WITH kept AS (
        INSERT INTO snapshots (store_hash, type, resource_id, fetched_at, to_seq, outcome, body, changes)
        SELECT ${storeHash}, type, id, ${fetchedAt}, to_seq, outcome, nullif(body, '')::jsonb, nullif(changes, '')::jsonb
        FROM unnest(${types}::text[], ${ids}::text[], ${found.map(({ resource }) => resource.newestSeq)}::bigint[],
          ${found.map(({ outcome }) => outcome)}::text[], ${found.map(({ body }) => textOf(body))}::text[],
          ${found.map(({ changes }) => textOf(changes))}::text[])
          AS row (type, id, to_seq, outcome, body, changes)
        RETURNING id, type, resource_id
      ) ${insertWords(storeHash, kept)}`,
    database().prisma.$executeRaw(forgetOldWords(storeHash, kept)),
    database().prisma.$executeRaw`
      UPDATE resources SET due_at = NULL, due_since = NULL, attempts = 0, failure = NULL, tried_at = ${fetchedAt}
      FROM unnest(${types}::text[], ${ids}::text[]) AS row (type, id)
      WHERE store_hash = ${storeHash} AND resources.type = row.type AND resources.id = row.id`,
    database().prisma.$executeRaw`
      DELETE FROM snapshots USING (
        SELECT old.id FROM unnest(${types}::text[], ${ids}::text[]) AS row (type, id)
        CROSS JOIN LATERAL (
          SELECT id FROM snapshots AS s
          WHERE s.store_hash = ${storeHash} AND s.type = row.type AND s.resource_id = row.id
          ORDER BY id DESC OFFSET ${KEPT_PER_THING}) AS old
        WHERE old.id IS DISTINCT FROM (
          SELECT id FROM snapshots AS s
          WHERE s.store_hash = ${storeHash} AND s.type = row.type AND s.resource_id = row.id AND s.outcome = 'kept'
          ORDER BY id DESC LIMIT 1)
      ) AS surplus WHERE snapshots.id = surplus.id`,
  ]);
}

/** As a parameter: a list of texts with nulls among them would be one of another type. */
const textOf = (value: object | null): string => (value === null ? "" : JSON.stringify(value));

/**
 * Writes what things are like before any event told of them. Such a reading covers no event. Not repeatable: who calls it
 * leaves out what is known already.
 */
export async function saveKnown(
  storeHash: StoreHash,
  type: KindName,
  known: readonly { id: string; body: object | null; words: readonly Word[] }[],
  fetchedAt: Date,
): Promise<void> {
  const worded = known.map(({ id, words }) => ({ type, id, words }));
  await database().prisma.$transaction([
    database().prisma.$executeRaw`
      WITH kept AS (
        INSERT INTO snapshots (store_hash, type, resource_id, fetched_at, to_seq, outcome, body)
        SELECT ${storeHash}, ${type}, id, ${fetchedAt}, 0, 'kept', body::jsonb
        FROM unnest(${known.map(({ id }) => id)}::text[], ${known.map(({ body }) => JSON.stringify(body))}::text[])
          AS row (id, body)
        RETURNING id, type, resource_id
      ) ${insertWords(storeHash, worded)}`,
    database().prisma.$executeRaw(forgetOldWords(storeHash, worded)),
  ]);
}

/** The first reading that covers an event, by its arrival number; null when none does. */
export function coveringSnapshot(
  storeHash: StoreHash,
  type: string,
  resourceId: string,
  seq: bigint,
): Promise<Snapshot | null> {
  return database().prisma.snapshot.findFirst({
    where: { storeHash, type, resourceId, toSeq: { gte: seq } },
    orderBy: { id: "asc" },
  });
}

/** The last known state of a thing before a reading; null when there is none. */
export function stateBefore(snapshot: Snapshot): Promise<Snapshot | null> {
  const { storeHash, type, resourceId, id } = snapshot;
  return database().prisma.snapshot.findFirst({
    where: { storeHash, type, resourceId, outcome: "kept", id: { lt: id } },
    orderBy: { id: "desc" },
  });
}

/**
 * How many events a reading covers: those about the thing that the reading before did not, and, where how things are was
 * read before any event, those that arrived since.
 * @param limit Counts no further.
 */
export async function coveredEvents(snapshot: Snapshot, limit: number): Promise<number> {
  const { storeHash, type, resourceId, id, toSeq } = snapshot;
  const [row] = await database().prisma.$queryRaw<{ count: number }[]>`
    WITH before AS (
      SELECT max(to_seq) AS to_seq, max(fetched_at) FILTER (WHERE to_seq = 0) AS known_at FROM snapshots
      WHERE store_hash = ${storeHash} AND type = ${type} AND resource_id = ${resourceId} AND id < ${id})
    SELECT count(*)::int AS count FROM (
      SELECT FROM events, before
      WHERE store_hash = ${storeHash} AND resource_id = ${resourceId} AND resource_type = ${type}
        AND seq <= ${toSeq} AND seq > coalesce(before.to_seq, 0) AND NOT is_test AND NOT is_demo
        AND first_arrived_at > coalesce(known_at, '-infinity')
      ORDER BY occurred_at DESC, seq DESC LIMIT ${limit}) AS covered`;
  return row?.count ?? 0;
}

/** Names of things by their id, as their last known states have them. */
export async function namesOf(
  storeHash: StoreHash,
  type: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const states = await lastStates(
    storeHash,
    ids.map((id) => ({ type, id })),
  );
  return new Map(
    [...states].flatMap(([key, body]) =>
      typeof body === "object" && body !== null && "name" in body && typeof body.name === "string"
        ? [[key.slice(type.length + 1), body.name] as const]
        : [],
    ),
  );
}

/** Stores of which anything was read. */
export async function storesRead(): Promise<string[]> {
  const rows = await database().prisma.reading.findMany({ select: { storeHash: true } });
  return rows.map(({ storeHash }) => storeHash);
}

/**
 * Drops readings of a store from before a time, what is beyond the newest `most`, and what is known of things that were not
 * tried since. The last known state of a thing stays while newer readings found it the same. Repeatable.
 */
export async function dropSnapshots(storeHash: string, before: Date, most: number): Promise<void> {
  await database().prisma.$executeRaw`
    DELETE FROM snapshots AS old
    WHERE store_hash = ${storeHash} AND fetched_at < ${before} AND NOT (outcome = 'kept'
      AND EXISTS (
        SELECT FROM snapshots AS s WHERE s.store_hash = ${storeHash} AND s.type = old.type
          AND s.resource_id = old.resource_id AND s.id > old.id AND s.outcome = 'same' AND s.fetched_at >= ${before})
      AND NOT EXISTS (
        SELECT FROM snapshots AS s WHERE s.store_hash = ${storeHash} AND s.type = old.type
          AND s.resource_id = old.resource_id AND s.id > old.id AND s.outcome = 'kept'))`;
  await database().prisma.$executeRaw`
    DELETE FROM snapshots WHERE store_hash = ${storeHash} AND fetched_at <= (
      SELECT fetched_at FROM snapshots WHERE store_hash = ${storeHash}
      ORDER BY fetched_at DESC OFFSET ${most} LIMIT 1)`;
  await database().prisma.$executeRaw`
    DELETE FROM resources WHERE store_hash = ${storeHash} AND due_at IS NULL AND tried_at < ${before}`;
}

/** Readings that are kept of one store, whatever their age: of 4 KB each, as orders mostly are, some 400 MB. */
const SNAPSHOTS_OF_STORE_MAX = 100_000;

/** Drops what was read of all stores before a time, and what is more than a store may have. Repeatable. */
export async function forgetSnapshots(before: Date): Promise<void> {
  for (const storeHash of await storesRead()) await dropSnapshots(storeHash, before, SNAPSHOTS_OF_STORE_MAX);
}
