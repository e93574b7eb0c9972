import type { Access } from "#lib/access.ts";
import { database } from "#lib/platform/db/client.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";

/** Whose views: a person in one store. */
export type Owner = Pick<Access, "storeHash" | "userId">;

export interface ViewRow {
  id: bigint;
  name: string;
  query: string;
}

/** All views of a person in a store, by name. */
export function viewsOf({ storeHash, userId }: Owner): Promise<ViewRow[]> {
  return database().prisma.savedView.findMany({
    where: { storeHash, userId: BigInt(userId) },
    select: { id: true, name: true, query: true },
    orderBy: { name: "asc" },
  });
}

/**
 * Writes a view; one of the same name is replaced. Repeatable.
 * @returns false when the person has as many as allowed already; nothing was written then, unless two came at once.
 */
export async function saveView(
  { storeHash, userId }: Owner,
  { name, query }: { name: string; query: string },
  viewsMax: number,
  now: Date,
): Promise<boolean> {
  const { savedView } = database().prisma;
  const owner = { storeHash, userId: BigInt(userId) };
  if ((await savedView.count({ where: { ...owner, name: { not: name } } })) >= viewsMax) return false;
  await savedView.upsert({
    where: { storeHash_userId_name: { ...owner, name } },
    create: { ...owner, name, query, changedAt: now },
    update: { query, changedAt: now },
  });
  return true;
}

/** Gives a view of this person another name. */
export async function renameView(
  { storeHash, userId }: Owner,
  id: bigint,
  name: string,
  now: Date,
): Promise<"renamed" | "absent" | "taken"> {
  try {
    const { count } = await database().prisma.savedView.updateMany({
      where: { id, storeHash, userId: BigInt(userId) },
      data: { name, changedAt: now },
    });
    return count === 0 ? "absent" : "renamed";
  } catch (error) {
    // Unique constraint failed. Source: Prisma, error reference.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return "taken";
    throw error;
  }
}

/** Takes a view of this person away; false when it was not there. */
export async function dropView({ storeHash, userId }: Owner, id: bigint): Promise<boolean> {
  const { count } = await database().prisma.savedView.deleteMany({
    where: { id, storeHash, userId: BigInt(userId) },
  });
  return count > 0;
}
