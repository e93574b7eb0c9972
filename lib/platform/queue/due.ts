import { database } from "#lib/platform/db/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { JobName } from "./jobs.ts";

/** When a store's job is due, or was begun; null when there is none. Reads only. Source: Graphile Worker docs, view `jobs`. */
export async function dueAt(name: JobName, storeHash: StoreHash): Promise<Date | null> {
  const [job] = await database().prisma.$queryRaw<{ runAt: Date }[]>`
    SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${`${name}:${storeHash}`}`;
  return job?.runAt ?? null;
}
