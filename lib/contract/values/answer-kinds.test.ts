import { expect, test } from "vitest";
import { judge } from "#lib/features/forwarding/outcome.ts";
import { answerKind, failureDetail } from "./answer-kinds.ts";

const NOW = new Date("2026-11-30T12:00:00Z");
const answered = (status: number, head: Record<string, string> = {}) =>
  judge({ kind: "answered", status, head, text: "" }, NOW);

test.each([
  [500, {}, "error"],
  [503, {}, "error"],
  [503, { "retry-after": "5" }, "busy"],
  [429, {}, "busy"],
  [401, {}, "key"],
  [404, {}, "nothing_there"],
  [422, {}, "rejected"],
  [500, { "webhook-delivery": "abort-message" }, "rejected"],
  [410, {}, "gone"],
  [500, { "webhook-delivery": "disable" }, "gone"],
  [308, { location: "https://new.example.com/in" }, "moved"],
] as const)("an answer %d with %j is told as %s", (status, head, kind) => {
  expect(answerKind(answered(status, head))).toBe(kind);
});

test("a redirect names where it leads", () => {
  const { failure } = answered(308, { location: "https://new.example.com/in?key=1" });
  expect(failureDetail(failure)).toBe("https://new.example.com");
  expect(failureDetail(answered(500).failure)).toBeNull();
});

test.each([
  ["TEMPLATE_WRONG S0202 3", "unbuildable"],
  ["TOKEN_REFUSED invalid_client", "token"],
  ["TOKEN_SERVER_UNREACHABLE", "token"],
  ["RECEIVER_INSECURE CERT_HAS_EXPIRED", "certificate_expired"],
  ["RECEIVER_INSECURE DEPTH_ZERO_SELF_SIGNED_CERT", "certificate"],
  ["RECEIVER_TOO_SLOW answering", "late"],
  ["PRIVATE_ADDRESS", "address"],
  ["EVENT_BROKEN", "broken"],
  ["NOT_KEPT", "unkept"],
  ["A_CODE_OF_NEXT_YEAR", "silent"],
])("without an answer %j is told as %s", (failure, kind) => {
  expect(answerKind({ status: null, failure })).toBe(kind);
});
