import { expect, test } from "vitest";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { subscriptionView } from "#tests/fixtures/subscription-view.ts";
import { slices, withWanted } from "./subscription-edits.ts";

const view = (scope: string, wanted: boolean) => subscriptionView(scope, "off_by_merchant", { wanted });

const list: SubscriptionList = {
  groups: [{ id: "orders", name: "Orders", events: [view("a", false), view("b", true)] }],
  strays: [],
  checkedAt: null,
  checkFailure: null,
  isChecking: false,
  destination: "https://keeper.example",
};

test("only the event types that are named change, and the list given stays as it was", () => {
  const next = withWanted(list, [
    { scope: "a", wanted: true },
    { scope: "unknown", wanted: true },
  ]);
  expect(next.groups[0]?.events.map(({ wanted }) => wanted)).toEqual([true, true]);
  expect(list.groups[0]?.events.map(({ wanted }) => wanted)).toEqual([false, true]);
});

test("slices hold everything once, in order", () => {
  expect(slices([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(slices([], 2)).toEqual([]);
});
