import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OUTCOMES } from "#lib/contract/values/destinations.ts";
import { DAY_MS } from "#lib/time.ts";
import { judge, withoutAnswer } from "./outcome.ts";

const NOW = new Date("2026-11-30T12:00:00Z");
const answered = (status: number, head: Record<string, string> = {}, text = "") =>
  judge({ kind: "answered", status, head, text }, NOW);
const failed = (failure: "name" | "connect" | "tls" | "timeout" | "broken", code: string | null) =>
  judge({ kind: "failed", failure, phase: "answering", code, address: null }, NOW);

describe("an answer", () => {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const BY_CLASS = {
    delivered: range(200, 299),
    unwelcome: [400, 409, 413, 415, 422],
    busy: [429],
    gone: [410],
  };
  const known = new Set(Object.values(BY_CLASS).flat());

  test.each(Object.entries(BY_CLASS))("is %s by its status", (outcome, statuses) => {
    for (const status of statuses) expect(answered(status)).toMatchObject({ outcome, status });
  });

  test("with any other status means that the receiver is ill", () => {
    for (const status of range(100, 999).filter((each) => !known.has(each)))
      expect(answered(status)).toMatchObject({ outcome: "ill", status, notBefore: null, turnsOff: false });
  });

  test("that arrived keeps nothing, any other how it begins", () => {
    expect(answered(204, {}, "secret")).toEqual({
      outcome: "delivered",
      status: 204,
      failure: null,
      notBefore: null,
      answer: null,
      turnsOff: false,
    });
    expect(answered(500, {}, "no\0pe")).toMatchObject({ failure: "RECEIVER_FAILED", answer: "no\uFFFDpe" });
    expect(answered(500).answer).toBe(null);
  });
});

describe("a wish of the receiver", () => {
  test.each(["disable", " Disable ", "abort-message, disable", "x disable"])(
    "to be sent nothing more: %j",
    (wish) => {
      const wished = answered(500, { "webhook-delivery": wish });
      expect(wished).toMatchObject({ outcome: "gone", failure: "RECEIVER_GONE", turnsOff: true });
    },
  );

  test("to be sent nothing more, in an answer that takes the event", () => {
    const wished = answered(200, { "webhook-delivery": "disable" });
    expect(wished).toMatchObject({ outcome: "delivered", failure: null, turnsOff: true });
    expect(answered(410)).toMatchObject({ outcome: "gone", turnsOff: true });
  });

  test("not to be sent this one again", () => {
    for (const status of [302, 400, 429, 500]) {
      const wished = answered(status, { "webhook-delivery": "abort-message", "retry-after": "5" });
      expect(wished).toMatchObject({ outcome: "given_up", notBefore: null, turnsOff: false });
    }
    expect(answered(500, { "webhook-delivery": "retry" }).outcome).toBe("ill");
    expect(answered(500, { "webhook-delivery": "disabled" }).outcome).toBe("ill");
  });
});

describe("Retry-After", () => {
  const waitOf = (value: string) => {
    const { outcome, notBefore } = answered(503, { "retry-after": value });
    return outcome === "busy" && notBefore ? (notBefore.getTime() - NOW.getTime()) / 1_000 : outcome;
  };

  test.each([
    ["0", 0],
    ["120", 120],
    [" 120 ", 120],
    ["86401", DAY_MS / 1_000],
    ["99999999999999999999999", DAY_MS / 1_000],
    ["Mon, 30 Nov 2026 12:02:00 GMT", 120],
    ["Monday, 30-Nov-26 12:02:00 GMT", 120],
    ["Mon Nov 30 12:02:00 2026", 120],
    ["Thu Jan  1 12:00:00 2026", 0],
    ["Mon, 30 Nov 2026 11:00:00 GMT", 0],
    ["Fri, 31 Dec 9999 23:59:59 GMT", DAY_MS / 1_000],
  ])("%j is %d seconds", (value, seconds) => {
    expect(waitOf(value)).toBe(seconds);
  });

  test.each([
    "",
    "-5",
    "1.5",
    "1e3",
    "0x10",
    "soon",
    "bananas 2",
    "2026-11-30T12:02:00Z",
    "5, 10",
    "NaN",
    "∞",
  ])("%j says nothing", (value) => {
    expect(waitOf(value)).toBe("ill");
    expect(answered(429, { "retry-after": value })).toMatchObject({ outcome: "busy", notBefore: null });
  });

  test("counts for 429 too, and for no other status", () => {
    const head = { "retry-after": "60" };
    expect(answered(429, head).notBefore).toEqual(new Date(NOW.getTime() + 60_000));
    for (const status of [200, 301, 400, 408, 410, 500, 502])
      expect(answered(status, head).notBefore).toBe(null);
  });
});

describe("a redirect", () => {
  test("names where it leads, the whole address beside the answer alone", () => {
    const location = "https://new.example.com:8443/hooks/s3cret";
    expect(answered(308, { location }, "moved")).toMatchObject({
      outcome: "ill",
      failure: "RECEIVER_REDIRECTS https://new.example.com:8443",
      answer: `Location: ${location}\n\nmoved`,
    });
  });

  test.each(["", "/elsewhere", "javascript:alert(1)", "https://", "\0"])("to %j names none", (location) => {
    expect(answered(302, { location }).failure).toBe("RECEIVER_REDIRECTS");
    expect(answered(302, { location }).answer ?? "").not.toContain("\0");
  });

  test("to an endless address is cut off", () => {
    const { answer, failure } = answered(302, { location: `https://${"a".repeat(5_000)}.com/` });
    expect((answer ?? "").length).toBeLessThan(600);
    expect((failure ?? "").length).toBeLessThan(600);
  });
});

describe("no answer", () => {
  test.each([
    ["name", "ENOTFOUND", "RECEIVER_NAME_UNKNOWN ENOTFOUND"],
    ["connect", "ECONNREFUSED", "RECEIVER_UNREACHABLE ECONNREFUSED"],
    ["tls", "CERT_HAS_EXPIRED", "RECEIVER_INSECURE CERT_HAS_EXPIRED"],
    ["timeout", null, "RECEIVER_TOO_SLOW answering"],
    ["broken", "ECONNRESET", "RECEIVER_HUNG_UP ECONNRESET"],
    ["broken", null, "RECEIVER_HUNG_UP"],
  ] as const)("%s, %s", (failure, code, told) => {
    expect(failed(failure, code)).toMatchObject({
      outcome: "ill",
      status: null,
      failure: told,
      answer: null,
    });
  });

  test("of an address that is refused turns off; what could not be made is broken", () => {
    const refused = judge({ kind: "refused", why: "PRIVATE_ADDRESS" }, NOW);
    expect(refused).toMatchObject({ outcome: "refused", failure: "PRIVATE_ADDRESS", turnsOff: true });
    expect(withoutAnswer("broken", "TEMPLATE_TOO_SLOW")).toMatchObject({
      outcome: "broken",
      turnsOff: false,
    });
  });
});

test("whatever an answer says, it comes to one of the outcomes, within bounds, and never asks to wait for long", () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("disable", "abort-message", "5", "-1", "https://a.example/"),
  );
  const name = fc.constantFrom("retry-after", "webhook-delivery", "location", "__proto__");
  const head = fc.dictionary(name, value, { noNullPrototype: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 999 }),
      head,
      fc.string({ unit: "binary" }),
      (status, said, text) => {
        const { outcome, failure, notBefore, answer, turnsOff } = answered(status, said, text);
        expect(OUTCOMES).toContain(outcome);
        expect(failure === null).toBe(outcome === "delivered");
        expect(`${failure}${answer}`).not.toContain("\0");
        expect(`${failure}${answer}`.isWellFormed()).toBe(true);
        const waitMs = (notBefore ?? NOW).getTime() - NOW.getTime();
        expect(waitMs >= 0 && waitMs <= DAY_MS).toBe(true);
        if (outcome === "gone") expect(turnsOff).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});
