import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { config } from "#lib/config.ts";
import { StoreHash } from "#lib/ids.ts";
import { sealedSeconds, sessionLife } from "./life.ts";

const Identity = z.object({
  store: StoreHash,
  /** BigCommerce's user id, in digits. */
  user: z.string().regex(/^\d{1,19}$/),
  storeEpoch: z.number().int(),
  membershipEpoch: z.number().int(),
});
const Claims = Identity.extend({ startedAt: z.number().int(), iat: z.number().int() });

/** Who a session belongs to, and the epochs under which it was begun. */
export type SessionIdentity = z.infer<typeof Identity>;
/** What a sealed session says. Times are seconds since 1970. */
export type SessionClaims = z.infer<typeof Claims>;

/** A session is far shorter; more is not worth the deciphering. */
const TOKEN_CHARACTERS_MAX = 4096;

const saltOf = (store: StoreHash) => `store:${store}`;

/**
 * Begins a session now.
 * @returns the sealed token and the seconds it lives unused.
 */
export function beginSession(
  identity: SessionIdentity,
  now: Date,
): Promise<{ token: string; seconds: number }> {
  return sealSession({ ...identity, startedAt: Math.floor(now.getTime() / 1000) }, now);
}

/**
 * Seals a session anew: its idle time begins again, its start and so its end stay. Encrypted under a key of the store,
 * so that what one store's session opens, no other's does.
 */
export async function sealSession(
  { store, user, storeEpoch, membershipEpoch, startedAt }: Omit<SessionClaims, "iat">,
  now: Date,
): Promise<{ token: string; seconds: number }> {
  const seconds = sealedSeconds(startedAt, now);
  const token = await encode({
    token: { store, user, storeEpoch, membershipEpoch, startedAt },
    secret: config().sessionSecret,
    salt: saltOf(store),
    maxAge: seconds,
  });
  return { token, seconds };
}

/** Opens a token for one store; null when it is another store's, altered, or over. */
export async function openSession(token: string, store: StoreHash, now: Date): Promise<SessionClaims | null> {
  if (token === "" || token.length > TOKEN_CHARACTERS_MAX) return null;
  const payload = await decode({ token, secret: config().sessionSecret, salt: saltOf(store) }).catch(
    () => null,
  );
  const claims = Claims.safeParse(payload);
  if (!claims.success || claims.data.store !== store) return null;
  return sessionLife(claims.data, now) === "over" ? null : claims.data;
}
