import { expect, test } from "vitest";
import { seqsOf } from "./live.ts";

test("a viewer hears only of the own store, even beside one whose hash begins alike", () => {
  expect(seqsOf("abc:1,abcd:2,abc:30,xabc:4", "abc")).toEqual([1n, 30n]);
  expect(seqsOf("", "abc")).toEqual([]);
});
