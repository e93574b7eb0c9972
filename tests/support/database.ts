import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";

/**
 * Gives the test file that calls it a migrated, empty database of its own, under `config().databaseUrl`; dropped
 * afterwards. Call it once, above the file's own hooks: its clean-up then comes last.
 */
export function useDatabase(): void {
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  beforeAll(() => administer(`CREATE DATABASE ${name} TEMPLATE ${inject("templateName")}`));
  afterAll(async () => {
    await closeNotifications();
    await closeDatabase();
    await administer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("serverUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
