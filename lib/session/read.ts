import type { StoreHash } from "#lib/ids.ts";
import { sessionCookie, sessionTokens } from "./cookie.ts";
import { sessionLife } from "./life.ts";
import { openSession, sealSession, type SessionClaims } from "./seal.ts";

/** A session that a request brought, and how it came. */
export interface RequestSession {
  claims: SessionClaims;
  carrier: "cookie";
}

/** The session with which a request asks for a store; null when it brings none that opens. */
export async function readSession(
  request: Request,
  store: StoreHash,
  now: Date,
): Promise<RequestSession | null> {
  for (const token of sessionTokens(request)) {
    const claims = await openSession(token, store, now);
    if (claims) return { claims, carrier: "cookie" };
  }
  return null;
}

/** The cookie that prolongs a session in use; null while that is not due. */
export async function renewedCookie({ claims }: RequestSession, now: Date): Promise<string | null> {
  if (sessionLife(claims, now) !== "due") return null;
  const { token, seconds } = await sealSession(claims, now);
  return sessionCookie(claims.store, token, seconds);
}
