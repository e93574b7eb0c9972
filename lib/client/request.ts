import { PROBLEM_CODES } from "#lib/contract/closed-sets.ts";
import type { Problem } from "#lib/contract/problems.ts";

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
 * @throws {ApiProblem} as `getJson` does.
 */
export async function sendJson<Answer>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  url: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  return ask(url, { method, headers, body: JSON.stringify(body), ...(signal && { signal }) });
}

/**
 * Opens a stream or a download with the same headers as everything else.
 * @throws {ApiProblem} when the server refuses or is out of reach.
 */
export async function openStream(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await reach(url, init);
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

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    const headers = { ...HEADERS, ...Object.fromEntries(new Headers(init.headers)) };
    return await fetch(url, { ...init, headers, credentials: "same-origin", cache: "no-store" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem({
      title: "Unreachable",
      status: 0,
      code: UNREACHABLE,
      detail: "This app takes longer than usual to answer.",
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
    detail: "This takes longer than usual. Try again.",
  });
}

/** Whether an error is our API's refusal with this code. */
export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}
