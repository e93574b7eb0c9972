import { database } from "#lib/platform/db/client.ts";
import type { DeliveryException } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { ReceivedException } from "./delivery-exception.ts";

export type { DeliveryException };

/** Delivery exceptions that a store keeps. One destination has one every ten minutes at most, so this is most of a day of trouble. */
const KEPT_MAX = 100;

/**
 * Keeps a delivery exception, with what its hook is for, and drops the store's oldest beyond the bound. A copy changes nothing, and
 * neither does one for a store that never was here.
 */
export async function saveDeliveryException(
  storeHash: string,
  { hash, hookId, code, message, at }: ReceivedException,
): Promise<void> {
  const id = hookId === null ? null : BigInt(hookId);
  const { prisma } = database();
  await prisma.$transaction([
    prisma.$executeRaw`
      INSERT INTO delivery_exceptions (store_hash, hash, hook_id, scope, code, message, at)
      SELECT hash, ${hash}, ${id}, (SELECT scope FROM hooks WHERE store_hash = stores.hash AND id = ${id}),
             ${code}, ${message}, ${at}
      FROM stores WHERE hash = ${storeHash}
      ON CONFLICT DO NOTHING`,
    prisma.$executeRaw`
      DELETE FROM delivery_exceptions WHERE store_hash = ${storeHash} AND hash IN (
        SELECT hash FROM delivery_exceptions WHERE store_hash = ${storeHash}
        ORDER BY at DESC, hash OFFSET ${KEPT_MAX})`,
  ]);
}

/** The last delivery exceptions of a store since a time, or of one of its scopes, the newest first. */
export function listDeliveryExceptions(
  storeHash: StoreHash,
  { scope, since, limit }: { scope: string | undefined; since: Date; limit: number },
): Promise<DeliveryException[]> {
  return database().prisma.deliveryException.findMany({
    where: { storeHash, at: { gte: since }, ...(scope === undefined ? {} : { scope }) },
    orderBy: [{ at: "desc" }, { hash: "asc" }],
    take: limit,
  });
}

/** Forgets delivery exceptions from before a time, of all stores. Repeatable. */
export async function forgetDeliveryExceptions(before: Date): Promise<void> {
  await database().prisma.deliveryException.deleteMany({ where: { at: { lt: before } } });
}
