import { describe, expect, it } from "vitest";
import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import type { SubscriptionList, SubscriptionView, Verdict } from "#lib/contract/subscriptions.ts";
import { overviewView, type OverviewFacts } from "./view.ts";

const NOW = new Date("2026-11-24T12:20:00.000Z");
const FAILURE = {
  code: "BIGCOMMERCE_UNREACHABLE",
  sentence: "BigCommerce takes longer than usual to answer.",
};

function subscription(scope: string, verdict: Verdict): SubscriptionView {
  return {
    scope,
    title: scope,
    wanted: verdict !== "off_by_merchant",
    hook: null,
    health: { verdict, sentence: "", remedy: null, since: null },
    lastEventAt: null,
    events24h: 0,
    hourly: [],
    changedAt: null,
    changedBy: null,
    includedBy: null,
  };
}

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
      subscriptions: list([subscription("store/order/created", "receiving")]),
      hours: [],
      newest: null,
      delayMs: null,
      rejections: [],
      ...facts,
    },
    NOW,
  );

describe("the verdict on a store", () => {
  const refused = (reason: RejectionReason, iso: string) => ({
    reason,
    count: 1,
    lastAt: new Date(iso),
    last: { headers: [], values: {}, bytes: 2 },
  });
  const newest = {
    id: "1",
    scope: "store/order/created",
    summary: "",
    occurredAt: "2026-11-24T11:00:00.000Z",
    lastArrivedAt: "2026-11-24T11:00:03.000Z",
  };

  it("tells of a refusal after which nothing arrived, and not of a stranger's", () => {
    const wrong = refused("wrong_signature", "2026-11-24T12:00:00.000Z");
    expect(view({ rejections: [wrong], newest })).toMatchObject({
      state: "attention",
      sentence: "The last delivery was refused, and no event has arrived since.",
    });
    expect(view({ rejections: [wrong] }).state).toBe("attention");
    const before = refused("wrong_signature", "2026-11-24T10:00:00.000Z");
    const noise = refused("no_proof", "2026-11-24T12:00:00.000Z");
    expect(view({ rejections: [before, noise], newest }).state).toBe("good");
  });

  it("is good when nothing needs attention", () => {
    expect(view().state).toBe("good");
  });

  it("is that nothing is on when nothing is wanted, whatever else is wrong", () => {
    const subscriptions = list([subscription("store/order/created", "off_by_merchant")], {
      checkFailure: FAILURE,
    });
    expect(view({ subscriptions }).state).toBe("nothing_on");
  });

  it("names how many webhooks need attention", () => {
    const subscriptions = list([
      subscription("store/order/created", "missing"),
      subscription("store/order/updated", "receiving"),
    ]);
    expect(view({ subscriptions })).toMatchObject({
      state: "attention",
      sentence: "1 of 2 needs you: store/order/created is missing.",
      needsAttention: [{ scope: "store/order/created", health: { verdict: "missing" } }],
    });
  });

  it("does not count what nobody wants", () => {
    const stray = { ...subscription("store/order/created", "missing"), wanted: false };
    const subscriptions = list([stray, subscription("store/order/updated", "waiting")]);
    expect(view({ subscriptions })).toMatchObject({ state: "good", needsAttention: [], wanted: 1 });
  });

  it("is that nothing is received when the check failed and no event came", () => {
    const subscriptions = list([subscription("store/order/created", "unknown")], { checkFailure: FAILURE });
    expect(view({ subscriptions }).state).toBe("not_receiving");
  });

  it("never says that all is good after a failed check, even while events come", () => {
    const subscriptions = list([subscription("store/order/created", "receiving")], { checkFailure: FAILURE });
    expect(view({ subscriptions, hours: [hour("2026-11-24T12:00:00Z", 1)] }).state).toBe("attention");
  });

  it("waits for the first check", () => {
    const subscriptions = list([subscription("store/order/created", "starting")], {
      checkedAt: null,
      isChecking: true,
    });
    expect(view({ subscriptions }).state).toBe("checking");
  });
});

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

  it("of the day before are the 24 hours that went before", () => {
    expect(view({ hours }).receivedBefore24h).toBe(7);
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
    ...subscription(scope, "receiving"),
    hook: hookAt(destination),
  });
  const HERE = "https://keeper.example.com/api/webhooks/abc";

  it("says how many webhooks have followed", () => {
    const before = at("store/order/updated", "https://old.example.com/api/webhooks/abc");
    const events = [at("store/order/created", HERE), before, subscription("store/cart/created", "missing")];
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
