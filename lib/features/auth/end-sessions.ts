import { requireOwner, type Access } from "#lib/access.ts";
import { log } from "#lib/log/log.ts";
import { endAllSessions, endSessions } from "./records.ts";

/**
 * Ends sessions in a store, at once and in every browser; no one loses access, and opening the app again begins another.
 * Repeatable.
 * @param who The person who asks, or everyone in this store.
 * @throws {OwnerOnly} when anyone but the owner asks for everyone.
 */
export async function signOut(access: Access, who: "me" | "everyone", now: Date): Promise<void> {
  const { storeHash, userId } = access;
  if (who === "everyone") requireOwner(access, "to sign everybody out");
  await (who === "me" ? endSessions(storeHash, userId) : endAllSessions(storeHash, access, now));
  log.info({ storeHash, userId, who }, "sessions were ended");
}
