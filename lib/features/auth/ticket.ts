import type { SessionToken } from "#lib/contract/session.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { RequestSession } from "#lib/platform/session/read.ts";
import { openTicket, sealBearer, type SessionOrigin } from "#lib/platform/session/seal.ts";
import { claimTicket } from "./ticket.records.ts";

/** Milliseconds for which a used ticket is remembered beyond its end, because the clocks of two processes may differ. */
const CLOCKS_MS = 60_000;

/** Uses the ticket of a launch up; null when it opens no session of this store, or was used before. Not repeatable. */
export async function redeemTicket(
  ticket: string,
  store: StoreHash,
  now: Date,
): Promise<RequestSession | null> {
  const claims = await openTicket(ticket, store, now);
  if (!claims) return null;
  const forgetAt = new Date(claims.exp * 1000 + CLOCKS_MS);
  return (await claimTicket(claims.jti, forgetAt, now)) ? { claims, carrier: "ticket" } : null;
}

/** The token that a page without a cookie sends from now on; the session's ten hours go on from its own beginning. */
export async function sessionToken(origin: SessionOrigin, now: Date): Promise<SessionToken> {
  const { token, seconds } = await sealBearer(origin, now);
  const expiresAt = new Date(now.getTime() + seconds * 1000).toISOString();
  return { token, expiresAt, expiresInSeconds: seconds };
}
