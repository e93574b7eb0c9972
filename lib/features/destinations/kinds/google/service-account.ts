import { createPrivateKey } from "node:crypto";
import { importPKCS8, SignJWT } from "jose";
import { z } from "zod";
import type { DestinationAuth } from "#lib/contract/destinations.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import type { SignInFault } from "#lib/features/destinations/kinds/kind.ts";
import { urlRefusal, type OutboundRules } from "#lib/platform/outbound/rules.ts";
import { processWide } from "#lib/process-wide.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/time.ts";

/** A token says that it lasts so long, the longest that Google takes. */
const LASTS_MS = HOUR_MS;
/** One is used for so long: a clock that was wrong spoils little. */
const USED_MS = 5 * MINUTE_MS;
/** Tokens that are held at once; the oldest gives way. */
const HELD_MAX = 1_000;
const ALGORITHM = "RS256";

/** What is used of a key file. Source: Google Cloud IAM, service account keys. */
const KeyFile = z.object({
  type: z.literal("service_account"),
  private_key_id: z.string().min(1),
  private_key: z.string().min(1),
  client_email: z.string().includes("@"),
});

/** What is wrong with the key file of a service account as it is pasted; null when it can be tried. Pure. */
export function googleFault(auth: DestinationAuth, rules: OutboundRules): SignInFault | null {
  const { serviceAccount, endpoint } = googleAuthOf(auth);
  try {
    const { private_key: pem } = fileIn(serviceAccount);
    if (createPrivateKey(pem).asymmetricKeyType !== "rsa") return "SERVICE_ACCOUNT_WRONG";
  } catch {
    return "SERVICE_ACCOUNT_WRONG";
  }
  return endpoint !== "" && urlRefusal(endpoint, rules) !== null ? "ENDPOINT_REFUSED" : null;
}

/** The key file of a destination that has one, since none is kept without. */
function googleAuthOf(auth: DestinationAuth) {
  if (auth.kind !== "google") throw new Error(`a destination at Google signs in by ${auth.kind}`);
  return auth;
}

const fileIn = (text: string) => KeyFile.parse(JSON.parse(text));

interface Held {
  version: number;
  token: Promise<string>;
  untilMs: number;
}
const held = () => processWide("google tokens", () => new Map<string, Held>());

/**
 * A token that a service account signs for one of Google's interfaces, the same for the deliveries of some minutes. Nobody is
 * asked for it. Repeatable. Source: Google Identity, service accounts, authorization without OAuth.
 * @param audience The address of the interface, with a slash at its end.
 */
export function googleToken(
  { id, version, auth }: Pick<OpenDestination, "id" | "version" | "auth">,
  audience: string,
  now: Date,
): Promise<string> {
  const known = held().get(id);
  if (known?.version === version && now.getTime() < known.untilMs) return known.token;
  const token = signed(googleAuthOf(auth).serviceAccount, audience, now);
  held().delete(id);
  const [oldest] = held().keys();
  if (held().size >= HELD_MAX && oldest !== undefined) held().delete(oldest);
  held().set(id, { version, token, untilMs: now.getTime() + USED_MS });
  return token;
}

async function signed(serviceAccount: string, audience: string, now: Date): Promise<string> {
  const { private_key: pem, private_key_id: kid, client_email: email } = fileIn(serviceAccount);
  return new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, typ: "JWT", kid })
    .setIssuer(email)
    .setSubject(email)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + LASTS_MS))
    .sign(await importPKCS8(pem, ALGORITHM));
}
