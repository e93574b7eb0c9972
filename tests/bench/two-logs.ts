import pg from "pg";
import { closeDatabase } from "#lib/platform/db/client.ts";

const ASIDE = "log_aside";
const BETWEEN = "log_between";

/** Two databases behind one address, so that the product's own modules measure the one and the other in turn. */
export interface TwoLogs {
  /** Puts the other one behind the address. Connections of this process are made anew. */
  swap(): Promise<void>;
}

/** Makes a second database like the first one, which nobody else may use. */
export async function openTwoLogs(databaseUrl: string): Promise<TwoLogs> {
  const here = new URL(databaseUrl).pathname.slice(1);
  await administer(databaseUrl, [`CREATE DATABASE ${ASIDE} TEMPLATE ${here}`]);
  return {
    swap: () =>
      administer(databaseUrl, [
        `ALTER DATABASE ${here} RENAME TO ${BETWEEN}`,
        `ALTER DATABASE ${ASIDE} RENAME TO ${here}`,
        `ALTER DATABASE ${BETWEEN} RENAME TO ${ASIDE}`,
      ]),
  };
}

async function administer(databaseUrl: string, statements: readonly string[]): Promise<void> {
  await closeDatabase();
  const address = new URL(databaseUrl);
  address.pathname = "/postgres";
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
