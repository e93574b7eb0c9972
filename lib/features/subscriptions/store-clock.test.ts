import { expect, test } from "vitest";
import { knownZone } from "./store-clock.ts";

test.each([
  ["Asia/Kathmandu", "Asia/Kathmandu"],
  ["America/New_York", "America/New_York"],
  ["Nowhere/Atall", "UTC"],
  ["", "UTC"],
  [null, "UTC"],
])("a store that says %j is in %s", (timezone, zone) => {
  expect(knownZone(timezone)).toBe(zone);
});
