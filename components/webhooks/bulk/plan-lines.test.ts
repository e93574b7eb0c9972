import { expect, test } from "vitest";
import { planLines } from "./plan-lines.ts";

test("a plan is one line for each event type, whatever is done about it", () => {
  const entry = (scope: string, reason: string) => ({ scope, reason, hookId: null });
  const plan = {
    create: [entry("a", "It is missing.")],
    update: [entry("b", "It has another address.")],
    enable: [],
    remove: [entry("b", "There is a second one."), entry("b", "There is a second one.")],
    keep: 4,
  };
  expect(planLines(plan)).toEqual([
    { scope: "a", verb: "create", reason: "It is missing." },
    { scope: "b", verb: "update", reason: "It has another address. There is a second one." },
  ]);
});
