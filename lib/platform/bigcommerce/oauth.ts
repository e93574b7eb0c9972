import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { parseStorable } from "#lib/storable-text.ts";

const TIMEOUT_MS = 10_000;

/** A user's id, as a number or as its digits; no more of them than an id of 64 bits can have. */
const UserId = z
  .union([z.number().int().positive(), z.string().regex(/^[1-9]\d{0,17}$/)])
  .transform((id) => BigInt(id));
const Text = z.string().min(1);

// Source: BigCommerce docs, Implementing OAuth. A code is good once, so one odd value must not cost the installation: only
// what nothing works without is demanded. Older samples have neither owner nor account; scope null was met in the wild.
const TokenAnswer = z.object({
  access_token: Text,
  context: Text,
  user: z.object({
    id: UserId,
    email: Text.nullable().catch(null),
    username: Text.nullable().catch(null),
  }),
  scope: z.union([Text.transform((scopes) => scopes.split(/\s+/)), z.array(Text)]).catch([]),
  owner: z.object({ id: UserId }).nullable().catch(null),
  account_uuid: Text.nullable().catch(null),
});

/** What a token answer usually tells, and an installation can do without. */
export type GrantDetail = "scopes" | "owner" | "account" | "email";

/** What BigCommerce grants in exchange for a code. */
export interface Grant {
  accessToken: string;
  /** Empty when the answer did not tell. */
  scopes: string[];
  /** `stores/{hash}`: the store that the token is for. */
  context: string;
  user: { id: bigint; email: string | null };
  ownerUserId: bigint | null;
  accountUuid: string | null;
  /** What the answer lacked, or said in a way that no one understands. */
  missing: GrantDetail[];
}

/** BigCommerce does not accept the code: used, too old, or not for this app. A new installation brings a new code. */
export class CodeRefused extends AppError {
  readonly code = "BIGCOMMERCE_CODE_REFUSED";
  readonly retryable = false;
}

/** The code was taken, and the answer lacks what no installation works without. The message names it. */
export class GrantUnreadable extends AppError {
  readonly code = "BIGCOMMERCE_GRANT_UNREADABLE";
  readonly retryable = false;
}

/** The login server did not answer in time, or failed. */
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
 * @throws {LoginUnreachable} on silence for 10 seconds, or a server fault.
 * @throws {GrantUnreadable} when the answer lacks the token, its store or the person.
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
  if (!answer.success) {
    const places = answer.error.issues.map(({ path }) => path.join(".") || "its root");
    throw new GrantUnreadable(`the login server answered ${status}, unreadable at ${places.join(", ")}`);
  }

  const { access_token, scope, context, user, owner, account_uuid } = answer.data;
  const scopes = scope.filter((entry) => entry !== "");
  const email = user.email ?? user.username;
  const lacks: Record<GrantDetail, boolean> = {
    scopes: scopes.length === 0,
    owner: owner === null,
    account: account_uuid === null,
    email: email === null,
  };
  return {
    accessToken: access_token,
    scopes,
    context,
    user: { id: user.id, email },
    ownerUserId: owner?.id ?? null,
    accountUuid: account_uuid,
    missing: (["scopes", "owner", "account", "email"] as const).filter((detail) => lacks[detail]),
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
    return parseStorable(text);
  } catch {
    return undefined;
  }
}
