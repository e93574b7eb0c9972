import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { processWide } from "#lib/process-wide.ts";

/** What a proxy may give: long enough for a UUID or a trace's id, and nothing that could be mistaken for more of a line. */
const GIVEN = /^[\w.:/+=@-]{1,128}$/;

const ids = processWide("request-id", () => new AsyncLocalStorage<string | undefined>());

/** The id that the proxy before us gave a request, when it can be one; otherwise a new one. @param given `X-Request-Id`. */
export function requestIdOf(given: string | readonly string[] | undefined): string {
  return typeof given === "string" && GIVEN.test(given) ? given : randomUUID();
}

/** Runs `answer` so that every line that is logged for it carries the request's id. */
export function withRequestId<Result>(id: string, answer: () => Result): Result {
  return ids.run(id, answer);
}

/** Runs what a request only happens to be the first to need, and what outlives it: its lines are not the request's. */
export function outsideRequests<Result>(work: () => Result): Result {
  return ids.run(undefined, work);
}

/** The id of the request that is being answered; undefined outside of one. */
export function currentRequestId(): string | undefined {
  return ids.getStore();
}
