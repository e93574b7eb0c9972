import type { AuthOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { config } from "#lib/config/config.ts";
import type { StoreHash } from "#lib/ids.ts";
import { log } from "#lib/log/log.ts";
import { COOKIE_ATTRIBUTES, cookieName, cookiePath } from "./cookie.ts";
import { IDLE_SECONDS_MAX, sealedSeconds } from "./life.ts";
import { openSession, sealSession, type SessionClaims } from "./seal.ts";

/** What next-auth asks of the app about a session. */
export interface SessionGuard {
  /** Resolves while the session's person has access; rejects when not, and next-auth then clears the cookie. */
  requireAccess(claims: SessionClaims): Promise<unknown>;
  /** Ends every session of the person in this store. */
  endSessions(claims: SessionClaims): Promise<void>;
}

/**
 * next-auth's settings for one store. It seals, reads, prolongs and ends sessions; no one signs in through it, because
 * BigCommerce begins every launch itself, so it has no providers.
 */
export function authOptions(store: StoreHash, guard: SessionGuard, now: Date): AuthOptions {
  const attributes = { ...COOKIE_ATTRIBUTES, path: cookiePath(store) };
  const page = homeOf(store);
  return {
    providers: [],
    secret: config().sessionSecret,
    session: { strategy: "jwt", maxAge: IDLE_SECONDS_MAX },
    useSecureCookies: true,
    cookies: {
      sessionToken: { name: cookieName("session"), options: attributes },
      csrfToken: { name: cookieName("csrf"), options: attributes },
      callbackUrl: { name: cookieName("callback"), options: attributes },
    },
    // None of next-auth's own pages is ever shown.
    pages: { signIn: page, signOut: page, error: page, verifyRequest: page, newUser: page },
    jwt: {
      encode: async ({ token }) => (await sealSession(claimsOf(token), now)).token,
      decode: async ({ token }) => {
        const claims = await openSession(token ?? "", store, now);
        return claims && { ...claims };
      },
    },
    callbacks: {
      jwt: async ({ token }) => {
        await guard.requireAccess(claimsOf(token));
        return token;
      },
      session: ({ token }) => {
        const { user, startedAt } = claimsOf(token);
        const expires = new Date(now.getTime() + sealedSeconds(startedAt, now) * 1000).toISOString();
        const view = { expires, user: { id: user, name: null }, store };
        return view;
      },
      redirect: () => page,
    },
    events: { signOut: ({ token }) => guard.endSessions(claimsOf(token)) },
    logger: {
      // Its metadata may hold tokens; the code says enough.
      error: (code) => log.info({ code }, "next-auth refused a session"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** Where next-auth sends a browser, whatever it was asked for: no address from outside is ever followed. */
export function homeOf(store: StoreHash): string {
  return `${config().appUrl}${cookiePath(store)}`;
}

function claimsOf(token: JWT | undefined): SessionClaims {
  // The decode above is the only maker of these tokens, and it answers claims.
  return token as unknown as SessionClaims;
}
