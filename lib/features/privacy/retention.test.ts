import { expect, test } from "vitest";
import { shorterRetention } from "./retention.ts";

test.each([
  ["of nobody's choice follows the operator", null, 30, 30],
  ["of a week is kept", 7, 30, 7],
  ["is never longer than the operator's of today", 90, 30, 30],
])("a store's retention %s", (_how, own, operators, days) => {
  expect(shorterRetention(own, operators)).toBe(days);
});
