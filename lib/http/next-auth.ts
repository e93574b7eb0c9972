import NextAuth, { type AuthOptions } from "next-auth";
import { requireAccess } from "#lib/features/auth/access.ts";
import { endSessions } from "#lib/features/auth/records.ts";
import type { StoreHash } from "#lib/ids.ts";
import { cookieName } from "#lib/platform/session/cookie.ts";
import { authOptions, homeOf } from "#lib/platform/session/options.ts";
import { isSameOrigin } from "./csrf.ts";
import { ForbiddenOrigin, InvalidInput, NotFound } from "./errors.ts";
import { readText } from "./input.ts";

/** What we let next-auth do: tell the session, hand out its CSRF token, sign out. */
const ACTIONS: ReadonlySet<string> = new Set(["GET session", "GET csrf", "GET providers", "POST signout"]);
const BODY_BYTES_MAX = 16 * 1024;

// Cast: its types ask for a whole request and response of Next.js; it reads these fields, and calls these methods, only.
const plainNextAuth = NextAuth as unknown as (
  request: { method: string; headers: object; cookies: object; query: object; body: unknown },
  response: Answer,
  options: AuthOptions,
) => Promise<void>;

/**
 * Lets next-auth answer a request below `/s/{store}/auth/`. It is called in its plain form, with a request that names no
 * host, so that no header can decide where a browser is sent.
 * @param action The path's segments after `auth`.
 * @throws {NotFound} for what next-auth does not do here.
 * @throws {ForbiddenOrigin} for a sign-out that comes from elsewhere, or without next-auth's own token.
 */
export async function answerAuth(
  request: Request,
  store: StoreHash,
  action: readonly string[],
  now: Date,
): Promise<Response> {
  if (!ACTIONS.has(`${request.method} ${action.join("/")}`))
    throw new NotFound("next-auth does not do this here");
  if (request.method === "POST" && !isSameOrigin(request))
    throw new ForbiddenOrigin("the sign-out comes from another origin");

  const home = homeOf(store);
  const asked = {
    method: request.method,
    headers: {},
    // Its cookie for the address to return to says what ours says anyway, so that none is set.
    cookies: { ...cookiesOf(request), [cookieName("callback")]: home },
    query: { nextauth: [...action] },
    body:
      request.method === "POST"
        ? { ...(await readFields(request)), callbackUrl: home, json: "true" }
        : undefined,
  };
  const answer = new Answer();
  const guard = { requireAccess, endSessions: ({ user }: { user: string }) => endSessions(store, user) };
  await plainNextAuth(asked, answer, authOptions(store, guard, now));
  if (request.method === "POST" && answer.redirect !== home)
    throw new ForbiddenOrigin("next-auth's own token is missing");
  return answer.toResponse();
}

/** Collects what next-auth answers. */
class Answer {
  #status = 200;
  #body: unknown;
  readonly #headers = new Map<string, string | string[]>();

  status(code: number): this {
    this.#status = code;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(body: unknown): void {
    this.#body = body;
  }

  send(body: unknown): void {
    this.#body = body;
  }

  end(): void {
    this.#body = undefined;
  }

  /** Where next-auth wants the browser to go. */
  get redirect(): unknown {
    return typeof this.#body === "object" && this.#body !== null && "url" in this.#body
      ? this.#body.url
      : undefined;
  }

  toResponse(): Response {
    const response = Response.json(this.#body ?? {}, { status: this.#status });
    for (const [name, value] of this.#headers) {
      if (name === "content-type") continue;
      for (const each of [value].flat()) response.headers.append(name, each);
    }
    response.headers.set("Cache-Control", "no-store");
    return response;
  }
}

function cookiesOf(request: Request): Record<string, string> {
  const pairs = (request.headers.get("Cookie") ?? "").split(";").map((pair) => pair.trim().split(/=(.*)/s));
  return Object.fromEntries(pairs.map(([name = "", value = ""]) => [name, decode(value)]));
}

/** Cookies of other pages of this host may hold anything. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

async function readFields(request: Request): Promise<Record<string, unknown>> {
  const text = await readText(request, BODY_BYTES_MAX);
  if (request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return { ...JSON.parse(text) };
  } catch {
    throw new InvalidInput(["the body is neither JSON nor a form"]);
  }
}
