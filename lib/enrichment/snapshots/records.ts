import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { Resource } from "#lib/enrichment/records.ts";

/** What a reading found of one thing. */
export interface Found {
  resource: Resource;
  outcome: "kept" | "same" | "gone" | "too_large";
  /** Only of what is kept. */
  body: object | null;
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
 * Writes what was found, in one transaction: the snapshots, and that the things are read. Of each thing the oldest
 * readings make room.
 * @param fetchedAt When the reading began.
 */
export async function saveFound(
  storeHash: StoreHash,
  found: readonly Found[],
  fetchedAt: Date,
): Promise<void> {
  const types = found.map(({ resource }) => resource.type);
  const ids = found.map(({ resource }) => resource.id);
  await database().prisma.$transaction([
    database().prisma.$executeRaw`
      INSERT INTO snapshots (store_hash, type, resource_id, fetched_at, to_seq, outcome, body)
      SELECT ${storeHash}, type, id, ${fetchedAt}, to_seq, outcome, nullif(body, '')::jsonb
      FROM unnest(${types}::text[], ${ids}::text[], ${found.map(({ resource }) => resource.newestSeq)}::bigint[],
        ${found.map(({ outcome }) => outcome)}::text[],
        ${found.map(({ body }) => (body === null ? "" : JSON.stringify(body)))}::text[])
        AS row (type, id, to_seq, outcome, body)`,
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
