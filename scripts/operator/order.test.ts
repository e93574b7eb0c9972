import { expect, test } from "vitest";
import { WrongUsage, readOrder } from "./order.ts";

test.each([
  ["stores", { command: "stores", search: "", state: null, limit: 50, after: null }],
  [
    "stores shop --state removed --limit 5 --after abc",
    { command: "stores", search: "shop", state: "removed", limit: 5, after: "abc" },
  ],
  ["store abc123", { command: "store", hash: "abc123" }],
  ["purge abc123 --yes", { command: "purge", hash: "abc123", yes: true }],
  ["stuck", { command: "stuck", act: null, limit: 50, after: null }],
  ["stuck 17 --drop", { command: "stuck", id: "17", act: "drop", limit: 50, after: null }],
  ["refusals --hours 48", { command: "refusals", hours: 48 }],
  ["doctor -", { command: "doctor", file: "-" }],
  ["test-alert", { command: "test-alert" }],
])("%s", (line, order) => {
  expect(readOrder(line.split(" "))).toEqual({ order, isJson: false });
  expect(readOrder([...line.split(" "), "--json"])).toEqual({ order, isJson: true });
});

test.each([
  "",
  "nothing",
  "toString",
  "store",
  "store ABC",
  "store abc def",
  "queue abc",
  "spool --json=x",
  "queue --yes",
  "stores --state sleeping",
  "stores --limit 0",
  "stuck 17",
  "stuck --run",
  "stuck 17 --run --drop",
  "stuck x --run",
  "refusals --hours many",
])("%j is no order", (line) => {
  expect(() => readOrder(line === "" ? [] : line.split(" "))).toThrow(WrongUsage);
});
