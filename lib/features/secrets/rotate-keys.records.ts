import {
  accessTokenColumn,
  alertSecretColumn,
  destinationSecretsColumn,
  destinationUrlColumn,
  webhookSecretColumn,
} from "#lib/crypto/sealed-columns.ts";
import { database } from "#lib/platform/db/client.ts";
import { newConnection } from "#lib/platform/db/connection.ts";

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
  { table: "stores", rowKey: "hash", column: "access_token_sealed", place: accessTokenColumn },
  { table: "stores", rowKey: "hash", column: "webhook_secret_sealed", place: webhookSecretColumn },
  // The two change places in a renewal, so that both are sealed for the same place.
  { table: "stores", rowKey: "hash", column: "second_webhook_secret_sealed", place: webhookSecretColumn },
  {
    table: "alert_settings",
    rowKey: "store_hash",
    column: "webhook_secret_sealed",
    place: alertSecretColumn,
  },
  {
    table: "alert_settings",
    rowKey: "store_hash",
    column: "previous_secret_sealed",
    place: alertSecretColumn,
  },
  { table: "destinations", rowKey: "id", column: "url_sealed", place: destinationUrlColumn },
  { table: "destinations", rowKey: "id", column: "secrets_sealed", place: destinationSecretsColumn },
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

/** Some of the values of a column that one key sealed. */
export interface SealedSample {
  column: SealedColumn;
  /** Id of the key. */
  id: string;
  /** How many there are. */
  values: number;
  tried: SealedValue[];
}

/**
 * A sample of every column's values for each key that sealed any, drawn from anywhere in the table, over a connection of
 * its own: it is asked before the app has any.
 * @param limit Values of one key and column, at most.
 */
export async function sampleSealed(databaseUrl: string, limit: number): Promise<SealedSample[]> {
  const client = newConnection({ databaseUrl, name: "webhook-keeper start" });
  try {
    await client.connect();
    const samples: SealedSample[] = [];
    for (const column of SEALED_COLUMNS) {
      const { rows } = await client.query<Omit<SealedSample, "column">>(sampleOf(column), [limit]);
      samples.push(...rows.map((row) => ({ column, ...row })));
    }
    return samples;
  } finally {
    await client.end();
  }
}

const sampleOf = (
  column: SealedColumn,
) => `SELECT id, max(values)::int AS values, json_agg(json_build_object('rowKey', row_key, 'sealed', sealed)) AS tried
     FROM (
       SELECT id, row_key, sealed, count(*) OVER (PARTITION BY id) AS values,
         row_number() OVER (PARTITION BY id ORDER BY md5(row_key)) AS place
       FROM (
         SELECT split_part(${column.column}, '.', 1) AS id, ${column.rowKey} AS row_key, ${column.column} AS sealed
         FROM ${column.table} WHERE ${column.column} IS NOT NULL
       ) AS sealed_values
     ) AS drawn
     WHERE place <= $1 GROUP BY id ORDER BY id`;

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
