import { database } from "#lib/platform/db/client.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { KindName } from "./kinds.ts";
import type { Word } from "./words.ts";

/** A thing by its type and id, with the words that find it. */
export interface Worded {
  type: string;
  id: string;
  words: readonly Word[];
}

/** Entries of the index that are read for one word, however many there are. */
const ENTRIES_MAX = 5_000;
/** Words beyond these are not sought. */
const WORDS_SOUGHT_MAX = 8;
/** Comes behind every text. */
const LAST = "\u{10ffff}";

/** The statement's last part that writes the words of states which its part `kept` (id, type, resource_id) inserts. */
export function insertWords(storeHash: StoreHash, things: readonly Worded[]): Prisma.Sql {
  const rows = things.flatMap(({ type, id, words }) => words.map((word) => ({ type, id, ...word })));
  return Prisma.sql`
    INSERT INTO snapshot_words (store_hash, word, snapshot_id, type, resource_id, is_personal)
    SELECT ${storeHash}, row.word, kept.id, kept.type, kept.resource_id, row.is_personal FROM kept
    JOIN unnest(${rows.map(({ type }) => type)}::text[], ${rows.map(({ id }) => id)}::text[],
      ${rows.map(({ word }) => word)}::text[], ${rows.map(({ isPersonal }) => isPersonal)}::boolean[])
      AS row (type, resource_id, word, is_personal) USING (type, resource_id)
    ON CONFLICT DO NOTHING`;
}

/** The statement that takes the words of the state before from things that have a newer one. */
export function forgetOldWords(
  storeHash: StoreHash,
  things: readonly Pick<Worded, "type" | "id">[],
): Prisma.Sql {
  return Prisma.sql`
    DELETE FROM snapshot_words USING (
      SELECT old.id FROM unnest(${things.map(({ type }) => type)}::text[], ${things.map(({ id }) => id)}::text[])
        AS row (type, id)
      CROSS JOIN LATERAL (
        SELECT s.id FROM snapshots AS s
        WHERE s.store_hash = ${storeHash} AND s.type = row.type AND s.resource_id = row.id AND s.outcome = 'kept'
        ORDER BY s.id DESC OFFSET 1 LIMIT 1) AS old) AS older
    WHERE snapshot_words.snapshot_id = older.id`;
}

/** Up to which thing what was read before there were words has them, "type id"; null when all of it has. */
export async function wordsAfter(storeHash: StoreHash): Promise<string | null> {
  const row = await database().prisma.reading.findUnique({
    where: { storeHash },
    select: { wordsAfter: true },
  });
  return row?.wordsAfter ?? null;
}

/** The last known states of at most `limit` things behind one. */
export function statesBehind(
  storeHash: StoreHash,
  { type, id }: { type: string; id: string },
  limit: number,
): Promise<{ type: KindName; resourceId: string; body: Prisma.JsonValue }[]> {
  return database().prisma.$queryRaw`
    SELECT DISTINCT ON (type, resource_id) type, resource_id AS "resourceId", body FROM snapshots
    WHERE store_hash = ${storeHash} AND outcome = 'kept' AND (type, resource_id) > (${type}, ${id})
    ORDER BY type, resource_id, id DESC LIMIT ${limit}`;
}

/** Writes the words of things that were read before there were any, and how far that went. Repeatable. */
export async function saveLateWords(
  storeHash: StoreHash,
  things: readonly Worded[],
  after: string | null,
): Promise<void> {
  const types = things.map(({ type }) => type);
  const ids = things.map(({ id }) => id);
  await database().prisma.$transaction([
    // Locked, since a state that is deleted meanwhile can have no words.
    database().prisma.$executeRaw`
      WITH kept AS (
        SELECT last.* FROM unnest(${types}::text[], ${ids}::text[]) AS row (type, id)
        CROSS JOIN LATERAL (
          SELECT id, type, resource_id FROM snapshots
          WHERE store_hash = ${storeHash} AND type = row.type AND resource_id = row.id AND outcome = 'kept'
          ORDER BY id DESC LIMIT 1 FOR KEY SHARE) AS last
      ) ${insertWords(storeHash, things)}`,
    database().prisma.reading.update({ where: { storeHash }, data: { wordsAfter: after } }),
  ]);
}

/**
 * At most `limit` things that have all of these words, or words that begin with them (numbers whole), those read last first.
 * Reads a bounded number of the index's entries for the rarest word, and for each the words of one state.
 * @param seesPersonal Whether words that tell of a person find something.
 */
export async function thingsByWords(
  storeHash: StoreHash,
  words: readonly string[],
  { seesPersonal, limit }: { seesPersonal: boolean; limit: number },
): Promise<{ type: string; id: string }[]> {
  const visible = seesPersonal ? Prisma.empty : Prisma.sql`AND NOT is_personal`;
  const [rarest, ...others] = await rarestFirst(storeHash, words.slice(0, WORDS_SOUGHT_MAX), visible);
  if (rarest === undefined) return [];
  const alsoHas = others.map(
    (word) => Prisma.sql`AND EXISTS (SELECT FROM snapshot_words AS other
      WHERE other.snapshot_id = found.snapshot_id AND ${begins(word)} ${visible})`,
  );
  return database().prisma.$queryRaw`
    SELECT type, resource_id AS id FROM (
      SELECT snapshot_id, type, resource_id FROM snapshot_words
      WHERE store_hash = ${storeHash} AND ${begins(rarest)} ${visible}
      ORDER BY word DESC, snapshot_id DESC LIMIT ${ENTRIES_MAX}) AS found
    WHERE true ${Prisma.join([Prisma.empty, ...alsoHas], " ")}
    GROUP BY type, resource_id ORDER BY max(snapshot_id) DESC LIMIT ${limit}`;
}

/** The same words, that of the fewest entries first; counted no further than they are read. */
async function rarestFirst(
  storeHash: StoreHash,
  words: readonly string[],
  visible: Prisma.Sql,
): Promise<string[]> {
  if (words.length < 2) return [...words];
  const counts = words.map(
    (word) => Prisma.sql`(SELECT count(*)::int FROM (SELECT FROM snapshot_words
      WHERE store_hash = ${storeHash} AND ${begins(word)} ${visible} LIMIT ${ENTRIES_MAX}) AS few)`,
  );
  const [row] = await database().prisma.$queryRaw<{ counts: number[] }[]>`
    SELECT ARRAY[${Prisma.join(counts)}] AS counts`;
  const counted = words.map((word, at) => ({ word, count: row?.counts[at] ?? 0 }));
  return counted.toSorted((one, other) => one.count - other.count).map(({ word }) => word);
}

/** What a word finds. Whoever types a number means that number. */
const begins = (word: string): Prisma.Sql =>
  /^\d+$/.test(word) ? Prisma.sql`word = ${word}` : Prisma.sql`word >= ${word} AND word < ${word + LAST}`;
