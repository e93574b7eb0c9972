import fc from "fast-check";
import { expect, test } from "vitest";
import { ANNOUNCED_MS, CHANGING_MS_MAX, endOf, nextStep, RETRIES_MS, type Renewal } from "./renewal-steps.ts";

const START = new Date("2026-11-25T10:00:00Z");
const after = (ms: number) => new Date(START.getTime() + ms);
const announced: Renewal = { phase: "announced", since: START, everywhereSince: null };
const changing: Renewal = { phase: "changing", since: START, everywhereSince: null };
const whole: Renewal = { ...changing, everywhereSince: after(60_000) };
const some = { onNew: 12, onPrevious: 2 };
const none = { onNew: 14, onPrevious: 0 };

test.each([
  ["hooks change only once every process knows the secret", announced, some, ANNOUNCED_MS - 1, "wait"],
  ["then they change", announced, some, ANNOUNCED_MS, "change"],
  ["both pass while a hook carries the old one", changing, some, RETRIES_MS, "wait"],
  ["the last one is noted", changing, none, 60_000, "all_changed"],
  ["and taken back when a hook carries the old one again", whole, some, 120_000, "not_all_changed"],
  ["what was sent with the old one may still come", whole, none, 60_000 + RETRIES_MS - 1, "wait"],
  ["then it ends", whole, none, 60_000 + RETRIES_MS, "end"],
  ["it ends after 7 days whatever hooks carry", changing, some, CHANGING_MS_MAX, "end"],
] as const)("%s", (_, renewal, hooks, ms, step) => {
  expect(nextStep(renewal, hooks, after(ms))).toBe(step);
});

test("the end that is told is the one that comes", () => {
  const times = fc.record({ changed: fc.nat(CHANGING_MS_MAX), asked: fc.nat(2 * CHANGING_MS_MAX) });
  fc.assert(
    fc.property(times, ({ changed, asked }) => {
      const renewal: Renewal = { ...changing, everywhereSince: after(changed) };
      const isOver = nextStep(renewal, none, after(asked)) === "end";
      expect(isOver).toBe(after(asked) >= endOf(renewal).at);
    }),
  );
  expect(endOf(announced)).toEqual({ at: after(ANNOUNCED_MS + CHANGING_MS_MAX), isCertain: false });
});
