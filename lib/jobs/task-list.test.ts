import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { JOBS } from "#lib/platform/queue/jobs.ts";
import { TASKS } from "./task-list.ts";

test("a background task is a kind of job, a file of its name, and a line in the list", () => {
  const kinds = Object.keys(JOBS).toSorted();
  const files = readdirSync(join(import.meta.dirname, "tasks")).filter((file) => !file.includes(".test."));
  expect(files.map((file) => file.replace(/\.ts$/, "")).toSorted()).toEqual(kinds);
  expect(Object.keys(TASKS).toSorted()).toEqual(kinds);
});
