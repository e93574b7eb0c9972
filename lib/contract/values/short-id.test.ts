import { expect, test } from "vitest";
import { shortId } from "./short-id.ts";

test.each([
  ["64d346b71e4c02453da81c5d97cec8063a6e7a4d", "64d346b71e4c"],
  ["body:0f1e2d3c4b5a69788796a5b4c3d2e1f0", "body:0f1e2d3c4b5a"],
  ["abc", "abc"],
])("%s is %s", (hash, expected) => {
  expect(shortId(hash)).toBe(expected);
});
