import { MASK } from "#lib/features/events/brief-headers.ts";
import { TEST_HEADER } from "./test-mark.ts";

/** Header that our hooks carry with a secret of the store, in lower case as a request shows it. */
export const SECRET_HEADER = "x-webhook-keeper-secret";

/** Headers whose values open something. With its signature an arrival can be sent once more by anyone who reads it here. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  SECRET_HEADER,
  TEST_HEADER,
  "webhook-signature",
  "authorization",
  "cookie",
  "proxy-authorization",
]);

/**
 * The headers of an arrival as they may be kept and shown: secret values are masked before they are written, with
 * their last four characters left so that two secrets can be told apart. Names in lower case, in the order received.
 */
export function maskHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined) continue;
    kept[name] = storable(SECRET_HEADERS.has(name) ? mask(value) : value);
  }
  return kept;
}

/** PostgreSQL's JSON holds neither NUL nor half a surrogate pair; `node:http` lets neither through. */
function storable(value: string): string {
  return value.isWellFormed() && !value.includes("\0")
    ? value
    : value.toWellFormed().replaceAll("\0", "\uFFFD");
}

function mask(value: string): string {
  return value.length > 12 ? MASK + value.slice(-4) : MASK;
}
