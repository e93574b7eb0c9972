import { database } from "#lib/platform/db/client.ts";
import type { StoreHash } from "#lib/ids.ts";

/** A person who may open the app of a store now. */
export interface Member {
  userId: bigint;
  email: string;
  isOwner: boolean;
  lastSeenAt: Date;
}

/** The people of a store, its owner first, then by address. Those whose access ended are left out. */
export async function membersOf(storeHash: StoreHash): Promise<Member[]> {
  const rows = await database().prisma.membership.findMany({
    where: { storeHash, removedAt: null },
    select: { userId: true, isOwner: true, lastSeenAt: true, user: { select: { email: true } } },
    orderBy: [{ isOwner: "desc" }, { user: { email: "asc" } }],
  });
  return rows.map(({ user, ...row }) => ({ ...row, email: user.email }));
}
