import { describe, expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import { type HealthFacts, healthOf, type StoreFacts } from "./health.ts";
import type { SeenHook } from "./records.ts";
import { storeClock } from "./store-clock.ts";

const NOW = new Date("2026-08-20T15:56:12Z");
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const destination = "https://keeper.example.com/api/webhooks/abc123";

const hook = (given: Partial<SeenHook> = {}): SeenHook => ({
  id: HookId.parse(1),
  scope: "store/order/created",
  destination,
  isActive: true,
  hasRightSecret: true,
  hasPreviousSecret: false,
  status: "active",
  createdAt: new Date("2026-08-02T12:00:00Z"),
  updatedAt: new Date("2026-08-02T12:00:00Z"),
  ...given,
});
const wanted = { isWanted: true, changedAt: daysAgo(18), changedBy: "ana@example.com", failure: null };
const store: StoreFacts = {
  needsReauthorisation: false,
  checkedAt: daysAgo(0.01),
  checkFailure: null,
  blockedDomains: [],
  clock: storeClock("America/Chicago"),
};

const judge = (facts: Partial<HealthFacts> = {}, given: Partial<StoreFacts> = {}) =>
  healthOf(
    { subscription: wanted, hooks: [hook()], destination, coveredBy: null, lastEventAt: null, ...facts },
    { ...store, ...given },
    NOW,
  );

describe("healthOf", () => {
  test("receiving, with the time as the store's people read it", () => {
    expect(judge({ lastEventAt: new Date("2026-08-20T15:54:00Z") })).toEqual({
      verdict: "receiving",
      sentence: "Last event Aug 20, 10:54 AM.",
      remedy: null,
      since: "2026-08-02T12:00:00.000Z",
    });
  });

  test("waiting for the first event", () => {
    expect(judge()).toMatchObject({
      verdict: "waiting",
      sentence: "On since Aug 2. No event of this type has happened yet.",
      remedy: null,
    });
  });

  test("starting for a minute after it was made, unless an event proves otherwise", () => {
    const fresh = [hook({ createdAt: new Date(NOW.getTime() - 59_000), updatedAt: NOW })];
    expect(judge({ hooks: fresh })).toMatchObject({
      verdict: "starting",
      sentence: "First events can take a minute.",
    });
    expect(judge({ hooks: fresh, lastEventAt: NOW }).verdict).toBe("receiving");
    const older = [hook({ createdAt: new Date(NOW.getTime() - 60_000), updatedAt: NOW })];
    expect(judge({ hooks: older }).verdict).toBe("waiting");
  });

  test("starting while it is being turned on", () => {
    const facts = { hooks: [], subscription: { ...wanted, changedAt: NOW } };
    expect(judge(facts).verdict).toBe("starting");
    expect(judge({ hooks: [] }, { checkedAt: null }).verdict).toBe("starting");
  });

  test("off by the merchant, with who and when", () => {
    const subscription = { ...wanted, isWanted: false, changedAt: new Date("2026-08-12T12:00:00Z") };
    expect(judge({ subscription, hooks: [] })).toMatchObject({
      verdict: "off_by_merchant",
      sentence: "Turned off by ana@example.com on Aug 12.",
      remedy: null,
    });
  });

  test("never turned on is off as well, and a wildcard that covers it is named", () => {
    expect(judge({ subscription: null, hooks: [] })).toMatchObject({
      verdict: "off_by_merchant",
      sentence: "Not turned on.",
    });
    const covered = judge({ subscription: null, hooks: [], coveredBy: "All order events" });
    expect(covered).toMatchObject({ verdict: "off_by_merchant", sentence: "Covered by All order events." });
  });

  test("off by BigCommerce, because of failures", () => {
    const off = hook({ isActive: false, status: "deactivated", updatedAt: new Date("2026-08-10T12:00:00Z") });
    expect(judge({ hooks: [off], lastEventAt: daysAgo(12) })).toEqual({
      verdict: "off_by_bigcommerce",
      sentence: "Switched off by BigCommerce on Aug 10 because deliveries failed for 48 hours.",
      remedy: "turn_on",
      since: "2026-08-10T12:00:00.000Z",
    });
  });

  test("off by BigCommerce, because it was quiet", () => {
    const off = hook({
      isActive: false,
      status: "deactivated",
      createdAt: daysAgo(100),
      updatedAt: daysAgo(9),
    });
    expect(judge({ hooks: [off] }).sentence).toBe(
      "Switched off by BigCommerce on Aug 11 after 90 days without an event.",
    );
  });

  test("off by some other call is not blamed on failures", () => {
    const off = hook({ isActive: false, status: "inactive" });
    expect(judge({ hooks: [off] })).toMatchObject({
      verdict: "off_by_bigcommerce",
      sentence: "Switched off at BigCommerce on Aug 2, though it is wanted here.",
    });
  });

  test.each([
    ["missing", { hooks: [] }, "reregister", "BigCommerce no longer has this webhook."],
    [
      "wrong_address",
      { hooks: [hook({ destination: "https://old.example.com/api/webhooks/abc123" })] },
      "repair",
      "BigCommerce sends these events to another address of this app.",
    ],
    [
      "wrong_secret",
      { hooks: [hook({ hasRightSecret: false })] },
      "repair",
      "Events arrive without the agreed secret.",
    ],
    [
      "doubled",
      { hooks: [hook(), hook({ id: HookId.parse(2) })] },
      "remove_double",
      "BigCommerce has 2 webhooks for this event type. Each event arrives twice.",
    ],
    [
      "overlaps_wildcard",
      { coveredBy: "All order events" },
      "turn_off",
      "Covered by All order events. Each event arrives twice.",
    ],
    [
      "over_limit",
      { hooks: [], subscription: { ...wanted, failure: "HOOK_LIMIT_REACHED" } },
      "check",
      "BigCommerce allows 10 webhooks of one event type for this app.",
    ],
  ] as const)("%s, with the action that mends it", (verdict, facts, remedy, sentence) => {
    expect(judge(facts)).toMatchObject({ verdict, remedy, sentence });
  });

  test("missing after a refusal says why", () => {
    const subscription = { ...wanted, failure: "BIGCOMMERCE_REFUSED" };
    expect(judge({ hooks: [], subscription }).sentence).toBe(
      "Not there yet. BigCommerce does not accept a webhook of this event type.",
    );
  });

  test("blocked until BigCommerce's time is over, and only for our own domain", () => {
    const until = new Date(NOW.getTime() + 161_000);
    const blocked = (host: string) =>
      judge({}, { blockedDomains: [{ destination: `https://${host}`, until }] });
    expect(blocked("keeper.example.com")).toMatchObject({
      verdict: "blocked",
      sentence: "BigCommerce pauses deliveries until 10:58 AM because too many failed.",
    });
    expect(blocked("other.example.com").verdict).toBe("waiting");
    expect(judge({}, { blockedDomains: [{ destination, until: NOW }] }).verdict).toBe("waiting");
  });

  test("going quiet from day 75 on", () => {
    const since = (days: number) => hook({ createdAt: daysAgo(200), updatedAt: daysAgo(days) });
    expect(judge({ hooks: [since(100)], lastEventAt: daysAgo(74.9) }).verdict).toBe("receiving");
    expect(judge({ hooks: [since(100)], lastEventAt: daysAgo(75) })).toMatchObject({
      verdict: "going_quiet",
      sentence: "Without an event until Sep 4 BigCommerce switches it off. It is then turned on again.",
    });
  });

  test("needs access before anything that was last seen", () => {
    expect(judge({ hooks: [] }, { needsReauthorisation: true })).toMatchObject({
      verdict: "needs_reauthorisation",
      remedy: "reopen_app",
    });
  });

  test("unknown when BigCommerce was never readable; what was last seen stands when it was", () => {
    const checkFailure = "BIGCOMMERCE_UNREACHABLE";
    expect(judge({ hooks: [] }, { checkedAt: null, checkFailure })).toMatchObject({
      verdict: "unknown",
      remedy: "check",
      sentence: "BigCommerce takes longer than usual to answer.",
    });
    expect(judge({}, { checkFailure }).verdict).toBe("waiting");
  });

  test("what keeps events away is told before what brings them twice", () => {
    const hooks = [hook({ isActive: false }), hook({ id: HookId.parse(2), isActive: false })];
    expect(judge({ hooks, coveredBy: "All order events" }).verdict).toBe("off_by_bigcommerce");
  });
});
