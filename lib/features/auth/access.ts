import { SessionEnded, AccessWithdrawn, StoreUninstalled, type Access } from "#lib/access.ts";
import { AppError } from "#lib/errors.ts";
import type { SessionIdentity } from "#lib/platform/session/seal.ts";
import { findAccess, type AccessRow } from "./records.ts";

/**
 * Decides whether a session still opens its store. Pure.
 * @param row What the database says now; null when the person never had access to the store.
 * @throws {StoreUninstalled} {AccessWithdrawn} {SessionEnded} the reason that helps the person most comes first.
 */
export function judgeAccess(session: SessionIdentity, row: AccessRow | null): Access {
  if (!row) throw new SessionEnded("nobody by this session's name has access to the store");
  if (!row.isInstalled) throw new StoreUninstalled("the store does not have the app");
  if (!row.isMember) throw new AccessWithdrawn("the membership was ended");
  if (session.storeEpoch !== row.storeEpoch || session.membershipEpoch !== row.membershipEpoch) {
    throw new SessionEnded("the session was begun under another epoch");
  }
  const { email, isOwner, locale, storeEpoch, membershipEpoch, staffChangeWebhooks } = row;
  return {
    storeHash: session.store,
    userId: session.user,
    email,
    isOwner,
    mayChangeWebhooks: isOwner || staffChangeWebhooks,
    locale,
    storeEpoch,
    membershipEpoch,
  };
}

/**
 * Asks the database, at every request, whether a session still opens its store.
 * @throws {StoreUninstalled} {AccessWithdrawn} {SessionEnded}
 */
export async function requireAccess(session: SessionIdentity): Promise<Access> {
  return judgeAccess(session, await findAccess(session.store, session.user));
}

/** Whether access that was granted a while ago still holds; for what goes on longer than a request, such as a stream. */
export async function stillHasAccess({
  storeHash: store,
  userId: user,
  storeEpoch,
  membershipEpoch,
}: Pick<Access, "storeHash" | "userId" | "storeEpoch" | "membershipEpoch">): Promise<boolean> {
  try {
    return Boolean(await requireAccess({ store, user, storeEpoch, membershipEpoch }));
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
