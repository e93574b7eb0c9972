import { Prisma } from "#lib/platform/db/generated/client.ts";
import type { KnownDestination } from "./destinations.records.ts";

/** Leaves out all that came up to a position: it is not sent, nor tried again. What was given up stays for people to see. */
export async function skipTo(
  tx: Prisma.TransactionClient,
  { id: destinationId }: Pick<KnownDestination, "id">,
  positionSeq: bigint,
): Promise<void> {
  await tx.feed.update({ where: { destinationId }, data: { positionSeq } });
  await tx.deliveryRetry.updateMany({
    where: { destinationId, state: "waiting" },
    data: { state: "dismissed", nextAt: null },
  });
}

/** Forgets that a destination was ill, and has what waits for it tried at once. Repeatable. */
export async function startAnew(
  tx: Prisma.TransactionClient,
  destinationId: string,
  now: Date,
): Promise<void> {
  await tx.feed.update({
    where: { destinationId },
    data: { breaker: Prisma.DbNull, illSince: null, nextAt: null, lastFailure: null, lastStatus: null },
  });
  await tx.deliveryRetry.updateMany({ where: { destinationId, state: "waiting" }, data: { nextAt: now } });
}
