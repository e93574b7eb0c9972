import { alertSecretPlace } from "#lib/alerts/places.ts";
import { database } from "#lib/db/client.ts";
import { secretPlace, tokenPlace } from "#lib/stores/places.ts";

/** A column whose values `seal` made. */
export interface SealedColumn {
  table: string;
  /** Names the row; the only key of its table. */
  rowKey: string;
  column: string;
  /** Where a row's value is sealed for. */
  place(rowKey: string): string;
}

/** Every column that holds sealed values. A new one belongs here, or its old keys can never be given up. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: "stores", rowKey: "hash", column: "access_token_sealed", place: tokenPlace },
  { table: "stores", rowKey: "hash", column: "webhook_secret_sealed", place: secretPlace },
  // The two change places in a renewal, so that both are sealed for the same place.
  { table: "stores", rowKey: "hash", column: "second_webhook_secret_sealed", place: secretPlace },
  { table: "alert_settings", rowKey: "store_hash", column: "webhook_secret_sealed", place: alertSecretPlace },
  {
    table: "alert_settings",
    rowKey: "store_hash",
    column: "previous_secret_sealed",
    place: alertSecretPlace,
  },
];

/** A sealed value and its row. */
export interface SealedValue {
  rowKey: string;
  sealed: string;
}

/** How many values of a column are sealed under which key id. */
export async function countByKey({ table, column }: SealedColumn): Promise<Map<string, number>> {
  const { rows } = await database().pool.query<{ id: string; values: number }>(
    `SELECT split_part(${column}, '.', 1) AS id, count(*)::int AS values
     FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 1`,
  );
  return new Map(rows.map(({ id, values }) => [id, values]));
}

/** The next sealed values of a column, in the order of their rows. @param after The last row of the page before. */
export async function readSealed(
  { table, rowKey, column }: SealedColumn,
  after: string,
  limit: number,
): Promise<SealedValue[]> {
  const { rows } = await database().pool.query<SealedValue>(
    `SELECT ${rowKey} AS "rowKey", ${column} AS sealed
     FROM ${table} WHERE ${rowKey} > $1 AND ${column} IS NOT NULL ORDER BY ${rowKey} LIMIT $2`,
    [after, limit],
  );
  return rows;
}

/** A value sealed anew, and what it takes the place of. */
export interface Replacement extends SealedValue {
  resealed: string;
}

/**
 * Puts new seals in the place of old ones, in one statement. A row that holds something else by now, because a store
 * was installed meanwhile, keeps it. Repeatable.
 * @returns how many were replaced.
 */
export async function replaceSealed(
  { table, rowKey, column }: SealedColumn,
  replacements: readonly Replacement[],
): Promise<number> {
  const { rowCount } = await database().pool.query(
    `UPDATE ${table} SET ${column} = new.resealed
     FROM unnest($1::text[], $2::text[], $3::text[]) AS new (row_key, sealed, resealed)
     WHERE ${table}.${rowKey} = new.row_key AND ${table}.${column} = new.sealed`,
    [
      replacements.map((value) => value.rowKey),
      replacements.map((value) => value.sealed),
      replacements.map((value) => value.resealed),
    ],
  );
  return rowCount ?? 0;
}
