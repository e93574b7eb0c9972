import { z } from "zod";
import { AppError } from "#lib/errors.ts";

const TIMEOUT_MS = 10_000;

const person = z.object({
  id: z.number().int().positive(),
  email: z.string().optional(),
  username: z.string().optional(),
});

// Source: BigCommerce docs, Implementing OAuth. Older samples have neither owner nor account; scopes may be more than asked for.
const TokenAnswer = z.object({
  access_token: z.string().min(1),
  scope: z.string().default(""),
  context: z.string(),
  user: person,
  owner: person.optional(),
  account_uuid: z.string().optional(),
});

/** What BigCommerce grants in exchange for a code. */
export interface Grant {
  accessToken: string;
  scopes: string[];
  /** `stores/{hash}`: the store that the token is for. */
  context: string;
  user: { id: bigint; email: string };
  ownerUserId: bigint | null;
  accountUuid: string | null;
}

/** BigCommerce does not accept the code: used, too old, or not for this app. A new installation brings a new code. */
export class CodeRefused extends AppError {
  readonly code = "BIGCOMMERCE_CODE_REFUSED";
  readonly retryable = false;
}

/** The login server did not answer in time, or not as documented. */
export class LoginUnreachable extends AppError {
  readonly code = "BIGCOMMERCE_UNREACHABLE";
  readonly retryable = true;
}

/** What the exchange needs; `code`, `context` and `scope` are as the auth callback brought them. */
export interface Exchange {
  loginUrl: string;
  clientId: string;
  clientSecret: string;
  /** The address of the auth callback, identical to the one in the app's profile. */
  redirectUri: string;
  code: string;
  context: string;
  scope: string;
}

/**
 * Exchanges the code of an auth callback for an access token. Not repeatable: a code is good once.
 * Source: BigCommerce docs, Implementing OAuth, token request.
 * @throws {CodeRefused} when BigCommerce says no.
 * @throws {LoginUnreachable} on silence for 10 seconds, a server fault, or an answer that is no grant.
 */
export async function exchangeCode(exchange: Exchange): Promise<Grant> {
  const { status, body } = await post(`${exchange.loginUrl}/oauth2/token`, {
    client_id: exchange.clientId,
    client_secret: exchange.clientSecret,
    code: exchange.code,
    context: exchange.context,
    scope: exchange.scope,
    grant_type: "authorization_code",
    redirect_uri: exchange.redirectUri,
  });
  if (status === 429 || status >= 500) throw new LoginUnreachable(`the login server answered ${status}`);
  if (status >= 400) throw new CodeRefused(`the login server refused the code with ${status}`);
  const answer = TokenAnswer.safeParse(body);
  if (!answer.success) throw new LoginUnreachable(`the login server answered ${status} without a grant`);

  const { access_token, scope, context, user, owner, account_uuid } = answer.data;
  return {
    accessToken: access_token,
    scopes: scope.split(/\s+/).filter((entry) => entry !== ""),
    context,
    user: { id: BigInt(user.id), email: user.email ?? user.username ?? "" },
    ownerUserId: owner ? BigInt(owner.id) : null,
    accountUuid: account_uuid ?? null,
  };
}

async function post(url: string, body: unknown): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "User-Agent": "Webhook Keeper",
      },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    return { status: response.status, body: parseJson(text) };
  } catch (cause) {
    throw new LoginUnreachable("the login server did not answer", { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
