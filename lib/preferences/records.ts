import type { Access } from "#lib/auth/access.ts";
import { database } from "#lib/db/client.ts";

type Owner = Pick<Access, "storeHash" | "userId">;
const idOf = ({ storeHash, userId }: Owner) => ({ storeHash, userId: BigInt(userId) });

/** Whether single keys act on the screens that a person sees in a store. They do, unless switched off. */
export async function usesKeys(owner: Owner): Promise<boolean> {
  const row = await database().prisma.membership.findUnique({
    where: { storeHash_userId: idOf(owner) },
    select: { usesKeys: true },
  });
  return row?.usesKeys ?? true;
}

/** Switches single keys on or off. Repeatable. */
export async function setUsesKeys(owner: Owner, isOn: boolean): Promise<void> {
  await database().prisma.membership.updateMany({ where: idOf(owner), data: { usesKeys: isOn } });
}
