import type { ZodType } from "zod";
import { requireAccess, stillHasAccess } from "#lib/features/auth/access.ts";
import { SessionEnded, type Access, requireOwner, requireWebhookRight } from "#lib/access.ts";
import { languageOf } from "#lib/contract/values/language-of.ts";
import type { Language } from "#lib/contract/values/languages.ts";
import { StoreHash } from "#lib/ids.ts";
import { TOTAL_SECONDS_MAX } from "#lib/platform/session/life.ts";
import { readSession, renewedCookie, type RequestSession } from "#lib/platform/session/read.ts";
import { speaking } from "#lib/messages/language.ts";
import { requireOwnPage } from "./csrf.ts";
import { NotFound } from "./errors.ts";
import { isKeepable, parseInput, queryOf, readJson } from "./input.ts";
import { problemResponse } from "./problem.ts";
import { admitChange, admitPerson } from "./rate-limit.ts";

/** What a store-bound handler gets: everything in it is checked. */
export interface StoreRequest<Query, Body> {
  store: StoreHash;
  session: RequestSession;
  access: Access;
  query: Query;
  body: Body;
  /** The path's parameters, as written in the address. */
  params: Record<string, string>;
  /** The language of the page that asks, for every sentence of the answer. */
  language: Language;
  now: Date;
  request: Request;
  /** Whether the session still opens the store. A long answer has to ask from time to time. */
  isStillAllowed(): Promise<boolean>;
}

export interface StoreRouteOptions<Query, Body, Answer> {
  /** Shape of the search parameters; without it they are not read. */
  query?: ZodType<Query>;
  /** Shape of the JSON body; without it none is read. */
  body?: ZodType<Body>;
  /** Shape of the answer; fields that it does not name are never sent. */
  answer?: ZodType<Answer>;
  /** Only the store's owner may ask; no one else is told what the request should look like. */
  isForOwner?: boolean;
  /** It changes webhooks, which in some stores is the owner's; likewise. */
  changesWebhooks?: boolean;
  /** Finds the session of a request that may bring it in another way than the rest; null refuses the request. */
  recognise?(request: Request, store: StoreHash, now: Date): Promise<RequestSession | null>;
  /** Does the work. A `Response` of its own is passed on as it is. */
  run(input: StoreRequest<Query, Body>): Promise<Answer | Response> | Answer | Response;
}

export type StoreRoute = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/**
 * Makes a route handler of a store. The request needs a session of the store in its path, and the person needs access
 * now. A change must come from our own page. Input and answer must fit their shapes. Errors become
 * `application/problem+json`, caches keep nothing, and a session in use is prolonged. The answer names the person, so
 * that a page notices when another person's cookie replaced its own.
 */
export function storeRoute<Query = undefined, Body = undefined, Answer = unknown>(
  options: StoreRouteOptions<Query, Body, Answer>,
): StoreRoute {
  return (request, context) => {
    const language = languageOf(request.headers.get("Accept-Language"));
    return speaking(language, () => answer(options, request, context, language));
  };
}

async function answer<Query, Body, Answer>(
  options: StoreRouteOptions<Query, Body, Answer>,
  request: Request,
  context: { params: Promise<Record<string, string>> },
  language: Language,
): Promise<Response> {
  const now = new Date();
  try {
    const params = await context.params;
    const store = StoreHash.safeParse(params.storeHash);
    if (!store.success) throw new NotFound("the path names no store");
    if (!isKeepable(params)) throw new NotFound("the path names what cannot exist");
    const isChange = request.method !== "GET" && request.method !== "HEAD";
    if (isChange) requireOwnPage(request);

    const session = await (options.recognise ?? readSession)(request, store.data, now);
    if (!session) throw new SessionEnded("the request brings no session of this store");
    await admitPerson(session.claims, { isChange });
    const access = await requireAccess(session.claims);
    if (options.isForOwner) requireOwner(access, "for what is the owner's");
    if (options.changesWebhooks) requireWebhookRight(access);
    if (isChange) await admitChange(store.data);

    // Without a shape the type parameter is undefined, and so is the value.
    const query = (options.query ? parseInput(options.query, queryOf(request)) : undefined) as Query;
    const body = (options.body ? parseInput(options.body, await readJson(request)) : undefined) as Body;
    const outcome = await options.run({
      store: store.data,
      session,
      access,
      query,
      body,
      params,
      language,
      now,
      request,
      isStillAllowed: () => isStillAllowed(access, session),
    });

    const response =
      outcome instanceof Response
        ? outcome
        : Response.json(options.answer ? options.answer.parse(outcome) : outcome);
    response.headers.set("Cache-Control", response.headers.get("Cache-Control") ?? "no-store");
    response.headers.set("Session-User", access.userId);
    const cookie = await renewedCookie(session, now);
    // Who signs out takes the cookie away; that is not to be undone.
    if (cookie && !response.headers.has("Set-Cookie")) response.headers.append("Set-Cookie", cookie);
    return response;
  } catch (error) {
    return problemResponse(error);
  }
}

/** A renewal is not seen by a request that was begun before it, so that of the session's own times only the last counts. */
async function isStillAllowed(access: Access, { claims }: RequestSession): Promise<boolean> {
  return Date.now() / 1000 < claims.startedAt + TOTAL_SECONDS_MAX && stillHasAccess(access);
}
