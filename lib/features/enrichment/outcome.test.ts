import { expect, test } from "vitest";
import { outcomeOf } from "./outcome.ts";

const mug = { id: 1, price: 10 };

test("what is new or other than before is kept", () => {
  expect(outcomeOf(mug, undefined)).toEqual({ outcome: "kept", body: mug });
  expect(outcomeOf(mug, { id: 1, price: 9 })).toEqual({ outcome: "kept", body: mug });
});

test("what is as it was, is gone, or is larger than 64 KB is not kept", () => {
  expect(outcomeOf(mug, { ...mug })).toEqual({ outcome: "same", body: null });
  expect(outcomeOf(undefined, mug)).toEqual({ outcome: "gone", body: null });
  const large = { id: 1, description: "x".repeat(64 * 1024) };
  expect(outcomeOf(large, mug)).toEqual({ outcome: "too_large", body: null });
});
