import { database } from "#lib/platform/db/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import { DAY_MS, HOUR_MS } from "#lib/time.ts";
import { GAVE_UP, type KnownFailures, LADDER_MS } from "./failure-signs.ts";
import type { KnownHook } from "./records.ts";

/** What is known of failed deliveries before the hooks that are off were turned off. Reads nothing where none is. */
export async function knownFailures(
  storeHash: StoreHash,
  hooks: readonly KnownHook[],
): Promise<KnownFailures> {
  const off = hooks.filter(({ isActive }) => !isActive).map(({ updatedAt }) => updatedAt.getTime());
  if (off.length === 0) return { refusals: [], notices: [] };
  const from = new Date(Math.min(...off) - LADDER_MS - HOUR_MS);
  const { prisma } = database();
  const [refusals, notices] = await Promise.all([
    prisma.rejection.findMany({
      where: { storeHash, hour: { gte: from } },
      select: { firstAt: true, lastAt: true },
    }),
    prisma.deliveryException.findMany({
      where: { storeHash, code: GAVE_UP, at: { gte: from } },
      select: { hookId: true, at: true },
    }),
  ]);
  return { refusals, notices };
}

/**
 * When the oldest delivery that BigCommerce still resends was refused because of its secret; null when none was. Reads
 * nothing where every hook carries a secret of ours.
 */
export async function secretRefusedAt(
  storeHash: StoreHash,
  hooks: readonly KnownHook[],
  now: Date,
): Promise<Date | null> {
  if (!hooks.some(({ hasOtherSecret }) => hasOtherSecret)) return null;
  const { _min } = await database().prisma.rejection.aggregate({
    where: { storeHash, reason: "wrong_secret", firstAt: { gte: new Date(now.getTime() - 2 * DAY_MS) } },
    _min: { firstAt: true },
  });
  return _min.firstAt;
}
