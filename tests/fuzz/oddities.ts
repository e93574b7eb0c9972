import fc from "fast-check";
import { eventId } from "#lib/features/events/ids.ts";
import { KNOWN_EVENTS, oddJson, token } from "./requests.ts";

/** What may stand between two slashes and is no name of anything. */
export const oddSegment = fc.oneof(
  token,
  fc.constantFrom(
    "%00",
    "a%00b",
    "%FF",
    "%ED%A0%80",
    "%E0%A4%A",
    "%",
    "%25%30%30",
    "..",
    "%2e%2e",
    ".",
    "%2F",
    "a%2F..%2Fb",
    "%5c",
    "\\",
    "",
    "é",
    "%F0%9F%98%80",
    "'",
    "%22%3E%3Cscript%3E",
    "__proto__",
    "constructor",
    "undefined",
    "null",
    "-1",
    "1e400",
    "9".repeat(40),
    "a".repeat(3_000),
    "[id]",
    "(.)",
    "_next",
    "@evil.example",
    ";x=1",
    "index.rsc",
    "a.segments",
  ),
);
export const plausibleSegment = fc.constantFrom(
  "1",
  "7",
  "2026-11-25.1",
  ...KNOWN_EVENTS.map(eventId),
  "session",
  "csrf",
  "providers",
  "signin",
  "callback",
  "store-order-created",
);

const oddText = fc.oneof(
  token,
  fc.constantFrom(
    "",
    "\0",
    "\ud800",
    "a\0b",
    "é😀",
    "%",
    "_",
    "\\",
    "'; --",
    "=1+1",
    "-1",
    "0",
    "1e400",
    "NaN",
    "9".repeat(40),
    "x".repeat(2_000),
    "store/order/created",
    "2026-11-25T00:00:00Z",
    "2026-11-25",
    "0000-00-00T00:00:00Z",
    "+275761-01-01T00:00:00Z",
    "csv",
    "ndjson",
    "gzip",
    "order",
    "24h",
    "received",
    "//evil.example",
    // No address that the app would take for its alerts, and send to.
    "http://evil.example/",
    "http://127.0.0.1:9/",
    "a@example.com",
    "everyone",
    "turn_on",
    "eyJhbGciOiJub25lIn0.e30.",
    Buffer.from('["2026-11-25T00:00:00.000Z","1"]').toString("base64url"),
  ),
);

/** Names that our own shapes know. */
const name = fc.constantFrom(
  ..."scope q resource from to status cursor limit format compression group type id days period channel ticket".split(
    " ",
  ),
  ..."signed_payload_jwt code context account_uuid reason reference error error_description _rsc url w".split(
    " ",
  ),
  ..."changes wanted ids name query isOn emails webhookUrl mutedCauses isTellingOnly retentionDays".split(
    " ",
  ),
  ..."staffSeePersonal staffChangeWebhooks who kind scopes dryRun usesKeys showsTechnicalDetails setup language csrfToken callbackUrl json body dataset".split(
    " ",
  ),
);

/** Half of a surrogate pair has no encoding; what stands for it in an address is not valid UTF-8. */
const encoded = (text: string) => (text.isWellFormed() ? encodeURIComponent(text) : "%ED%A0%80");
export const query = fc
  .array(fc.tuple(name, oddText), { maxLength: 4 })
  .map((pairs) => pairs.map(([key, value]) => `${key}=${encoded(value)}`).join("&"))
  .map((pairs) => (pairs === "" ? "" : `?${pairs}`));

export const value = fc.oneof(
  oddText,
  fc.boolean(),
  fc.constantFrom(null, 0, -1, 1.5, 1e308, 7, 30),
  fc.array(oddText, { maxLength: 3 }),
  fc.array(fc.dictionary(name, fc.oneof(oddText, fc.boolean()), { maxKeys: 3 }), { maxLength: 2 }),
);
export const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.dictionary(name, value, { maxKeys: 4 }).map((fields) => JSON.stringify(fields)),
  },
  { weight: 1, arbitrary: oddJson },
  { weight: 1, arbitrary: fc.constantFrom("", "a=b&c=%00", "--x\r\n\r\n--x--", "\0", "\xff\xfe") },
);

export const oddHeader = fc.constantFrom(
  "rsc: 1",
  "next-action: 0000000000000000000000000000000000000000",
  "next-router-state-tree: %5B",
  "next-router-state-tree: not json",
  "next-router-prefetch: 1",
  "next-router-segment-prefetch: /_tree",
  "next-url: //evil.example",
  "x-middleware-subrequest: middleware:middleware:middleware",
  "x-matched-path: /launch-failed",
  "x-nextjs-data: 1",
  "x-forwarded-host: evil.example",
  "x-forwarded-proto: gopher",
  "x-original-url: /api/health",
  "x-http-method-override: DELETE",
  "last-event-id: 99999999999999999999",
  "last-event-id: -1",
  "accept-language: ;;q=x,,*;q=9",
  "accept-language: fr",
  "accept: text/x-component",
  "accept-encoding: identity;q=0, *;q=0",
  "if-none-match: *",
  "if-modified-since: yesterday",
  "range: bytes=0-1,5-",
  "content-type: multipart/form-data; boundary=x",
  "content-type: multipart/form-data",
  "content-type: application/x-www-form-urlencoded",
  "content-type: text/plain;charset=utf-7",
  "authorization: Bearer",
  "authorization: Bearer a.b.c.d.e",
  "authorization: Basic Og==",
  "cookie: a=%FF; =; ;; b",
  "origin: null",
  "origin: https://evil.example",
  "sec-fetch-site: cross-site",
  "connection: upgrade\r\nupgrade: h2c",
  "connection: upgrade\r\nupgrade: websocket",
  "host: evil.example",
  "expect: 100-continue",
  "te: trailers",
  "traceparent: 00-x-y-z",
);
