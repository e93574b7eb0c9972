import { expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import { holdBack } from "./enable-limit.ts";

const NOW = new Date("2026-08-20T15:00:00Z");
const hookId = HookId.parse(7);
const entry = { scope: "store/order/created", hookId, reason: "It is switched off at BigCommerce." };
const plan = { create: [], update: [], enable: [entry], remove: [], keep: [] };

const isEnabledAfter = (...minutesAgo: number[]) => {
  const switchedOnAt = minutesAgo.map((minutes) => new Date(NOW.getTime() - minutes * 60_000));
  const hook = {
    id: hookId,
    scope: entry.scope,
    destination: "https://keeper.example.com",
    isActive: false,
    hasRightSecret: true,
    hasPreviousSecret: false,
    status: null,
    createdAt: NOW,
    updatedAt: NOW,
    switchedOnAt,
  };
  return holdBack(plan, [hook], NOW).enable.length > 0;
};

test.each([
  ["never before", [], true],
  ["59 minutes ago", [59], false],
  ["an hour ago", [60], true],
  ["twice today", [600, 120], true],
  ["three times today", [900, 600, 120], false],
  ["three times, one of them a day ago", [1_440, 600, 120], true],
])("a hook switched on %s", (_, minutesAgo, isEnabled) => {
  expect(isEnabledAfter(...minutesAgo)).toBe(isEnabled);
});

test("a hook that may not be switched on now is brought home all the same, and stays off", () => {
  const headers = { "x-secret": "s" };
  const destination = "https://keeper.example.com";
  const patch = { destination, headers, isActive: true } as const;
  const moved = { ...plan, enable: [], update: [{ ...entry, patch }] };
  const hook = {
    id: hookId,
    scope: entry.scope,
    destination: "https://elsewhere.example.com",
    isActive: false,
    hasRightSecret: true,
    hasPreviousSecret: false,
    status: null,
    createdAt: NOW,
    updatedAt: NOW,
    switchedOnAt: [new Date(NOW.getTime() - 60_000)],
  };
  expect(holdBack(moved, [hook], NOW).update).toEqual([{ ...entry, patch: { destination, headers } }]);
  expect(holdBack(moved, [{ ...hook, switchedOnAt: [] }], NOW).update).toEqual(moved.update);
});
