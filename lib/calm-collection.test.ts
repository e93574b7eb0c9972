import { expect, test } from "vitest";
import { judge, type Rest } from "./calm-collection.ts";

/** What a process does at each of these looks, from its start on: resident megabytes, and the share of its time. */
function looks(...all: readonly (readonly [megabytes: number, utilization: number])[]): boolean[] {
  let rest: Rest = 0;
  return all.map(([megabytes, utilization]) => {
    const judged = judge({ residentBytes: megabytes * 1024 ** 2, utilization }, rest);
    rest = judged.rest;
    return judged.collects;
  });
}

test("a start is collected once, as soon as it is over", () => {
  expect(looks([230, 0.4], [230, 0.01], [180, 0], [190, 0], [200, 0])).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
});

test("a crowd is collected when it has gone, and never while it is there", () => {
  expect(looks([200, 0], [180, 0], [700, 0.9], [900, 0.3], [900, 0.02], [185, 0], [190, 0])).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
    false,
  ]);
});

test("what does not go is not collected again and again", () => {
  expect(looks([200, 0], [180, 0], [400, 0], [400, 0], [410, 0], [450, 0])).toEqual([
    true,
    false,
    true,
    false,
    false,
    false,
  ]);
});
