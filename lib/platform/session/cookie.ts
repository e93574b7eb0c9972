import { config } from "#lib/config/config.ts";
import type { StoreHash } from "#lib/ids.ts";

/**
 * Attributes of every cookie we set. The app lives in a frame of another site: without `SameSite=None` no cookie comes
 * back, without `Secure` browsers refuse that, and `Partitioned` keeps it where other sites' cookies are blocked.
 * Source: RFC 6265bis; CHIPS.
 */
export const COOKIE_ATTRIBUTES = {
  httpOnly: true,
  secure: true,
  sameSite: "none",
  partitioned: true,
} as const;

/** The cookies of one store are sent to its own paths alone: `/s/abc` is no parent of `/s/abcd`. */
export const cookiePath = (store: StoreHash) => `/s/${store}`;

/** The `__Secure-` prefix is only valid on https, which a sandbox on localhost does not have. */
export function cookieName(kind: "session" | "csrf" | "callback"): string {
  return `${config().appUrl.startsWith("https:") ? "__Secure-" : ""}webhook-keeper.${kind}`;
}

/**
 * The value of `Set-Cookie` that keeps a store's session.
 * @param seconds How long the browser keeps it; 0 removes it.
 */
export function sessionCookie(store: StoreHash, token: string, seconds: number): string {
  return `${cookieName("session")}=${token}; Path=${cookiePath(store)}; Max-Age=${seconds}; HttpOnly; Secure; SameSite=None; Partitioned`;
}

/** Every value that a request brings under the session's name: a browser may hold one inside its partition and one outside. */
export function sessionTokens(request: Request): string[] {
  const name = cookieName("session");
  return (request.headers.get("Cookie") ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
