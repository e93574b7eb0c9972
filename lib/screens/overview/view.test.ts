import { describe, expect, it } from "vitest";
import type { SubscriptionList, SubscriptionView } from "#lib/contract/subscriptions.ts";
import { storeClock } from "#lib/features/subscriptions/store-clock.ts";
import { subscriptionView } from "#tests/fixtures/subscription-view.ts";
import { overviewView, type OverviewFacts } from "./view.ts";

const NOW = new Date("2026-11-24T12:20:00.000Z");

function list(events: SubscriptionView[], rest: Partial<SubscriptionList> = {}): SubscriptionList {
  return {
    groups: [{ id: "orders", name: "Orders", events }],
    strays: [],
    checkedAt: "2026-11-24T12:00:00.000Z",
    checkFailure: null,
    isChecking: false,
    destination: "https://keeper.example.com/api/webhooks/abc",
    ...rest,
  };
}

const hour = (iso: string, events: number, rest: { repeats?: number } = {}) => ({
  hour: new Date(iso),
  events,
  repeats: rest.repeats ?? 0,
});

const view = (facts: Partial<OverviewFacts> = {}) =>
  overviewView(
    {
      subscriptions: list([subscriptionView("store/order/created", "receiving")]),
      hours: [],
      latest: null,
      troubles: { causes: new Map(), unwell: new Set(), isKnown: true },
      todo: { alerts: [], unseen: 0 },
      repairs: [],
      delayMs: null,
      rejections: [],
      spooled: 0,
      installedAt: new Date("2026-10-01T00:00:00Z"),
      clock: storeClock(null),
      ...facts,
    },
    NOW,
  );

describe("the figures", () => {
  const hours = [
    hour("2026-11-22T12:00:00Z", 100),
    hour("2026-11-22T13:00:00Z", 3),
    hour("2026-11-23T12:00:00Z", 4),
    hour("2026-11-23T13:00:00Z", 5, { repeats: 2 }),
    hour("2026-11-24T12:00:00Z", 6, { repeats: 1 }),
  ];

  it("of 24 hours are those of the present hour and the 23 before", () => {
    expect(view({ hours })).toMatchObject({ received24h: 11, repeats24h: 3 });
  });

  it("leave out what waits for the database, and tell how much that is", () => {
    expect(view({ hours, spooled: 7 })).toMatchObject({ received24h: 11, spooled: 7 });
  });

  it("of the day before are the 24 hours that went before", () => {
    expect(view({ hours }).receivedBefore24h).toBe(7);
  });

  it("are not compared before the store has been there for two days", () => {
    const installedAt = new Date(NOW.getTime() - 2 * 86_400_000 + 1);
    expect(view({ hours, installedAt }).receivedBefore24h).toBeNull();
  });

  it("count what is wanted, whatever it is doing", () => {
    const stray = { ...subscriptionView("store/order/created", "missing"), wanted: false };
    expect(
      view({ subscriptions: list([stray, subscriptionView("store/order/updated", "waiting")]) }).wanted,
    ).toBe(1);
  });
});

describe("after the app has moved", () => {
  const hookAt = (destination: string) => ({
    id: "1",
    isActive: true,
    status: null,
    destination,
    createdAt: "2026-11-20T00:00:00.000Z",
  });
  const at = (scope: string, destination: string) => ({
    ...subscriptionView(scope, "receiving"),
    hook: hookAt(destination),
  });
  const HERE = "https://keeper.example.com/api/webhooks/abc";

  it("says how many webhooks have followed", () => {
    const before = at("store/order/updated", "https://old.example.com/api/webhooks/abc");
    const events = [
      at("store/order/created", HERE),
      before,
      subscriptionView("store/cart/created", "missing"),
    ];
    expect(view({ subscriptions: list(events) }).moving).toEqual({ here: 1, all: 2 });
  });

  it("says nothing of webhooks that do not follow by themselves", () => {
    const before = at("store/order/updated", "https://old.example.com/api/webhooks/abc");
    expect(view({ subscriptions: list([before], { isTellingOnly: true }) }).moving).toBeNull();
    expect(view({ subscriptions: list([{ ...before, isTellingOnly: true }]) }).moving).toBeNull();
  });

  it("takes no webhook that somebody sent to a place of their own for one that follows", () => {
    const astray = at("store/order/updated", "https://elsewhere.example.com/hook");
    expect(view({ subscriptions: list([at("store/order/created", HERE), astray]) }).moving).toBeNull();
  });
});
