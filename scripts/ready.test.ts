import { expect, test } from "vitest";
import { isClockAloneOff, nearOrigin } from "./ready.ts";

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

test("an app starts although its clock is off, and not when anything else is", () => {
  const answer = (parts: Record<string, string>) =>
    JSON.stringify({ status: "failing", database: "ok", receiver: "ok", clock: "failing", ...parts });
  expect(isClockAloneOff(answer({}))).toBe(true);
  expect(isClockAloneOff(answer({ receiver: "failing" }))).toBe(false);
  expect(isClockAloneOff(answer({ clock: "ok", receiver: "failing" }))).toBe(false);
  expect(isClockAloneOff("<html>")).toBe(false);
});
