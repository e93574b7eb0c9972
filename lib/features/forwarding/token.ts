import * as oauth from "oauth4webapi";
import type { DestinationAuth } from "#lib/contract/destinations.ts";
import type { DeliveryOutcome } from "#lib/contract/values/destinations.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { outbound } from "#lib/platform/outbound/client.ts";
import type { Outcome } from "#lib/platform/outbound/exchange.ts";
import { processWide } from "#lib/process-wide.ts";
import { MINUTE_MS } from "#lib/time.ts";
import { RequestNotMade } from "./not-made.ts";

type OAuth = Extract<DestinationAuth, { kind: "oauth" }>;
type Whose = Pick<OpenDestination, "id" | "version">;

/** Bound of asking for a token. */
const TOKEN_MS_MAX = 10_000;
/** Of an answer so much is read: a token that names many groups and rights fits. */
const ANSWER_BYTES_MAX = 64 * 1_024;
/** A token is renewed so long before it ends. */
const EARLY_MS = 30_000;
/** How long a token lasts that does not say so. */
const UNSAID_MS = 5 * MINUTE_MS;
/** Tokens that are held at once; the oldest gives way. */
const TOKENS_MAX = 1_000;

/** There is no token for a destination: its server refuses, does not answer, or answers what OAuth does not know. */
export class TokenFailed extends RequestNotMade {
  readonly code = "TOKEN_FAILED";
  readonly outcome: DeliveryOutcome;

  constructor(failure: string, outcome: DeliveryOutcome = "ill") {
    super(failure);
    this.outcome = outcome;
  }
}

interface Held {
  version: number;
  /** What is there, or under way. */
  token: Promise<{ value: string; untilMs: number }>;
}
const held = () => processWide("destination tokens", () => new Map<string, Held>());

/**
 * The token of a destination, the same for many deliveries: deliveries that begin at once ask once. Repeatable.
 * Source: RFC 6749, 4.4.
 * @throws {TokenFailed}
 */
export async function tokenOf(whose: Whose, auth: OAuth, now: Date): Promise<string> {
  const known = held().get(whose.id);
  if (known?.version === whose.version) {
    const { value, untilMs } = await known.token;
    if (now.getTime() < untilMs) return value;
    if (held().get(whose.id) !== known) return tokenOf(whose, auth, now);
  }
  const token = askToken(auth, now);
  const entry = { version: whose.version, token };
  hold(whose.id, entry);
  try {
    return (await token).value;
  } catch (error) {
    if (held().get(whose.id) === entry) held().delete(whose.id);
    throw error;
  }
}

/** Forgets a token that was refused, so that the next delivery asks for another one. Repeatable. */
export function forgetToken({ id }: Pick<Whose, "id">): void {
  held().delete(id);
}

function hold(id: string, entry: Held): void {
  held().delete(id);
  const [oldest] = held().keys();
  if (held().size >= TOKENS_MAX && oldest !== undefined) held().delete(oldest);
  held().set(id, entry);
}

async function askToken({ tokenUrl, clientId, clientSecret, scope }: OAuth, now: Date) {
  const server: oauth.AuthorizationServer = { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl };
  const client: oauth.Client = { client_id: clientId };
  try {
    const response = await oauth.clientCredentialsGrantRequest(
      server,
      client,
      oauth.ClientSecretBasic(clientSecret),
      scope === "" ? {} : { scope },
      // Which addresses may be asked, and whether by http, the guard knows.
      { [oauth.customFetch]: guardedFetch, [oauth.allowInsecureRequests]: true },
    );
    const granted = await oauth.processClientCredentialsResponse(server, client, response);
    const lastsMs = granted.expires_in === undefined ? UNSAID_MS : granted.expires_in * 1_000;
    return { value: granted.access_token, untilMs: now.getTime() + Math.max(0, lastsMs - EARLY_MS) };
  } catch (error) {
    throw error instanceof TokenFailed ? error : new TokenFailed(failureOf(error));
  }
}

/** The server's own code, which is one of a few words; never its sentence. Source: RFC 6749, 5.2. */
function failureOf(error: unknown): string {
  if (error instanceof oauth.ResponseBodyError && /^\w{1,40}$/.test(error.error))
    return `TOKEN_REFUSED ${error.error}`;
  return error instanceof oauth.WWWAuthenticateChallengeError ? "TOKEN_REFUSED" : "TOKEN_ANSWER_WRONG";
}

async function guardedFetch(
  url: string,
  { headers, body }: oauth.CustomFetchOptions<"POST", URLSearchParams>,
): Promise<Response> {
  const call = { url, headers, body: Buffer.from(body.toString()) };
  return responseOf(await outbound().post(call, { headMs: TOKEN_MS_MAX, textBytesMax: ANSWER_BYTES_MAX }));
}

function responseOf(outcome: Outcome): Response {
  if (outcome.kind === "refused") throw new TokenFailed("TOKEN_ADDRESS_REFUSED", "refused");
  if (outcome.kind === "failed") throw new TokenFailed("TOKEN_SERVER_UNREACHABLE");
  const { status, head, text } = outcome;
  const isEmpty = [101, 103, 204, 205, 304].includes(status);
  return new Response(isEmpty ? null : text, { status, headers: head });
}
