import type { Prisma } from "#lib/platform/db/generated/client.ts";
import type { KnownDestination } from "./destinations.records.ts";

type Place = Pick<KnownDestination, "id">;

/**
 * Leaves out all that came up to a position: it is not sent, nor tried again. What was given up stays for people to see.
 * Whatever a worker has of it in memory counts no more.
 */
export async function skipTo(
  tx: Prisma.TransactionClient,
  { id: destinationId }: Place,
  positionSeq: bigint,
): Promise<void> {
  const unowned = { epoch: { increment: 1 }, ownerId: null, ownedUntil: null };
  await tx.feed.update({ where: { destinationId }, data: { positionSeq, ...unowned } });
  await tx.deliveryRetry.updateMany({
    where: { destinationId, state: "waiting" },
    data: { state: "dismissed", nextAt: null },
  });
}

/** Forgets that a destination was ill, and has what waits for it tried at once. Repeatable. */
export async function startAnew(
  tx: Prisma.TransactionClient,
  { id: destinationId }: Place,
  now: Date,
): Promise<void> {
  // Whatever a worker has of it in memory counts no more: it begins as if it were new.
  await tx.$executeRaw`
    UPDATE feeds SET next_at = NULL, epoch = epoch + 1, owner_id = NULL, owned_until = NULL,
      breaker = CASE WHEN breaker ->> 'kind' = 'paused'
        THEN jsonb_set(breaker, '{untilMs}', to_jsonb(${now.getTime()}::bigint)) ELSE breaker END
    WHERE destination_id = ${destinationId} AND (breaker ->> 'kind' = 'paused' OR last_failure LIKE 'RECEIVER_BUSY%')`;
  await tx.feed.update({
    where: { destinationId },
    data: { illSince: null, lastFailure: null, lastStatus: null },
  });
  await tx.deliveryRetry.updateMany({ where: { destinationId, state: "waiting" }, data: { nextAt: now } });
}

/**
 * Has a destination that is paused, or asked to wait, tried with one event at once. Its worker keeps it, so that what is under
 * way, such as the very event that is tried, is not sent a second time. Repeatable.
 */
export async function endPause(
  tx: Pick<Prisma.TransactionClient, "$executeRaw">,
  { id }: Place,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`UPDATE feeds SET asked_at = ${now} WHERE destination_id = ${id}`;
}

/** Whether a destination is claimed under this epoch still, until the caller's transaction ends. */
export async function isClaimedUnder(
  tx: Prisma.TransactionClient,
  { id: destinationId }: Place,
  epoch: number,
): Promise<boolean> {
  return (await tx.feed.findFirst({ where: { destinationId, epoch } })) !== null;
}
