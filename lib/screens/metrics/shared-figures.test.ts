import { expect, test } from "vitest";
import type { SharedFigures } from "./figures.records.ts";
import { jobsByLabel } from "./metrics.ts";
import { SeldomRead } from "./shared-figures.ts";

const FIGURES: SharedFigures = {
  databaseBytes: 1,
  stores: 2,
  refusedStores: 0,
  migrations: [],
  workers: 3,
  jobs: [],
  destinations: { working: 4, paused: 0, off: 0 },
};

test("the database is asked once in fifteen seconds, however many ask for metrics", async () => {
  let asked = 0;
  const figures = new SeldomRead(async () => ({ ...FIGURES, stores: ++asked }));
  const first = await Promise.all([figures.get(0), figures.get(1), figures.get(2)]);
  expect(first.map((each) => each?.stores)).toEqual([1, 1, 1]);
  expect((await figures.get(14_999))?.stores).toBe(1);
  expect((await figures.get(15_000))?.stores).toBe(2);
});

test("a database that is silent or fails leaves its figures out, and is not asked again at once", async () => {
  let asked = 0;
  const silent = new SeldomRead(() => (asked++, new Promise(() => undefined)), 1);
  expect(await silent.get(0)).toBeNull();
  expect(await silent.get(60_000)).toBeNull();
  expect(asked).toBe(1);
  const failing = new SeldomRead(() => Promise.reject(new Error("gone")));
  expect([await failing.get(0), await failing.get(1)]).toEqual([null, null]);
});

test("jobs of another version are told together", () => {
  const job = { due: 1, running: 0, failed: 2, oldestDueSeconds: 5 };
  const lines = jobsByLabel([
    { task: "keep-alerts", ...job },
    { task: "of old", ...job },
    { task: "of yore", ...job, oldestDueSeconds: 3 },
  ]);
  expect(lines.find(({ task }) => task === "keep-alerts")).toEqual({ task: "keep-alerts", ...job });
  expect(lines.find(({ task }) => task === "other")).toEqual({
    task: "other",
    due: 2,
    running: 0,
    failed: 4,
    oldestDueSeconds: 5,
  });
  expect(lines.find(({ task }) => task === "erase-data")?.due).toBe(0);
});
