import { database } from "#lib/platform/db/client.ts";
import type { StoreHash } from "#lib/ids.ts";

/**
 * Notes why the hooks of a store could not be read; what was last seen stands. Repeatable.
 * @param status HTTP status with which BigCommerce failed; null when it did not, or did not answer.
 */
export async function saveCheckFailure(
  storeHash: StoreHash,
  code: string,
  status: number | null,
): Promise<void> {
  const data = { checkFailure: code, checkFailureStatus: status };
  await database().prisma.store.updateMany({ where: { hash: storeHash }, data });
}
