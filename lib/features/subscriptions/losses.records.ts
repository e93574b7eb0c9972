import { database } from "#lib/platform/db/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { Losses } from "./losses.ts";

/**
 * Notes since when events of some scopes may be missing, and forgets it of those that a person fixed, or Keeper more than
 * a day ago. Repeatable.
 */
export async function saveLosses(
  storeHash: StoreHash,
  { broken, serving }: Losses,
  now: Date,
): Promise<void> {
  const { prisma } = database();
  await prisma.$executeRaw`
    UPDATE subscriptions SET broken_since = NULL
    WHERE store_hash = ${storeHash} AND broken_since IS NOT NULL AND scope = ANY(${serving})
      AND NOT EXISTS (SELECT FROM unnest(mended_at) AS at WHERE at > ${now}::timestamptz - interval '1 day')`;
  for (const [scope, brokenSince] of broken)
    await prisma.subscription.updateMany({ where: { storeHash, scope }, data: { brokenSince } });
}
