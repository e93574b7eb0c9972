import { expect, test } from "vitest";
import { InvalidInput } from "./errors.ts";
import { requireRouterState } from "./router-state.ts";

const header = (value: string) => ({ headers: { "next-router-state-tree": value } });

test.each(["not json", "%5B", "%", "[]", '["",7]', "%5B, %5B"])("%s comes from no page", (value) => {
  expect(() => requireRouterState(header(value))).toThrow(InvalidInput);
});

test("what the browser's part of Next.js sends is let through, and so is nothing", () => {
  requireRouterState({ headers: {} });
  requireRouterState(header(encodeURIComponent('["",{"children":["__PAGE__",{},null,null]},null,null,16]')));
});
