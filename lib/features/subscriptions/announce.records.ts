import { WEBHOOKS_CHANNEL } from "#lib/platform/db/channels.ts";
import type { Prisma } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";

/** Tells whoever looks at a store's webhooks, once the transaction commits, that they may have changed. Repeatable. */
export function announceChange(
  tx: Pick<Prisma.TransactionClient, "$executeRaw">,
  storeHash: StoreHash,
): Prisma.PrismaPromise<number> {
  return tx.$executeRaw`SELECT pg_notify(${WEBHOOKS_CHANNEL}, ${storeHash})`;
}
