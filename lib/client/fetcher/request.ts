import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import type { Problem } from "#lib/contract/problems.ts";
import type { SessionToken } from "#lib/contract/session.ts";
import { sessionKey } from "./keys.ts";
import { noticePerson } from "./person.ts";
import { sentences } from "./sentences.ts";
import { PageSession } from "./session-token.ts";

/** What the API refused, told apart by its stable `code`. `message` is the sentence for a person. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly reference: string | undefined;
  /** Seconds after which the same request makes sense again, when the server said so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Omit<Problem, "type">) {
    super(problem.detail);
    this.name = "ApiProblem";
    this.code = problem.code;
    this.status = problem.status;
    this.reference = problem.reference;
    this.retryAfterSeconds = problem.retryAfterSeconds;
  }
}

/** Code of a request that never reached the server. */
export const UNREACHABLE = "APP_UNREACHABLE";

const watchers = new Set<(problem: ApiProblem) => void>();

/** Hears of every refusal, whoever asked: this is how the end of a session reaches the whole page. Call the result to stop. */
export function watchProblems(watcher: (problem: ApiProblem) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Headers that every request carries; the custom one is what a foreign page's form cannot send. */
const HEADERS = { Accept: "application/json", "X-Requested-With": "webhook-keeper" };

/** The session of this page where its browser keeps no cookie; the one fetcher below puts it on every request. */
export const pageSession = new PageSession(async (store, by) => {
  const response = await reach(sessionKey(store), {
    method: "POST",
    body: JSON.stringify("ticket" in by ? by : {}),
    headers: {
      "Content-Type": "application/json",
      ...("token" in by && { Authorization: `Bearer ${by.token}` }),
    },
  });
  // The route that answers here parsed this through the contract's shape; see storeRoute.
  if (response.ok) return (await response.json()) as SessionToken;
  const problem = await problemOf(response);
  if (problem.status === 401 || problem.status === 403) return null;
  throw problem;
});

/**
 * Reads JSON. `Answer` is the contract's type for this address: the route parses what it answers through the very shape,
 * so the browser need not load zod to do it again.
 * @throws {ApiProblem} when the server refuses or is out of reach.
 */
export async function getJson<Answer>(url: string, signal?: AbortSignal): Promise<Answer> {
  return ask(url, { ...(signal && { signal }) });
}

/**
 * Sends JSON and reads JSON, typed as `getJson` says. Never repeated by itself.
 * @param idempotencyKey Names a wish whose repetition makes no second thing, where the route knows that.
 * @param outlivesPage Whether it goes on when the page is left meanwhile.
 * @throws {ApiProblem} as `getJson` does.
 */
export async function sendJson<Answer>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  url: string,
  body: unknown,
  {
    signal,
    idempotencyKey,
    outlivesPage = false,
  }: { signal?: AbortSignal; idempotencyKey?: string; outlivesPage?: boolean } = {},
): Promise<Answer> {
  const headers = {
    "Content-Type": "application/json",
    ...(idempotencyKey !== undefined && { "Idempotency-Key": idempotencyKey }),
  };
  const init = { method, headers, body: JSON.stringify(body), keepalive: outlivesPage };
  return ask(url, { ...init, ...(signal && { signal }) });
}

/**
 * Opens a stream or a download with the same headers as everything else. Where neither a cookie nor a token opened the
 * store, the ticket of the launch gets a token, and the request, of which nothing was done, is sent again: once.
 * @throws {ApiProblem} when the server refuses or is out of reach.
 */
export async function openStream(url: string, init: RequestInit = {}): Promise<Response> {
  const authorization = pageSession.headers(url);
  let response = await reach(url, init, authorization);
  const wentByCookie = !("Authorization" in authorization);
  if (response.status === 401 && wentByCookie && (await pageSession.gainToken(url)))
    response = await reach(url, init, pageSession.headers(url));
  else if (response.ok && wentByCookie) pageSession.forgetTicket();
  noticePerson(response);
  if (response.ok) return response;
  const problem = await problemOf(response);
  for (const watcher of watchers) watcher(problem);
  throw problem;
}

async function ask<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const response = await openStream(url, init);
  // The route that answers here parsed this through the contract's shape; see storeRoute.
  return (await response.json()) as Answer;
}

async function reach(
  url: string,
  init: RequestInit,
  authorization: Record<string, string> = {},
): Promise<Response> {
  try {
    // What the page speaks, the answer shall speak.
    const language = { "Accept-Language": document.documentElement.lang };
    const headers = {
      ...HEADERS,
      ...language,
      ...Object.fromEntries(new Headers(init.headers)),
      ...authorization,
    };
    return await fetch(url, { ...init, headers, credentials: "same-origin", cache: "no-store" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem({
      title: "Unreachable",
      status: 0,
      code: UNREACHABLE,
      detail: sentences().unreachable,
    });
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const isProblemJson = response.headers.get("content-type")?.startsWith("application/problem+json");
  // Only our own API answers with this type, and always in the contract's shape.
  if (isProblemJson) return new ApiProblem((await response.json()) as Problem);
  return new ApiProblem({
    title: response.statusText,
    status: response.status,
    code: PROBLEM_CODES.unexpected,
    detail: sentences().trouble,
  });
}

/** Whether an error is our API's refusal with this code. */
export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}
