import { expect, test } from "vitest";
import { VERDICTS } from "#lib/contract/values/verdicts.ts";
import type { SubscriptionView, Verdict } from "#lib/contract/subscriptions.ts";
import { subscriptionView } from "#tests/fixtures/subscription-view.ts";
import { isTroubled, troublesOf, type StoreState } from "./causes.ts";

const NOW = new Date("2026-08-20T12:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

const subscription = (scope: string, verdict: Verdict, wanted = true) =>
  subscriptionView(scope, verdict, { wanted });

const refused = (reason: "wrong_signature" | "wrong_secret", hours = 0) => ({
  rejections: [{ reason, count: 3, lastAt: hoursAgo(hours) }],
});

function state(events: SubscriptionView[], more: Partial<StoreState> = {}): StoreState {
  return {
    list: {
      groups: [{ id: "all", name: "All", events }],
      checkedAt: hoursAgo(0).toISOString(),
      checkFailure: null,
      isChecking: false,
    },
    needsReauthorisation: false,
    installedAt: hoursAgo(100),
    rejections: [],
    lastArrivedAt: null,
    destinations: [],
    ...more,
  };
}
const silent = (checkedAt: Date | null, code = "BIGCOMMERCE_UNREACHABLE") => ({
  list: {
    ...state([subscription("a", "receiving")]).list,
    checkedAt: checkedAt?.toISOString() ?? null,
    checkFailure: { code, sentence: "", help: "" },
  },
});
const causesOf = (given: StoreState) => Object.fromEntries(troublesOf(given, NOW).causes);

test("webhooks are grouped by cause", () => {
  const events = [
    subscription("a", "missing"),
    subscription("b", "blocked"),
    subscription("c", "missing"),
    subscription("d", "receiving"),
  ];
  expect(causesOf(state(events))).toEqual({ missing: ["a", "c"], blocked: ["b"] });
  expect(troublesOf(state(events), NOW).unwell).toEqual(new Set(["a", "b", "c"]));
});

test.each(VERDICTS)("%s is no trouble of what nobody wants", (verdict) => {
  expect(causesOf(state([subscription("a", verdict, false)], refused("wrong_signature")))).toEqual({});
});

test.each(["receiving", "waiting", "starting", "off_by_merchant", "unknown"] as const)(
  "%s is no cause: all is well, or nothing is known",
  (verdict) => expect(causesOf(state([subscription("a", verdict)]))).toEqual({}),
);

test("what goes quiet is a cause only where the keeper does not renew it", () => {
  const quiet = subscription("a", "going_quiet");
  const left = { ...quiet, health: { ...quiet.health, isLeftToYou: true as const } };
  expect(causesOf(state([quiet]))).toEqual({});
  expect(causesOf(state([left]))).toEqual({ going_quiet: ["a"] });
});

test("a store is troubled by a webhook that it wants, and by a check that failed", () => {
  const troubled = (...events: SubscriptionView[]) => isTroubled(state(events).list);
  expect(troubled(subscription("a", "receiving"), subscription("b", "missing", false))).toBe(false);
  expect(troubled(subscription("a", "receiving"), subscription("b", "missing"))).toBe(true);
  expect(isTroubled(silent(hoursAgo(0)).list)).toBe(true);
});

test("a store that has to accept the app again is one trouble, and hides what else there is", () => {
  const found = troublesOf(
    state([subscription("a", "needs_reauthorisation")], { needsReauthorisation: true }),
    NOW,
  );
  expect(Object.fromEntries(found.causes)).toEqual({ needs_reauthorisation: [] });
  expect(found.isKnown).toBe(false);
});

test("BigCommerce is silent once it has answered nothing for two hours", () => {
  const events = state([subscription("a", "receiving")]);
  expect(causesOf({ ...events, ...silent(hoursAgo(1.9)) })).toEqual({ check_failed: [] });
  expect(causesOf({ ...events, ...silent(hoursAgo(2)) })).toEqual({ unreachable: [] });
  expect(causesOf({ ...events, ...silent(null), installedAt: hoursAgo(1) })).toEqual({ check_failed: [] });
  expect(causesOf({ ...events, ...silent(null), installedAt: hoursAgo(3) })).toEqual({ unreachable: [] });
  expect(causesOf({ ...events, ...silent(hoursAgo(9), "BIGCOMMERCE_RATE_LIMITED") })).toEqual({
    check_failed: [],
  });
});

test("refused deliveries are a trouble of the store until an event arrives", () => {
  const events = [subscription("a", "receiving")];
  const given = refused("wrong_signature", 1);
  expect(causesOf(state(events, given))).toEqual({ refusing: [] });
  expect(causesOf(state(events, { ...given, lastArrivedAt: hoursAgo(2) }))).toEqual({ refusing: [] });
  expect(causesOf(state(events, { ...given, lastArrivedAt: hoursAgo(0.5) }))).toEqual({});
  const few = given.rejections.map((each) => ({ ...each, count: 2 }));
  expect(causesOf(state(events, { rejections: few }))).toEqual({});
});

test("what a webhook's wrong secret explains is one trouble, and over once every secret was seen to be right", () => {
  const given = refused("wrong_secret", 1);
  expect(causesOf(state([subscription("a", "wrong_secret")], given))).toEqual({ wrong_secret: ["a"] });
  expect(causesOf(state([subscription("a", "receiving")], given))).toEqual({});
  const { list } = state([subscription("a", "receiving")]);
  const before = { ...given, list: { ...list, checkedAt: hoursAgo(2).toISOString() } };
  expect(causesOf(state([], before))).toEqual({ refusing: [] });
});

test("a webhook without any secret is a trouble of its own, because it may lose nothing", () => {
  const event = subscription("a", "wrong_secret");
  const risky = { ...event, health: { ...event.health, severity: "risk" as const } };
  expect(causesOf(state([risky]))).toEqual({ no_secret: ["a"] });
});

test("hooks are known only after a check that came to its end", () => {
  const events = [subscription("a", "missing")];
  const { list } = state(events);
  expect(troublesOf(state(events), NOW).isKnown).toBe(true);
  expect(troublesOf(state(events, { list: { ...list, isChecking: true } }), NOW).isKnown).toBe(false);
  expect(troublesOf(state(events, { list: { ...list, checkedAt: null } }), NOW).isKnown).toBe(false);
  expect(troublesOf(state(events, silent(hoursAgo(0))), NOW).isKnown).toBe(false);
});

test("what is wrong with destinations is known without a check of the hooks, one cause for all of them", () => {
  const destinations = [
    { trouble: "destination_ill" },
    { trouble: "destination_ill" },
    { trouble: "deliveries_failed" },
  ] as const;
  expect(causesOf(state([], { destinations }))).toEqual({ destination_ill: [], deliveries_failed: [] });
});
