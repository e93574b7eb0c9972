import { expect, test } from "vitest";
import { judge } from "./verdict.ts";

const witness = {
  acknowledged: new Map([
    ["a", 1],
    ["b", 2],
  ]),
  sent: new Set(["a", "b", "c"]),
};

test("a log that keeps every promise is faultless, with or without what was not promised", () => {
  const kept = [
    { hash: "a", arrivals: 1 },
    { hash: "b", arrivals: 3 },
  ];
  const faultless = { acknowledged: 2, lost: 0, doubled: 0, uncounted: 0, invented: 0 };
  expect(judge(witness, kept)).toEqual(faultless);
  expect(judge(witness, [...kept, { hash: "c", arrivals: 1 }])).toEqual(faultless);
});

test("each broken promise is counted", () => {
  const kept = [
    { hash: "b", arrivals: 1 },
    { hash: "c", arrivals: 1 },
    { hash: "c", arrivals: 1 },
    { hash: "d", arrivals: 1 },
  ];
  expect(judge(witness, kept)).toEqual({ acknowledged: 2, lost: 1, doubled: 1, uncounted: 1, invented: 1 });
});
