import { database } from "#lib/platform/db/client.ts";
import type { Prisma } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";

type Reader = Pick<Prisma.TransactionClient, "$queryRaw">;

/** The arrival number of a store's newest event; 0 without any. */
export async function newestPosition(
  storeHash: StoreHash,
  reader: Reader = database().prisma,
): Promise<bigint> {
  const [row] = await reader.$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM events WHERE store_hash = ${storeHash} ORDER BY seq DESC LIMIT 1`;
  return row?.seq ?? 0n;
}

/**
 * The position right before the first event of a store that arrived since a time; the newest one when none did. Arrival
 * numbers rise with the time of arrival, so that it is found by halving: no index leads there, and a busy store has
 * millions of events in a day.
 */
export async function positionBefore(storeHash: StoreHash, since: Date): Promise<bigint> {
  const { prisma } = database();
  let low = 0n;
  let high = (await newestPosition(storeHash)) + 1n;
  while (low < high) {
    const middle = (low + high) / 2n;
    const [next] = await prisma.$queryRaw<{ seq: bigint; at: Date }[]>`
      SELECT seq, first_arrived_at AS at FROM events WHERE store_hash = ${storeHash} AND seq >= ${middle}
      ORDER BY seq LIMIT 1`;
    if (next && next.at < since) low = next.seq + 1n;
    else high = middle;
  }
  return low > 0n ? low - 1n : 0n;
}
