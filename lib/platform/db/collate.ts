import pg from "pg";
import { connectOrSay } from "./check-server.ts";

/** Rebuilding the indexes of millions of events takes minutes. */
const STATEMENT_MS = 4 * 3_600_000;

/** A column of text that an index of ours sorts by the language of the database. */
interface KeyColumn {
  table: string;
  column: string;
}

// Partitions follow their parent. Source: PostgreSQL manual, pg_index; 100 is the collation "default".
const KEY_COLUMNS = `
SELECT DISTINCT relname AS "table", attname AS "column"
FROM pg_index
JOIN pg_class ON pg_class.oid = indrelid AND relnamespace = 'public'::regnamespace AND NOT relispartition
CROSS JOIN LATERAL unnest(indkey) AS key (attnum)
JOIN pg_attribute ON attrelid = indrelid AND pg_attribute.attnum = key.attnum
WHERE atttypid = 'text'::regtype AND attcollation = 100 AND relname <> '_prisma_migrations'
ORDER BY 1, 2`;

/** Names of the tables that have such keys. */
export async function tablesSortedByLanguage(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<KeyColumn>(KEY_COLUMNS);
  return new Set(rows.map(({ table }) => table));
}

/**
 * Has hashes, ids, event types and whatever else of text an index holds sorted by their bytes. Else an update of the
 * system's or of ICU's rules for a language would leave these indexes in another order than the server goes by, and it
 * would no longer find what is there. Tables are locked while their indexes are built anew. May be repeated.
 * @param client In a transaction, where all or nothing is wanted.
 * @param except Tables that stay as they are.
 * @returns the columns that were changed.
 */
export async function collateKeys(client: pg.Client, except: ReadonlySet<string>): Promise<KeyColumn[]> {
  const { rows } = await client.query<KeyColumn>(KEY_COLUMNS);
  const columns = rows.filter(({ table }) => !except.has(table));
  for (const [table, keys] of Map.groupBy(columns, (key) => key.table)) {
    const changes = keys.map(
      ({ column }) => `ALTER COLUMN ${pg.escapeIdentifier(column)} TYPE text COLLATE "C"`,
    );
    await client.query(`ALTER TABLE ${pg.escapeIdentifier(table)} ${changes.join(", ")}`);
  }
  return columns;
}

/** Does so with every table of a database, all of it or nothing. May be repeated. */
export async function collateDatabase(databaseUrl: string): Promise<KeyColumn[]> {
  const client = await connectOrSay(databaseUrl, {
    name: "webhook-keeper migrate",
    statementMs: STATEMENT_MS,
  });
  try {
    await client.query("BEGIN");
    const columns = await collateKeys(client, new Set());
    await client.query("COMMIT");
    return columns;
  } finally {
    await client.end();
  }
}
