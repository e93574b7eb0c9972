import { expect, test } from "vitest";
import { rotationSummary } from "./rotation-summary.ts";

const report = { total: 20, resealed: 12, broken: [], inUse: new Map([["new", 20]]) };

test("says which keys may go, once nothing is sealed under them", () => {
  expect(rotationSummary(report, ["new", "old", "older"], false)).toEqual({
    lines: [
      "12 values of 20 sealed anew; 20 are under new now.",
      "Nothing is sealed under old, older any more. When every process runs with new in the first place, they may be taken out of ENCRYPTION_KEYS.",
    ],
    isComplete: true,
  });
});

test("never calls a key idle after a dry run", () => {
  const inUse = new Map([["old", 20]]);
  expect(rotationSummary({ ...report, inUse }, ["new", "old"], true)).toEqual({
    lines: ["12 values of 20 would be sealed anew under new. Nothing was changed."],
    isComplete: true,
  });
});

test("a key that a process still seals under has to stay", () => {
  const inUse = new Map([
    ["new", 19],
    ["old", 1],
  ]);
  const { lines, isComplete } = rotationSummary({ ...report, inUse }, ["new", "old"], false);
  expect(isComplete).toBe(false);
  expect(lines.slice(1)).toEqual([
    "old must stay in ENCRYPTION_KEYS: values are still sealed under it.",
    "A process still seals under old: start all of them with new in the first place, then run this again.",
  ]);
});

test("values that nothing opens are counted, and a long list is cut", () => {
  const rowKeys = Array.from({ length: 60 }, (_, index) => `s${index}`);
  const broken = [{ column: "stores.access_token_sealed", rowKeys }];
  const inUse = new Map([
    ["new", 10],
    ["lost", 60],
  ]);
  const { lines, isComplete } = rotationSummary({ ...report, broken, inUse }, ["new"], false);
  expect(isComplete).toBe(false);
  expect(lines[0]).toMatch(
    /^No key of the ring opens 60 values of stores.access_token_sealed: s0, .*, s49 and 10 more\.$/,
  );
  expect(lines[1]).toContain("Put the missing key (lost) back");
});
