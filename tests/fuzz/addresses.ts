import fc from "fast-check";
import type { LabSession } from "#tests/bench/session.ts";
import { filesNamed } from "#tests/support/routes.ts";
import { oddJson, token, wire, type FuzzRequest } from "./requests.ts";
import { FOREIGN } from "./verdict.ts";

/** A store of ours and somebody who may open it. */
export interface Visitor {
  storeHash: string;
  session: LabSession;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"];

/** The folder of every route and page, as in the file system: a new one is tried without being named here. */
const ADDRESSES = ["route.ts", "page.tsx"]
  .flatMap((name) => filesNamed(name, "app").map((path) => path.slice("app".length, -name.length - 1)))
  .map((folder) => folder || "/");

/** What may stand between two slashes and is no name of anything. */
const oddSegment = fc.oneof(
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
const plausibleSegment = fc.constantFrom(
  "7",
  "2026-11-25.1",
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
    "https://evil.example/",
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
  ..."staffSeePersonal who kind scopes dryRun usesKeys language csrfToken callbackUrl json body dataset".split(
    " ",
  ),
);

/** Half of a surrogate pair has no encoding; what stands for it in an address is not valid UTF-8. */
const encoded = (text: string) => (text.isWellFormed() ? encodeURIComponent(text) : "%ED%A0%80");
const query = fc
  .array(fc.tuple(name, oddText), { maxLength: 4 })
  .map((pairs) => pairs.map(([key, value]) => `${key}=${encoded(value)}`).join("&"))
  .map((pairs) => (pairs === "" ? "" : `?${pairs}`));

const value = fc.oneof(
  oddText,
  fc.boolean(),
  fc.constantFrom(null, 0, -1, 1.5, 1e308, 7, 30),
  fc.array(oddText, { maxLength: 3 }),
  fc.array(fc.dictionary(name, fc.oneof(oddText, fc.boolean()), { maxKeys: 3 }), { maxLength: 2 }),
);
const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.dictionary(name, value, { maxKeys: 4 }).map((fields) => JSON.stringify(fields)),
  },
  { weight: 1, arbitrary: oddJson },
  { weight: 1, arbitrary: fc.constantFrom("", "a=b&c=%00", "--x\r\n\r\n--x--", "\0", "\xff\xfe") },
);

const oddHeader = fc.constantFrom(
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

/** A request to any address of the app, or to none that it has, by somebody or by nobody. */
export function visited(visitors: readonly Visitor[]): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      address: fc.constantFrom(...ADDRESSES),
      segments: fc.array(
        fc.oneof({ weight: 2, arbitrary: plausibleSegment }, { weight: 3, arbitrary: oddSegment }),
        { minLength: 4, maxLength: 4 },
      ),
      isOddStore: fc.nat(9).map((dice) => dice === 0),
      extra: fc.oneof({ weight: 8, arbitrary: fc.constant("") }, { weight: 1, arbitrary: oddSegment }),
      form: fc.nat(39),
      method: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE") },
        { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
      ),
      query,
      body,
      carrier: fc.constantFrom("none", "cookie", "bearer", "both"),
      isOwnPage: fc.nat(7).map((dice) => dice > 0),
      headers: fc.array(oddHeader, { maxLength: 3 }),
      isChunked: fc.boolean(),
      visitor: fc.constantFrom(...visitors),
      client: fc.nat(65_535),
    })
    .map((drawn) => {
      const { visitor, method } = drawn;
      const left = [...drawn.segments];
      const path = drawn.address.replace(/\[+(?:\.\.\.)?(\w+)\]+/g, (_, parameter: string) =>
        parameter === "storeHash" && !drawn.isOddStore ? visitor.storeHash : (left.pop() ?? "x"),
      );
      const target = formed(`${path}${drawn.extra && `/${drawn.extra}`}${drawn.query}`, drawn.form);
      const { cookie, bearer } = visitor.session;
      const headers = [
        // Every client has the room of its own address: otherwise all but the first would be told to wait.
        `x-forwarded-for: 10.0.${drawn.client >> 8}.${drawn.client & 255}`,
        ...(drawn.carrier === "cookie" || drawn.carrier === "both"
          ? [`cookie: ${cookie.name}=${cookie.value}`]
          : []),
        ...(drawn.carrier === "bearer" || drawn.carrier === "both"
          ? [`authorization: Bearer ${bearer}`]
          : []),
        ...(drawn.isOwnPage
          ? [
              "content-type: application/json",
              "x-requested-with: webhook-keeper",
              "sec-fetch-site: same-origin",
            ]
          : []),
        ...drawn.headers,
      ];
      const isBodiless = method === "GET" || method === "HEAD" || drawn.body === "";
      const payload = Buffer.from(isBodiless ? "" : drawn.body);
      return {
        bytes: wire(method, target, headers, payload, drawn.isChunked && !isBodiless),
        expected: "no fault of ours",
      };
    });
}

/** A target in each form that a client may give it. */
function formed(target: string, form: number): string {
  if (form === 0) return `http://${FOREIGN}${target}`;
  if (form === 1) return `/${target}`;
  if (form === 2) return target.replaceAll("/", "//");
  if (form === 3) return target.replace("/", "/./");
  if (form === 4) return target.replace("/", "/x/../");
  if (form === 5) return `//${FOREIGN}${target}`;
  if (form === 6) return target.replace("/", "\\");
  if (form === 7) return `${target}#x`;
  if (form === 8) return "*";
  if (form === 9) return target.slice(1);
  return target;
}
