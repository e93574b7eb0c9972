import pg from "pg";

/** Everything that a database holds, each row as PostgreSQL writes it, bytes as text where they are text. */
export async function dumpOf(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SET bytea_output = 'escape'");
    const { rows: tables } = await client.query<{ name: string }>(`
      SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`);
    const lines: string[] = [];
    for (const { name } of tables) {
      // Names of tables cannot be parameters; format() quoted them.
      const { rows } = await client.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`);
      lines.push(...rows.map(({ line }) => `${name} ${line}`));
    }
    return lines.join("\n");
  } finally {
    await client.end();
  }
}
