import { expect, test } from "vitest";
import { AppLog } from "./app-log.ts";

test("errors, and what is no line of the log, are faults; the rest is counted", () => {
  const faults: string[] = [];
  const appLog = new AppLog((line) => faults.push(line));
  const refused = '{"level":"warn","msg":"refused deliveries"}\n';
  const failed = '{"level":"error","msg":"an unexpected fault was answered"}';
  appLog.hear(refused + failed.slice(0, 9));
  appLog.hear(`${failed.slice(9)}\n\n${refused}(node:1) Warning: a leak\n`);
  expect(faults).toEqual([failed, "(node:1) Warning: a leak"]);
  expect([...appLog.told]).toEqual([["warn: refused deliveries", 2]]);
});
