import { expect, test } from "vitest";
import { mostImportant } from "./banner-order.ts";

test("an ended session comes before everything, alerts after everything", () => {
  expect(mostImportant([{ kind: "attention" }, { kind: "unreachable" }, { kind: "session" }])).toEqual({
    kind: "session",
  });
  expect(mostImportant([{ kind: "attention" }, { kind: "rate-limit" }])).toEqual({ kind: "rate-limit" });
  expect(mostImportant([{ kind: "alerts" }, { kind: "attention" }])).toEqual({ kind: "attention" });
  expect(mostImportant([])).toBeNull();
});
