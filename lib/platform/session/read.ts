import type { StoreHash } from "#lib/ids.ts";
import { sessionCookie, sessionTokens } from "./cookie.ts";
import { sessionLife } from "./life.ts";
import { openSession, sealSession, type SessionClaims } from "./seal.ts";

/** A session that a request brought, and how it came. */
export interface RequestSession {
  claims: SessionClaims;
  carrier: "cookie" | "bearer" | "ticket";
}

/**
 * The session with which a request asks for a store; null when it brings none that opens. A bearer decides alone: a bad
 * one is not outvoted by a cookie, which may be another person's.
 */
export async function readSession(
  request: Request,
  store: StoreHash,
  now: Date,
): Promise<RequestSession | null> {
  if (bearerToken(request) !== null) return readBearer(request, store, now);
  for (const token of sessionTokens(request)) {
    const claims = await openSession(token, store, now);
    if (claims) return { claims, carrier: "cookie" };
  }
  return null;
}

/** The session of a request's bearer alone; null without one that opens. */
export async function readBearer(
  request: Request,
  store: StoreHash,
  now: Date,
): Promise<RequestSession | null> {
  const claims = await openSession(bearerToken(request) ?? "", store, now);
  return claims && { claims, carrier: "bearer" };
}

/** The cookie that prolongs a session in use; null while that is not due, or when no cookie carries it. */
export async function renewedCookie({ claims, carrier }: RequestSession, now: Date): Promise<string | null> {
  if (carrier !== "cookie" || sessionLife(claims, now) !== "due") return null;
  const { token, seconds } = await sealSession(claims, now);
  return sessionCookie(claims.store, token, seconds);
}

/** What stands after `Bearer`; null when another scheme, a proxy's for instance, or none is used. Source: RFC 6750, 2.1. */
function bearerToken(request: Request): string | null {
  const [scheme = "", ...rest] = (request.headers.get("Authorization") ?? "").split(" ");
  return scheme.toLowerCase() === "bearer" ? rest.join(" ") : null;
}
