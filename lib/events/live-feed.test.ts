import { expect, test } from "vitest";
import { seqsByStore } from "./live-feed.ts";

test("each store hears of its own events, even beside one whose hash begins alike", () => {
  expect(seqsByStore("abc:1,abcd:2,abc:30,xabc:4")).toEqual(
    new Map([
      ["abc", [1n, 30n]],
      ["abcd", [2n]],
      ["xabc", [4n]],
    ]),
  );
  expect(seqsByStore("")).toEqual(new Map());
});
