import { randomUUID } from "node:crypto";
import { SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import type { Person, SimulatedStore } from "#simulator/world/store.ts";

/** What a launch may differ in from a right one; for tests of what the app must refuse. */
export interface LaunchOptions {
  /** Path of the app to open, `/` from the Apps menu. */
  deepLink?: string | undefined;
  /** Replaces claims; null takes one out. */
  claims?: Record<string, unknown> | undefined;
  alg?: LaunchAlgorithm | undefined;
  /** Signs instead of the client secret. */
  secret?: string | undefined;
}

export const LAUNCH_ALGORITHMS = ["HS256", "HS384", "HS512", "none"] as const;
export type LaunchAlgorithm = (typeof LAUNCH_ALGORITHMS)[number];

/**
 * The `signed_payload_jwt` of a callback, fresh and good for a day. Source: BigCommerce docs, Single-click app callbacks.
 * @param nowMs real time in milliseconds
 */
export async function launchToken(
  app: { clientId: string; clientSecret: string },
  store: SimulatedStore,
  user: Person,
  nowMs: number,
  options: LaunchOptions = {},
): Promise<string> {
  const issuedAt = Math.floor(nowMs / 1000);
  const claims: JWTPayload = {
    aud: app.clientId,
    iss: "bc",
    iat: issuedAt,
    nbf: issuedAt - 5,
    exp: issuedAt + 86_400,
    jti: randomUUID(),
    sub: `stores/${store.hash}`,
    user: { id: user.id, email: user.email, locale: user.locale },
    owner: { id: store.owner.id, email: store.owner.email },
    url: options.deepLink ?? "/",
    channel_id: null,
    ...options.claims,
  };
  for (const [name, value] of Object.entries(options.claims ?? {})) if (value === null) delete claims[name];
  const { alg = "HS256" } = options;
  if (alg === "none") return new UnsecuredJWT(claims).encode();
  const key = new TextEncoder().encode(options.secret ?? app.clientSecret);
  return new SignJWT(claims).setProtectedHeader({ alg, typ: "JWT" }).sign(key);
}
