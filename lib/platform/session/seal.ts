import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { config } from "#lib/config/config.ts";
import { StoreHash } from "#lib/ids.ts";
import { isCanonical } from "./canonical.ts";
import {
  BEARER_SECONDS_MAX,
  IDLE_SECONDS_MAX,
  sealedSeconds,
  sessionLife,
  TICKET_SECONDS_MAX,
} from "./life.ts";

const Identity = z.object({
  store: StoreHash,
  /** BigCommerce's user id, in digits. */
  user: z.string().regex(/^\d{1,19}$/),
  storeEpoch: z.number().int(),
  membershipEpoch: z.number().int(),
});
const Claims = Identity.extend({
  startedAt: z.number().int(),
  iat: z.number().int(),
  exp: z.number().int(),
  /** Random; next-auth gives one to everything that it seals. */
  jti: z.uuid(),
});

/** Who a session belongs to, and the epochs under which it was begun. */
export type SessionIdentity = z.infer<typeof Identity>;
/** What a sealed session says. Times are seconds since 1970. */
export type SessionClaims = z.infer<typeof Claims>;
/** Whose session is sealed anew, and when it began. */
export type SessionOrigin = SessionIdentity & Pick<SessionClaims, "startedAt">;
/** What was sealed, and the seconds until it ends. */
export interface Sealed {
  token: string;
  seconds: number;
}

/** A session is far shorter; more is not worth the deciphering. */
export const TOKEN_CHARACTERS_MAX = 4096;

/** Whatever is sealed for one use, or for one store, opens for no other: its key is another. */
const saltOf = (use: "store" | "ticket", store: StoreHash) => `${use}:${store}`;

/** A session of this person that begins now. */
export function newSession(identity: SessionIdentity, now: Date): SessionOrigin {
  return { ...identity, startedAt: Math.floor(now.getTime() / 1000) };
}

/**
 * Seals a session, for the first time or anew: its idle time begins again, its start and so its end stay. Encrypted
 * under a key of the store, so that what one store's session opens, no other's does.
 */
export function sealSession(origin: SessionOrigin, now: Date): Promise<Sealed> {
  return sealFor("store", origin, sealedSeconds(origin.startedAt, now, IDLE_SECONDS_MAX));
}

/** Seals a session, as `sealSession` does, for a page that holds it in memory: for a shorter time. */
export function sealBearer(origin: SessionOrigin, now: Date): Promise<Sealed> {
  return sealFor("store", origin, sealedSeconds(origin.startedAt, now, BEARER_SECONDS_MAX));
}

/**
 * Seals a ticket, which a page swaps for a session when its browser keeps no cookie. Under a key of its own, so that it
 * is no session itself. Using it up is the business of who takes it.
 */
export async function sealTicket(origin: SessionOrigin): Promise<string> {
  return (await sealFor("ticket", origin, TICKET_SECONDS_MAX)).token;
}

/** Opens a token for one store; null when it is another store's, altered, or over. */
export function openSession(token: string, store: StoreHash, now: Date): Promise<SessionClaims | null> {
  return openFor("store", token, store, now);
}

/** Opens a ticket for one store, as `openSession` does a session. */
export function openTicket(ticket: string, store: StoreHash, now: Date): Promise<SessionClaims | null> {
  return openFor("ticket", ticket, store, now);
}

async function sealFor(
  use: "store" | "ticket",
  { store, user, storeEpoch, membershipEpoch, startedAt }: SessionOrigin,
  seconds: number,
): Promise<Sealed> {
  const token = await encode({
    token: { store, user, storeEpoch, membershipEpoch, startedAt },
    secret: config().sessionSecret,
    salt: saltOf(use, store),
    maxAge: seconds,
  });
  return { token, seconds };
}

async function openFor(
  use: "store" | "ticket",
  token: string,
  store: StoreHash,
  now: Date,
): Promise<SessionClaims | null> {
  if (token === "" || token.length > TOKEN_CHARACTERS_MAX || !isCanonical(token)) return null;
  const payload = await decode({ token, secret: config().sessionSecret, salt: saltOf(use, store) }).catch(
    () => null,
  );
  const claims = Claims.safeParse(payload);
  if (!claims.success || claims.data.store !== store) return null;
  return sessionLife(claims.data, now) === "over" ? null : claims.data;
}
