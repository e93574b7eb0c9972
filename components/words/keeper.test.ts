import { expect, test } from "vitest";
import { countdownText } from "./keeper.ts";

test.each([
  [161_000, "2:41"],
  [160_001, "2:41"],
  [60_000, "1:00"],
  [9_000, "0:09"],
  [0, "0:00"],
  [-5_000, "0:00"],
])("%i ms are left: %s", (leftMs, text) => {
  expect(countdownText(1_000_000 + leftMs, 1_000_000)).toBe(text);
});
