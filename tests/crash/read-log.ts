import pg from "pg";
import type { KeptRow } from "./verdict.ts";

/** A row of the log, with what its event's id is made of. */
export interface LogRow extends KeptRow {
  occurredAt: Date;
}

/** Everything that is in the log of a database, or what happened from an instant on. */
export async function readLog(databaseUrl: string, since = new Date(0)): Promise<LogRow[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<LogRow>(
      'SELECT hash, arrivals, occurred_at AS "occurredAt" FROM events WHERE occurred_at >= $1',
      [since],
    );
    return rows;
  } finally {
    await client.end();
  }
}
