import { expect, test } from "vitest";
import { answeredPercentMin, judge } from "./verdict.ts";

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

test("the worst two minutes count, and all of a time that is shorter", () => {
  const answer = (second: number, status: number) => ({ atMs: second * 1_000, tookMs: 5, status });
  const good = Array.from({ length: 300 }, (_, second) => answer(second, 200));
  expect(answeredPercentMin(good)).toBe(100);
  expect(answeredPercentMin([])).toBe(0);
  expect(answeredPercentMin([answer(0, 200), answer(1, 200), answer(2, 503), answer(3, 0)])).toBe(50);
  // Twelve in a row, in two minutes and a second between the first and the last that count.
  const bad = good.map((each, second) => (second >= 150 && second < 162 ? answer(second, 503) : each));
  expect(answeredPercentMin(bad)).toBe(90.083);
});
