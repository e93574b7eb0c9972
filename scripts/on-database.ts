import type { Config } from "#lib/config/config.ts";
import { closeDatabase } from "#lib/platform/db/client.ts";
import { connectOrSay } from "#lib/platform/db/check-server.ts";
import { notedAddress, startEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import { AlreadyRunning, claimDataDir } from "./instance.ts";

/**
 * Does `work` on the database of the settings: the named one, the embedded one of an app that runs, or the embedded one
 * started for this alone.
 * @param work Finds the address in `DATABASE_URL`.
 * @throws when the database does not answer or has no tables of ours.
 */
export async function onDatabase<T>(
  { databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">,
  work: () => Promise<T>,
): Promise<T> {
  const workAt = async (url: string) => {
    if (!(await hasTables(url))) {
      throw new Error("The database is empty: start the app once, or run npm run migrate");
    }
    process.env.DATABASE_URL = url;
    return work();
  };
  if (databaseUrl) return workAt(databaseUrl);
  const note = await claimDataDir(dataDir).catch((error: unknown) => {
    if (error instanceof AlreadyRunning) return null;
    throw error;
  });
  if (!note) return workAt(notedAddress(dataDir));
  try {
    const embedded = await startEmbeddedDatabase({ dataDir });
    try {
      return await workAt(embedded.url);
    } finally {
      await closeDatabase();
      await embedded.stop();
    }
  } finally {
    note.release();
  }
}

async function hasTables(url: string): Promise<boolean> {
  const client = await connectOrSay(url, { name: "webhook-keeper command" });
  try {
    const { rows } = await client.query<{ has: boolean }>("SELECT to_regclass('stores') IS NOT NULL AS has");
    return rows[0]?.has === true;
  } finally {
    await client.end();
  }
}
