import { expect, test } from "vitest";
import { outcomeOf, pathOf } from "./request-line.ts";

test.each([
  [200, true, "answered"],
  [302, true, "answered"],
  [401, true, "refused"],
  [503, true, "failed"],
  [200, false, "left"],
  [null, false, "left"],
] as const)("a request with status %s, whole %s, was %s", (status, isFinished, outcome) => {
  expect(outcomeOf(status, isFinished)).toBe(outcome);
});

test("a path is told without its query, which may hold a code or a token", () => {
  expect(pathOf("/api/bigcommerce/load?signed_payload_jwt=eyJ")).toBe("/api/bigcommerce/load");
  expect(pathOf("/s/abc#ticket=x")).toBe("/s/abc");
  expect(pathOf(`/${"x".repeat(1_000)}`)).toHaveLength(200);
});
