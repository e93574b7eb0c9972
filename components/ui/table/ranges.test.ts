import { expect, test } from "vitest";
import { afterToggle } from "./ranges.ts";

const order = ["a", "b", "c", "d"];

test("a box alone changes only itself", () => {
  expect(afterToggle(new Set(["a"]), order, "c", null)).toEqual(new Set(["a", "c"]));
  expect(afterToggle(new Set(["a", "c"]), order, "c", null)).toEqual(new Set(["a"]));
});

test("with an anchor everything between takes the new state, in both directions", () => {
  expect(afterToggle(new Set(["a"]), order, "c", "a")).toEqual(new Set(["a", "b", "c"]));
  expect(afterToggle(new Set(["a", "b", "c", "d"]), order, "b", "d")).toEqual(new Set(["a"]));
});

test("an anchor that was filtered away is no anchor", () => {
  expect(afterToggle(new Set(["z"]), order, "c", "z")).toEqual(new Set(["z", "c"]));
});
