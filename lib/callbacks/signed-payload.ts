import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { StoreHash } from "#lib/ids.ts";
import { isCanonical } from "#lib/platform/session/canonical.ts";

/** Seconds by which BigCommerce's clock may run ahead of ours. */
export const CLOCK_SKEW_SECONDS = 60;
/** A real one has some 800 characters. */
const TOKEN_CHARACTERS_MAX = 4096;

const person = { id: z.number().int().positive(), email: z.string().max(320) };

// Source: BigCommerce docs, Single-click app callbacks, signed payload. What we do not use may be absent.
const Claims = z.object({
  jti: z.string().min(1).max(200),
  sub: z
    .string()
    .regex(/^stores\/[a-z0-9]+$/)
    .transform((sub) => sub.slice("stores/".length))
    .pipe(StoreHash),
  // Seconds, and a fraction of one where the sender likes. Source: RFC 7519, NumericDate.
  iat: z.number(),
  exp: z.number(),
  user: z.object({ ...person, locale: z.string().max(35).nullish().catch(null) }),
  owner: z.object(person),
  // How long a link may be, `deep-link.ts` decides: a longer one opens the app all the same.
  url: z.string().nullish(),
});

/** What BigCommerce says about who opens which store's app. */
export interface SignedPayload {
  storeHash: StoreHash;
  /** Unique per payload. */
  jti: string;
  issuedAt: Date;
  expiresAt: Date;
  user: { id: bigint; email: string; locale: string | null; isOwner: boolean };
  /** Where in the app the person wants to go; not to be trusted as an address. */
  url: string;
}

/** Why a payload is not believed: forged, meant for another app or from another issuer, out of its time, or no payload at all. */
export type PayloadRefusal =
  "forged" | "wrong_app" | "wrong_issuer" | "expired" | "too_old" | "too_early" | "malformed";

export type PayloadReading =
  | { ok: true; payload: SignedPayload }
  /** `ageSeconds`: since it was issued, by our clock, when that is what is wrong with a payload that BigCommerce signed. */
  | { ok: false; refusal: PayloadRefusal; ageSeconds?: number };

/** The app's own credentials, and how old a payload may be. */
export interface PayloadRules {
  clientId: string;
  clientSecret: string;
  /** The one before, with which BigCommerce may still sign; null when there is none. */
  previousClientSecret: string | null;
  /** Seconds since it was issued; null leaves only the payload's own end. */
  maxAgeSeconds: number | null;
}

/** The payload in a callback's query; null when there is none, or more than one to choose from. */
export function payloadIn(query: URLSearchParams): string | null {
  const [token, ...others] = query.getAll("signed_payload_jwt");
  return token && others.length === 0 ? token : null;
}

/**
 * Verifies a signed payload: HS256 alone, this app's secret and id, BigCommerce as issuer, inside its own times and not
 * older than allowed. BigCommerce's clock may run a minute ahead; nothing is forgiven at the end of a payload's life.
 * Source: BigCommerce docs, Single-click app callbacks; algorithm as BigCommerce's own client pins it.
 */
export async function readSignedPayload(
  token: string | null,
  rules: PayloadRules,
  now: Date,
): Promise<PayloadReading> {
  if (token === null || token.length > TOKEN_CHARACTERS_MAX || !isCanonical(token))
    return refuse("malformed");
  let verified: unknown;
  try {
    verified = await verify(token, rules, now);
  } catch (error) {
    return refuse(refusalOf(error), ageOf(error, now));
  }
  const claims = Claims.safeParse(verified);
  if (!claims.success) return refuse("malformed");

  const { sub, jti, iat, exp, user, owner, url } = claims.data;
  const seconds = now.getTime() / 1000;
  const age = seconds - iat;
  if (seconds >= exp) return refuse("expired", age);
  if (age < -CLOCK_SKEW_SECONDS) return refuse("too_early", age);
  if (rules.maxAgeSeconds !== null && age > rules.maxAgeSeconds) return refuse("too_old", age);
  return {
    ok: true,
    payload: {
      storeHash: sub,
      jti,
      // What other callbacks say of the same moment has no fraction.
      issuedAt: new Date(Math.floor(iat) * 1000),
      expiresAt: new Date(exp * 1000),
      user: {
        id: BigInt(user.id),
        email: user.email,
        locale: user.locale ?? null,
        isOwner: user.id === owner.id,
      },
      url: url ?? "/",
    },
  };
}

/** Claims of a token that either secret signed. @throws what jose says under the present one. */
async function verify(token: string, rules: PayloadRules, now: Date): Promise<unknown> {
  const under = async (secret: string) => {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      issuer: "bc",
      audience: rules.clientId,
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: now,
    });
    return payload;
  };
  try {
    return await under(rules.clientSecret);
  } catch (error) {
    const isOther = error instanceof errors.JWSSignatureVerificationFailed;
    if (!isOther || rules.previousClientSecret === null) throw error;
    return under(rules.previousClientSecret);
  }
}

function refuse(refusal: PayloadRefusal, ageSeconds?: number): PayloadReading {
  return { ok: false, refusal, ...(ageSeconds !== undefined && { ageSeconds: Math.round(ageSeconds) }) };
}

/** The age of a payload that is out of its time; jose looks at times after the signature. */
function ageOf(error: unknown, now: Date): number | undefined {
  const isOfTime =
    error instanceof errors.JWTExpired ||
    (error instanceof errors.JWTClaimValidationFailed && ["nbf", "iat"].includes(error.claim));
  const issuedAt = isOfTime ? error.payload.iat : undefined;
  return typeof issuedAt === "number" ? now.getTime() / 1000 - issuedAt : undefined;
}

function refusalOf(error: unknown): PayloadRefusal {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed)
    return "forged";
  if (error instanceof errors.JWTClaimValidationFailed) {
    const byClaim: Partial<Record<string, PayloadRefusal>> = {
      aud: "wrong_app",
      iss: "wrong_issuer",
      nbf: "too_early",
    };
    return byClaim[error.claim] ?? "malformed";
  }
  return "malformed";
}
