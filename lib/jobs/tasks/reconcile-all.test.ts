import { expect, test } from "vitest";
import { turns } from "./reconcile-all.ts";

const NOW = new Date("2026-08-20T15:07:00Z");

test("stores take turns evenly, the last one well before the next hour's first", () => {
  const minutes = turns(5, NOW).map((at) => (at.getTime() - NOW.getTime()) / 60_000);
  expect(minutes).toEqual([0, 10, 20, 30, 40]);
});

test("a single store has its turn at once, and no store none", () => {
  expect(turns(1, NOW)).toEqual([NOW]);
  expect(turns(0, NOW)).toEqual([]);
});
