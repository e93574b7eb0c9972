import fc from "fast-check";
import { expect, test } from "vitest";
import { briefHeaders, wholeHeaders } from "./brief-headers.ts";

const HASH = "3f5ea420af83acbd79279facffd31950da1b3ae0";
const EVENT = { hash: HASH, bytes: 195 };

const RECEIVED = {
  "content-type": "application/json",
  "accept-encoding": "gzip",
  "webhook-id": HASH,
  "webhook-timestamp": "1764547200",
  "webhook-signature": "••••4Kd=",
  "x-webhook-keeper-secret": "••••wxyz",
  host: "keeper.example.com",
  "content-length": "195",
  "x-forwarded-for": "34.1.2.3",
};

const listOf = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

test("headers of a delivery leave little, and come back as they were", () => {
  const brief = briefHeaders(RECEIVED, EVENT);
  expect(brief?.values).toBe("1764547200\n4Kd=\nwxyz\n34.1.2.3\n");
  expect(brief && wholeHeaders(brief, EVENT)).toEqual(listOf(RECEIVED));
});

test("deliveries of other stores and events have the same form", () => {
  const other = {
    ...RECEIVED,
    "webhook-id": "other",
    "x-webhook-keeper-secret": "••••",
    "content-length": "7",
  };
  expect(briefHeaders(other, { hash: "other", bytes: 7 })?.form).toBe(briefHeaders(RECEIVED, EVENT)?.form);
});

test("an id that is not the event's hash, and a length that is not its body's, are kept", () => {
  const odd = { "webhook-id": "another", "content-length": "80" };
  expect(briefHeaders(odd, EVENT)).toEqual({ form: "webhook-id\ncontent-length", values: "another\n80\n" });
});

test("a hash that reads like one among clashing events is kept beside the form", () => {
  const hash = `${HASH}~0123456789abcdef`;
  expect(briefHeaders({ "webhook-id": hash }, { hash, bytes: 0 })?.form).toBe("webhook-id");
});

test("a form that would be too long for its index, and no headers at all, are left as they are", () => {
  expect(briefHeaders({ "user-agent": "é".repeat(1_000) }, EVENT)).toBeNull();
  expect(briefHeaders({}, EVENT)).toBeNull();
});

test("whatever is received comes back, or is left as it is", () => {
  const name = fc.oneof(
    fc.constantFrom(...Object.keys(RECEIVED)),
    fc.stringMatching(/^[a-z!#$%&'*+.^_`|~-]+$/),
  );
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("", HASH, "195", "••••", "•••••", "a\nb", ": ", "=hash"),
  );
  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (headers) => {
      const brief = briefHeaders(headers, EVENT);
      if (brief) expect(wholeHeaders(brief, EVENT)).toEqual(listOf(headers));
      else expect(listOf(headers).length === 0 || JSON.stringify(headers).includes("\\n")).toBe(true);
    }),
  );
});
