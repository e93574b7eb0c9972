import { parseCronItems } from "graphile-worker";
import { expect, test } from "vitest";
import { CRONTAB } from "./crontab.ts";
import { TASKS } from "./task-list.ts";

test("every entry is understood and names a task that exists", () => {
  const parsed = parseCronItems([...CRONTAB]);
  expect(parsed.map(({ task }) => task).filter((task) => !(task in TASKS))).toEqual([]);
  expect(parsed).toHaveLength(CRONTAB.length);
});
