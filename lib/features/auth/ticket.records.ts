import { database } from "#lib/platform/db/client.ts";

/**
 * Takes note, beside the launches, that the ticket of one was used. Two at once: one of them gets it.
 * @param forgetAt After this time no one could use it anyway.
 * @returns false when it was used before; nothing doubles this request, so there is no grace.
 */
export async function claimTicket(id: string, forgetAt: Date, now: Date): Promise<boolean> {
  const { count } = await database().prisma.usedLaunch.createMany({
    data: [{ jti: `ticket:${id}`, usedAt: now, expiresAt: forgetAt }],
    skipDuplicates: true,
  });
  return count === 1;
}
