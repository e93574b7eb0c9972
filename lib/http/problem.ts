import { randomInt } from "node:crypto";
import { PROBLEM_CODES } from "#lib/contract/closed-sets.ts";
import type { Problem } from "#lib/contract/problems.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { InvalidInput } from "./errors.ts";

interface Words {
  status: number;
  title: string;
  detail: string;
}

const UNEXPECTED: Words = {
  status: 500,
  title: "This part takes a break",
  detail: "Something went wrong on our side. Try again; if it stays, tell us the reference.",
};

const UNREACHABLE: Words = {
  status: 502,
  title: "BigCommerce did not answer",
  detail: "BigCommerce takes longer than usual to answer. Your events still arrive. Try again in a minute.",
};

/** Status and words of each code that may reach a person. A code that is not here is a fault of ours. */
const WORDS: Readonly<Record<string, Words>> = {
  [PROBLEM_CODES.sessionEnded]: {
    status: 401,
    title: "Your session ended",
    detail: "Open the app again from the Apps menu of your store.",
  },
  [PROBLEM_CODES.accessWithdrawn]: {
    status: 403,
    title: "You no longer have access",
    detail: "Ask the store owner to grant access to this app.",
  },
  [PROBLEM_CODES.storeUninstalled]: {
    status: 403,
    title: "The app was removed from this store",
    detail: "Install the app again to go on.",
  },
  [PROBLEM_CODES.ownerOnly]: {
    status: 403,
    title: "Only the owner can do this",
    detail: "Ask the owner of the store to do it.",
  },
  [PROBLEM_CODES.forbiddenOrigin]: {
    status: 403,
    title: "This request was not made by the app",
    detail: "Changes are only accepted from the app's own pages.",
  },
  [PROBLEM_CODES.invalidInput]: {
    status: 400,
    title: "This is not understood",
    detail: "Something in the request does not fit.",
  },
  INPUT_TOO_LARGE: {
    status: 413,
    title: "This is too much",
    detail: "The request is larger than the app accepts.",
  },
  [PROBLEM_CODES.notFound]: {
    status: 404,
    title: "This doesn't exist",
    detail: "There is nothing here, or not any more.",
  },
  [PROBLEM_CODES.methodNotAllowed]: {
    status: 405,
    title: "This cannot be done here",
    detail: "The address does not accept this method.",
  },
  [PROBLEM_CODES.needsReauthorisation]: {
    status: 409,
    title: "The store has to accept this app again",
    detail: "Open the app from the Apps menu and confirm. Until then webhooks stay as they are.",
  },
  [PROBLEM_CODES.bigcommerceUnreachable]: UNREACHABLE,
  [PROBLEM_CODES.bigcommerceRateLimited]: {
    status: 503,
    title: "BigCommerce asked us to slow down",
    detail: "The store's quota at BigCommerce is spent for the moment. Try again shortly.",
  },
  BIGCOMMERCE_FORBIDDEN: {
    status: 409,
    title: "The store did not grant this",
    detail: "The app lacks a permission for this. Open it from the Apps menu and confirm what it asks for.",
  },
  BIGCOMMERCE_REFUSED: {
    status: 409,
    title: "BigCommerce refused this",
    detail: "BigCommerce does not accept this change. Check the webhooks, then try again.",
  },
  BIGCOMMERCE_CONFLICT: {
    status: 409,
    title: "BigCommerce has something else by now",
    detail: "The webhooks at BigCommerce changed meanwhile. Check them, then try again.",
  },
  [PROBLEM_CODES.rateLimited]: {
    status: 429,
    title: "That was too quick",
    detail:
      "Too many requests came at once, so nothing was done for this one. Wait a minute, then try again.",
  },
  [PROBLEM_CODES.checkRunning]: {
    status: 409,
    title: "A check is already running",
    detail: "Wait a moment, then look again.",
  },
  [PROBLEM_CODES.viewNameTaken]: {
    status: 409,
    title: "You have a view of this name",
    detail: "Choose another name for this view.",
  },
  [PROBLEM_CODES.tooManyViews]: {
    status: 409,
    title: "You have as many views as fit",
    detail: "Delete a view that you no longer use, then save this one.",
  },
  [PROBLEM_CODES.erasureUnderWay]: {
    status: 409,
    title: "Something else is being erased",
    detail: "Wait until that is done, then ask for this.",
  },
  [PROBLEM_CODES.nothingToErase]: {
    status: 404,
    title: "There is nothing to erase",
    detail: "Nothing is kept about this. Check the kind and the number.",
  },
  RETENTION_TOO_LONG: {
    status: 400,
    title: "Events are not kept for so long",
    detail: "Who runs the app keeps no store's events for longer. Choose fewer days.",
  },
  [PROBLEM_CODES.searchTimedOut]: {
    status: 503,
    title: "This search takes too long",
    detail: "There is too much to look through. Choose a shorter time range, then try again.",
  },
  [PROBLEM_CODES.runUnderWay]: {
    status: 409,
    title: "Other changes are under way",
    detail: "Wait until the changes under way are done, or cancel them.",
  },
};

/** Without the letters and digits that are taken for one another when somebody reads them out. */
const REFERENCE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/**
 * Answers an error as `application/problem+json`. Only codes with words of their own say what they are; anything else
 * is logged under a short reference and answered with that reference alone. Source: RFC 9457.
 */
export function problemResponse(error: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const known = error instanceof AppError ? WORDS[error.code] : undefined;
  const problem: Problem =
    known && error instanceof AppError
      ? explain(error, known)
      : { type: "about:blank", code: PROBLEM_CODES.unexpected, ...UNEXPECTED, reference: reportFault(error) };
  const response = Response.json(problem, {
    status: problem.status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
  if (problem.retryAfterSeconds !== undefined)
    response.headers.set("Retry-After", String(problem.retryAfterSeconds));
  return response;
}

function explain(error: AppError, { status, title, detail }: Words): Problem {
  const problem: Problem = { type: "about:blank", title, status, code: error.code, detail };
  if (error instanceof InvalidInput) problem.detail = `${detail} ${error.faults.join("; ")}.`;
  if ("retryAfterMs" in error && typeof error.retryAfterMs === "number") {
    problem.retryAfterSeconds = Math.ceil(error.retryAfterMs / 1000);
  }
  return problem;
}

/**
 * Logs a fault that nobody foresaw, never the request it came with.
 * @returns a short id such as `7F3K-2P` that joins what a person sees to what the log holds.
 */
export function reportFault(error: unknown): string {
  const reference = newReference();
  log.error({ reference, err: error }, "an unexpected fault was answered");
  return reference;
}

function newReference(): string {
  const letters = Array.from({ length: 6 }, () =>
    REFERENCE_ALPHABET.charAt(randomInt(REFERENCE_ALPHABET.length)),
  ).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
