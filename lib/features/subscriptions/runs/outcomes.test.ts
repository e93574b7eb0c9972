import { describe, expect, test } from "vitest";
import { LimitReached } from "#lib/features/subscriptions/errors.ts";
import { RunCancelled } from "./errors.ts";
import { hopelessCode, outcomeOf, outcomeOfChange } from "./outcomes.ts";

const SCOPE = "store/order/created";

describe("what became of an event type", () => {
  test("is done without a failure, cancelled when it was not its turn any more, refused otherwise", () => {
    expect(outcomeOf(SCOPE, null)).toEqual({ scope: SCOPE, state: "done", code: null });
    expect(outcomeOf(SCOPE, new RunCancelled(""))).toEqual({ scope: SCOPE, state: "cancelled", code: null });
    expect(outcomeOf(SCOPE, new LimitReached(""))).toMatchObject({
      state: "refused",
      code: "HOOK_LIMIT_REACHED",
    });
  });

  test("is done when it was so already", () => {
    const already = { scope: SCOPE, wanted: true, outcome: "already", code: null, sentence: null } as const;
    expect(outcomeOfChange(already)).toMatchObject({ state: "done" });
  });
});

describe("the rest of a run", () => {
  const refused = (code: string) => outcomeOf(SCOPE, { code });

  test.each([
    ["nothing was tried", [], null],
    ["all was done", [outcomeOf(SCOPE, null)], null],
    ["each was refused for a reason of its own", [refused("HOOK_LIMIT_REACHED")], null],
    ["BigCommerce is out of reach", [refused("BIGCOMMERCE_UNREACHABLE")], "BIGCOMMERCE_UNREACHABLE"],
    ["some was done before", [outcomeOf(SCOPE, null), refused("BIGCOMMERCE_UNREACHABLE")], null],
    [
      "the token is void, and some was cancelled",
      [outcomeOf(SCOPE, new RunCancelled("")), refused("NEEDS_REAUTHORISATION")],
      "NEEDS_REAUTHORISATION",
    ],
    [
      "one was refused for a reason of its own",
      [refused("BIGCOMMERCE_RATE_LIMITED"), refused("HOOK_LIMIT_REACHED")],
      null,
    ],
  ])("when %s", (_when, outcomes, code) => {
    expect(hopelessCode(outcomes)).toBe(code);
  });
});
