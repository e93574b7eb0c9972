import { expect, test } from "vitest";
import * as english from "#lib/messages/en/destinations.ts";
import { answersAtLeast, badgeOf, remedyOf } from "./standing.ts";

const WELL = { state: "working", offReason: null, lastStatus: null, lastFailure: null, failed: 0 } as const;
const ill = (lastStatus: number | null, lastFailure: string | null = null) =>
  remedyOf({ ...WELL, state: "ill", lastStatus, lastFailure });

test("each trouble has the one thing that helps", () => {
  expect(remedyOf(WELL)).toBeNull();
  expect(remedyOf({ ...WELL, failed: 2 })).toBe("events");
  expect([
    ill(500),
    ill(null, "RECEIVER_TOO_SLOW answering"),
    ill(null, "RECEIVER_UNREACHABLE ECONNREFUSED"),
    ill(null),
  ]).toEqual(Array.from({ length: 4 }, () => "try"));
  expect([ill(301), ill(404), ill(null, "PRIVATE_ADDRESS"), ill(null, "RECEIVER_NAME_UNKNOWN")]).toEqual(
    Array.from({ length: 4 }, () => "address"),
  );
  expect([ill(401), ill(403)]).toEqual(["key", "key"]);
  expect([ill(null, "RECEIVER_INSECURE"), ill(null, "RECEIVER_INSECURE CERT_HAS_EXPIRED")]).toEqual([
    "message",
    "message",
  ]);
  expect(ill(null, "TEMPLATE_TOO_SLOW")).toBe("template");
});

test("what is off is turned on again by whoever turned it off, unless it went off by itself", () => {
  const off = (offReason: "person" | "gone" | "unanswered" | "refused") =>
    remedyOf({ ...WELL, state: "off", offReason });
  expect([off("person"), off("gone"), off("unanswered"), off("refused")]).toEqual([
    null,
    "resume",
    "resume",
    "address",
  ]);
});

test("a destination that rejects, or answers with an error, answers at least", () => {
  const at = (lastStatus: number | null) => answersAtLeast({ state: "ill", lastStatus });
  expect([at(401), at(301), at(503), at(null)]).toEqual([true, true, true, false]);
});

test("a badge is as grave as To do has it: nothing is lost, and a short trouble only waits", () => {
  const nowMs = Date.parse("2027-01-08T09:00:00Z");
  const badge = (minutes: number, view: Partial<Parameters<typeof badgeOf>[0]>) =>
    badgeOf({ ...WELL, since: new Date(nowMs - minutes * 60_000).toISOString(), ...view }, english, nowMs);
  const silent = { state: "ill", lastStatus: null } as const;
  expect(badge(14, silent)).toEqual({ label: "Not answering", variant: "secondary" });
  expect(badge(15, silent)).toEqual({ label: "Not answering", variant: "warning" });
  expect(badge(15, { ...silent, lastStatus: 500 })).toEqual({ label: "Not working", variant: "warning" });
  expect(badge(1, { failed: 1 })).toEqual({ label: "Needs attention", variant: "warning" });
  expect(badge(1, {})).toEqual({ label: "Working", variant: "success" });
  expect(badge(1, { state: "off", offReason: "person", failed: 1 })).toEqual({
    label: "Off",
    variant: "secondary",
  });
  expect(badge(1, { state: "off", offReason: "gone" })).toEqual({ label: "Off", variant: "warning" });
});
