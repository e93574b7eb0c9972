import { isLoopback, isPublicAddress } from "#lib/platform/outbound/public-address.ts";
import type { TestReach, TestStep, TestStop } from "#lib/contract/test-events.ts";
import type { TestAnswer } from "#lib/platform/outbound/traced-post.ts";

/** Where a test event came to rest, and why. */
export interface Stop {
  step: TestStep;
  stop: TestStop;
  detail: string | null;
}

/**
 * What an answer says about how far a test event came; null when it says that it is stored, which the log can tell better.
 * Our own door answers with 200, 401, 413 and 503 alone, so that any other status comes from another server. Pure.
 */
export function judgeAnswer({ status, redirectsTo, asksPassword }: TestAnswer): Stop | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return { step: "sent", stop: "redirected", detail: redirectsTo };
  switch (status) {
    case 401:
      return asksPassword
        ? { step: "sent", stop: "password_asked", detail: null }
        : { step: "proven", stop: "unproven", detail: null };
    case 413:
      return { step: "sent", stop: "too_large", detail: null };
    case 502:
    case 504:
      return { step: "sent", stop: "gateway", detail: null };
    case 503:
      return { step: "stored", stop: "not_committed", detail: null };
    default:
      return { step: "sent", stop: "answered_otherwise", detail: null };
  }
}

/** Who else would come to an IP address. Pure. */
export function reachOf(address: string): TestReach {
  // An IPv4 address may come in IPv6 notation.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (isLoopback(plain)) return "loopback";
  return isPublicAddress(plain) ? "public" : "private";
}
