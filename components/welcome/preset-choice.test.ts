import { expect, test } from "vitest";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { subscriptionView } from "#tests/fixtures/subscription-view.ts";
import { missingScopes, presetChoices } from "./preset-choice.ts";

const event = (scope: string, wanted: boolean, includedBy: string | null) =>
  subscriptionView(scope, "waiting", { wanted, includedBy });

const list: SubscriptionList = {
  groups: [
    {
      id: "carts",
      name: "Carts",
      events: [event("store/cart/abandoned", true, null), event("store/cart/created", false, "store/cart/*")],
    },
  ],
  strays: [],
  checkedAt: null,
  checkFailure: null,
  isChecking: false,
  destination: "https://keeper.example",
};

test("what arrives already, by itself or by a wildcard, is neither counted as new nor turned on twice", () => {
  expect(presetChoices(list).find(({ preset }) => preset.id === "carts")?.on).toBe(2);
  const scopes = missingScopes(list, new Set(["carts"]));
  expect(scopes).toContain("store/cart/converted");
  expect(scopes).not.toContain("store/cart/abandoned");
  expect(scopes).not.toContain("store/cart/created");
});
