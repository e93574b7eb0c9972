import { database } from "#lib/db/client.ts";
import type { HookId, StoreHash } from "#lib/ids.ts";

/** Notes that the keeper switches a hook on again; what is older than a day is forgotten. */
export async function saveSwitchedOn(storeHash: StoreHash, id: HookId, now: Date): Promise<void> {
  await database().prisma.$executeRaw`
    UPDATE hooks SET switched_on_at = array_append(
      ARRAY(SELECT at FROM unnest(switched_on_at) AS at WHERE at > ${now}::timestamptz - interval '1 day'),
      ${now}::timestamptz)
    WHERE store_hash = ${storeHash} AND id = ${BigInt(id)}`;
}

/** Takes such a note back, because the hook was not switched on then. Repeatable. */
export async function forgetSwitchedOn(storeHash: StoreHash, id: HookId, at: Date): Promise<void> {
  await database().prisma.$executeRaw`
    UPDATE hooks SET switched_on_at = array_remove(switched_on_at, ${at}::timestamptz(3))
    WHERE store_hash = ${storeHash} AND id = ${BigInt(id)}`;
}
