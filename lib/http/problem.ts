import { randomInt } from "node:crypto";
import { PROBLEM_CODES } from "#lib/contract/values/problems.ts";
import type { Problem } from "#lib/contract/problems.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log/log.ts";
import { wordsHere, type ServerWords } from "#lib/messages/here.ts";
import { InvalidInput } from "./errors.ts";

/** Status of each code that may reach a person. A code that is not here is a fault of ours. */
const STATUSES = {
  SESSION_ENDED: 401,
  ACCESS_WITHDRAWN: 403,
  STORE_UNINSTALLED: 403,
  OWNER_ONLY: 403,
  WEBHOOKS_OWNER_ONLY: 403,
  FORBIDDEN_ORIGIN: 403,
  INVALID_INPUT: 400,
  INPUT_TOO_LARGE: 413,
  INPUT_TOO_SLOW: 408,
  OVERLOADED: 503,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NEEDS_REAUTHORISATION: 409,
  BIGCOMMERCE_UNREACHABLE: 502,
  BIGCOMMERCE_UNREADABLE: 409,
  BIGCOMMERCE_NOT_FOUND: 409,
  STORE_NOT_FOUND: 409,
  CHECK_REFUSED: 409,
  BIGCOMMERCE_RATE_LIMITED: 503,
  BIGCOMMERCE_FORBIDDEN: 409,
  BIGCOMMERCE_REFUSED: 409,
  BIGCOMMERCE_CONFLICT: 409,
  RATE_LIMITED: 429,
  CHECK_RUNNING: 409,
  VIEW_NAME_TAKEN: 409,
  TOO_MANY_VIEWS: 409,
  SEARCH_TIMED_OUT: 503,
  RUN_UNDER_WAY: 409,
  ERASURE_UNDER_WAY: 409,
  NOTHING_TO_ERASE: 404,
  RETENTION_TOO_LONG: 400,
  TOO_MANY_DESTINATIONS: 409,
  DESTINATION_OFF: 409,
  DESTINATION_MADE_BEFORE: 409,
  NOT_AN_ADDRESS: 400,
  HAS_PASSWORD: 400,
  OWN_ADDRESS: 400,
  LITERAL_ADDRESS: 400,
  PRIVATE_ADDRESS: 400,
  NOT_HTTPS: 400,
  PORT_NOT_ALLOWED: 400,
  TOKEN_ADDRESS_REFUSED: 400,
  KEY_INVALID: 400,
  TEMPLATE_MISSING: 400,
  TEMPLATE_WRONG: 400,
  HEADERS_REFUSED: 400,
  FILTER_REFUSED: 400,
  NOT_A_SLACK_WEBHOOK: 400,
  NOT_A_TEAMS_WORKFLOW: 400,
  NOT_A_QUEUE: 400,
  NOT_A_TOPIC: 400,
  NOT_AN_EVENT_BUS: 400,
  SIGN_IN_UNFIT: 400,
  NOT_A_PUBSUB_TOPIC: 400,
  AWS_KEY_WRONG: 400,
  SERVICE_ACCOUNT_WRONG: 400,
  NOT_AN_EMAIL: 400,
  NOT_A_MEMBER: 400,
  MAIL_NOT_SET_UP: 409,
  ENDPOINT_REFUSED: 400,
  HEADERS_UNFIT: 400,
} satisfies Partial<Record<keyof ServerWords["PROBLEMS"], number>>;

const isKnown = (code: string): code is keyof typeof STATUSES => Object.hasOwn(STATUSES, code);

/** Without the letters and digits that are taken for one another when a person reads them out. */
const REFERENCE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/**
 * Answers an error as `application/problem+json`. Only codes with words of their own say what they are; anything else
 * is logged under a short reference and answered with that reference alone. Source: RFC 9457.
 */
export function problemResponse(error: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const problem =
    error instanceof AppError && isKnown(error.code) ? explain(error, error.code) : fault(error);
  const response = Response.json(problem, {
    status: problem.status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
  if (problem.retryAfterSeconds !== undefined)
    response.headers.set("Retry-After", String(problem.retryAfterSeconds));
  return response;
}

function fault(error: unknown): Problem {
  const code = PROBLEM_CODES.unexpected;
  return {
    type: "about:blank",
    code,
    status: 500,
    ...wordsHere().PROBLEMS[code],
    reference: reportFault(error),
  };
}

function explain(error: AppError, code: keyof typeof STATUSES): Problem {
  const { title, detail } = wordsHere().PROBLEMS[code];
  const problem: Problem = { type: "about:blank", title, status: STATUSES[code], code, detail };
  if (error instanceof InvalidInput && error.faults.length > 0)
    problem.detail = `${detail} ${error.faults.join("; ")}.`;
  if ("retryAfterMs" in error && typeof error.retryAfterMs === "number") {
    problem.retryAfterSeconds = Math.ceil(error.retryAfterMs / 1000);
  }
  return problem;
}

/**
 * Logs a fault that no one foresaw, never the request it came with.
 * @returns a short id such as `7F3K-2P` that joins what a person sees to what the log holds.
 */
export function reportFault(error: unknown): string {
  const reference = newReference();
  log.error({ reference, err: error, outcome: "failed" }, "an unexpected fault was answered");
  return reference;
}

function newReference(): string {
  const letters = Array.from({ length: 6 }, () =>
    REFERENCE_ALPHABET.charAt(randomInt(REFERENCE_ALPHABET.length)),
  ).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
