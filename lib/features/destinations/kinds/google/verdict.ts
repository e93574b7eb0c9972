import { z } from "zod";
import type { Verdict } from "#lib/features/destinations/kinds/kind.ts";
import type { Answered } from "#lib/platform/outbound/exchange.ts";

/** Source: Google Cloud APIs, errors. */
const Failure = z.object({
  error: z.object({ status: z.string().regex(/^[A-Z_]{1,60}$/), message: z.string().default("") }),
});

const BY_STATUS: Readonly<Record<string, Verdict>> = {
  UNAUTHENTICATED: { outcome: "ill", failure: "RECEIVER_KEY_WRONG" },
  PERMISSION_DENIED: { outcome: "ill", failure: "RECEIVER_FORBIDS" },
  // Billing, or a key of the customer's that is turned off: a person mends it, and then the event is welcome.
  FAILED_PRECONDITION: { outcome: "ill", failure: "RECEIVER_FORBIDS" },
  NOT_FOUND: { outcome: "ill", failure: "RECEIVER_NOT_FOUND" },
};

/** What an answer of Google's means; null when its HTTP status says it, such as 429. Pure. */
export function googleVerdict({ status: httpStatus, text }: Answered): Verdict | null {
  if (httpStatus < 300) return null;
  const told = Failure.safeParse(jsonIn(text));
  if (!told.success) return null;
  const { status, message } = told.data.error;
  const verdict = verdictOn(status, message);
  return verdict && { ...verdict, failure: `${verdict.failure} ${status}` };
}

function verdictOn(status: string, message: string): Verdict | null {
  if (status === "INVALID_ARGUMENT" && /too large|too long|exceeds|maximum/i.test(message))
    return { outcome: "given_up", failure: "MESSAGE_TOO_LARGE" };
  if (status === "UNAUTHENTICATED" && /\biat\b|\bexp\b|timeframe/.test(message))
    return { outcome: "ill", failure: "RECEIVER_CLOCK" };
  return BY_STATUS[status] ?? null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
