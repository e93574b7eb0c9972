import { logged } from "#tests/support/captured-log.ts";
import { beforeEach, expect, test } from "vitest";
import { queueLog } from "./queue-log.ts";

beforeEach(() => {
  logged.length = 0;
});

test("what the queue warns of is in the app's log", () => {
  queueLog.warn("Failed to fetch a job");
  expect(logged.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: "warn", msg: "Failed to fetch a job" },
  ]);
});

test("that it has fewer connections than jobs is meant so", () => {
  queueLog.warn(
    "WARNING: having maxPoolSize (4) smaller than concurrency (10) may lead to non-optimal performance.",
  );
  expect(logged).toEqual([]);
});
