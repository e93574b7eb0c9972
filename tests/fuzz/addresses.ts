import fc from "fast-check";
import type { LabSession } from "#tests/bench/session.ts";
import { aptBody, bend } from "./bodies.ts";
import type { Cell } from "./cells.ts";
import { body, oddHeader, oddSegment, plausibleSegment, query } from "./oddities.ts";
import { wire, type FuzzRequest } from "./requests.ts";
import { FOREIGN } from "./verdict.ts";

/** A store of ours and somebody who may open it. */
export interface Visitor {
  storeHash: string;
  session: LabSession;
}

/** Forms of a target that have a number in `formed`; a greater one leaves the target as it is. */
const FORMS = 10;

/** Numbers below one that are equally likely; without this the smallest come more often. */
const fair = (below: number) => fc.noBias(fc.nat(below - 1));

/** Everything about a visit but the address, the method and whether somebody is signed in. */
export const visit = fc.record({
  segments: fc.array(
    fc.oneof({ weight: 2, arbitrary: plausibleSegment }, { weight: 1, arbitrary: oddSegment }),
    { minLength: 4, maxLength: 4 },
  ),
  isOddStore: fair(20).map((dice) => dice === 0),
  extra: fc.oneof({ weight: 39, arbitrary: fc.constant("") }, { weight: 1, arbitrary: oddSegment }),
  form: fair(FORMS * 16),
  query,
  body,
  bend,
  isApt: fc.boolean(),
  carrier: fc.constantFrom("cookie", "bearer", "both"),
  isOwnPage: fc.nat(7).map((dice) => dice > 0),
  headers: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(oddHeader, { minLength: 1, maxLength: 3 }) },
  ),
  isChunked: fc.boolean(),
  visitor: fair(65_536),
  client: fair(65_536),
});
export type Visit = typeof visit extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Makes a request for a cell out of what was drawn; `isCells` when its address is the cell's own, and not beside it. Pure. */
export function visitOf(
  { address, method, hasSession }: Cell,
  drawn: Visit,
  visitors: readonly [Visitor, ...Visitor[]],
): { request: FuzzRequest; isCells: boolean } {
  const visitor = visitors[drawn.visitor % visitors.length] ?? visitors[0];
  const left = [...drawn.segments];
  const path = address.replace(/\[+(?:\.\.\.)?(\w+)\]+/g, (_, parameter: string) =>
    parameter === "storeHash" && !drawn.isOddStore ? visitor.storeHash : (left.pop() ?? "x"),
  );
  const target = formed(`${path}${drawn.extra && `/${drawn.extra}`}${drawn.query}`, drawn.form);
  const { cookie, bearer } = visitor.session;
  const headers = [
    // Every client has the room of its own address: otherwise all but the first would be told to wait.
    `x-forwarded-for: 10.0.${drawn.client >> 8}.${drawn.client & 255}`,
    ...(hasSession && drawn.carrier !== "bearer" ? [`cookie: ${cookie.name}=${cookie.value}`] : []),
    ...(hasSession && drawn.carrier !== "cookie" ? [`authorization: Bearer ${bearer}`] : []),
    ...(drawn.isOwnPage
      ? ["content-type: application/json", "x-requested-with: webhook-keeper", "sec-fetch-site: same-origin"]
      : []),
    ...drawn.headers,
  ];
  const text = (drawn.isApt ? aptBody(address, drawn.bend) : undefined) ?? drawn.body;
  const isBodiless = method === "GET" || method === "HEAD" || text === "";
  return {
    request: {
      bytes: wire(
        method,
        target,
        headers,
        Buffer.from(isBodiless ? "" : text),
        drawn.isChunked && !isBodiless,
      ),
      expected: "no fault of ours",
    },
    isCells: !drawn.isOddStore && drawn.extra === "" && drawn.form >= FORMS,
  };
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
