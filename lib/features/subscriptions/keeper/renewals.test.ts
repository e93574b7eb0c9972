import { expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import { withRenewals } from "./renewals.ts";

const NOW = new Date("2026-08-20T15:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const entry = { scope: "store/order/created", hookId: HookId.parse(7) };
const plan = { create: [], update: [], enable: [], remove: [], keep: [entry], unread: [] };

const isRenewed = (made: number, changed: number, renewed: number | null, event: number | null) => {
  const hook = {
    id: entry.hookId,
    scope: entry.scope,
    receiverUrl: "https://keeper.example.com/",
    isActive: true,
    hasRightSecret: true,
    hasPreviousSecret: false,
    hasOtherSecret: false,
    isOurs: true,
    status: "active",
    createdAt: daysAgo(made),
    updatedAt: daysAgo(changed),
    renewedAt: renewed === null ? null : daysAgo(renewed),
  };
  const lastEvents = new Map(event === null ? [] : [[entry.scope, daysAgo(event)]]);
  const { enable, keep } = withRenewals(plan, [hook], lastEvents, NOW);
  expect(enable.length + keep.length).toBe(1);
  return enable.length === 1;
};

test.each([
  ["after 75 days without any sign", [75, 75, null, null], true],
  ["not before", [74.9, 74.9, null, null], false],
  ["not when an event came", [200, 200, null, 74], false],
  ["not when it was changed", [200, 74, null, 100], false],
  ["once in 75 days, whether or not BigCommerce shows it", [200, 200, 74, null], false],
  ["again after that", [200, 200, 75, null], true],
] as const)("a hook is renewed %s", (_, [made, changed, renewed, event], expected) => {
  expect(isRenewed(made, changed, renewed, event)).toBe(expected);
});
