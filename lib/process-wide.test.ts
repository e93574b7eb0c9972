import { expect, test, vi } from "vitest";
import { processWide } from "./process-wide.ts";

test("a name has one thing, made once, also for a module that is loaded anew", async () => {
  const make = vi.fn(() => ({ count: 0 }));
  const one = processWide("a-test", make);
  vi.resetModules();
  const again = await import("./process-wide.ts");
  expect(again.processWide("a-test", make)).toBe(one);
  expect(make).toHaveBeenCalledOnce();
});
