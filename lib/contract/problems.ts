import { z } from "zod";

/** `application/problem+json` as our API answers it. Source: RFC 9457; `code` is stable, `detail` is for a person. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** Short id that support can find in the log. */
  reference: z.string().optional(),
  /** Seconds after which the same request makes sense again. */
  retryAfterSeconds: z.number().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Codes that the screens tell apart. */
export const PROBLEM_CODES = {
  sessionEnded: "SESSION_ENDED",
  accessWithdrawn: "ACCESS_WITHDRAWN",
  storeUninstalled: "STORE_UNINSTALLED",
  forbiddenOrigin: "FORBIDDEN_ORIGIN",
  invalidInput: "INVALID_INPUT",
  notFound: "NOT_FOUND",
  methodNotAllowed: "METHOD_NOT_ALLOWED",
  needsReauthorisation: "NEEDS_REAUTHORISATION",
  bigcommerceUnreachable: "BIGCOMMERCE_UNREACHABLE",
  bigcommerceRateLimited: "BIGCOMMERCE_RATE_LIMITED",
  checkRunning: "CHECK_RUNNING",
  unexpected: "UNEXPECTED",
} as const;
