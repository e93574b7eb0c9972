import { expect, test } from "vitest";
import { nearOrigin } from "./ready.ts";

test.each([
  [undefined, "http://127.0.0.1:3000"],
  ["0.0.0.0", "http://127.0.0.1:3000"],
  ["::", "http://[::1]:3000"],
  ["::1", "http://[::1]:3000"],
  ["10.0.0.5", "http://10.0.0.5:3000"],
  ["localhost", "http://localhost:3000"],
])("an app that listens on %s is reached at %s", (host, origin) => {
  expect(nearOrigin({ port: 3000, host })).toBe(origin);
});
