import { expect, test } from "vitest";
import { causeOf } from "./trouble.ts";

test.each([
  [Object.assign(new Error("connect to 127.0.0.1:5432"), { code: "ECONNREFUSED" }), "ECONNREFUSED"],
  [new Error("waited 5000 ms"), "Error: waited # ms"],
  [new Error("waited 3000 ms"), "Error: waited # ms"],
  ["a word", "string"],
  [undefined, "undefined"],
])("causes are told apart by code, or by words without numbers: %s", (error, cause) => {
  expect(causeOf(error)).toBe(cause);
});
