import { expect, test } from "vitest";
import { VERDICTS } from "#lib/contract/values/verdicts.ts";
import type { SubscriptionView, Verdict } from "#lib/contract/subscriptions.ts";
import { isTroubled, troublesOf, type StoreState } from "./causes.ts";

const NOW = new Date("2026-08-20T12:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

function subscription(scope: string, verdict: Verdict, wanted = true): SubscriptionView {
  return {
    scope,
    title: scope,
    wanted,
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
    isRefusing: false,
    ...more,
  };
}
const silent = (checkedAt: Date | null, code = "BIGCOMMERCE_UNREACHABLE") => ({
  list: {
    ...state([subscription("a", "receiving")]).list,
    checkedAt: checkedAt?.toISOString() ?? null,
    checkFailure: { code, sentence: "" },
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
  expect(causesOf(state([subscription("a", verdict, false)], { isRefusing: true }))).toEqual({});
});

test.each(["receiving", "waiting", "starting", "off_by_merchant", "overlaps_wildcard", "unknown"] as const)(
  "%s is no cause: all is well, a person did it, or nothing is known",
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
  expect(causesOf({ ...events, ...silent(hoursAgo(1.9)) })).toEqual({});
  expect(causesOf({ ...events, ...silent(hoursAgo(2)) })).toEqual({ unreachable: [] });
  expect(causesOf({ ...events, ...silent(null), installedAt: hoursAgo(1) })).toEqual({});
  expect(causesOf({ ...events, ...silent(null), installedAt: hoursAgo(3) })).toEqual({ unreachable: [] });
  expect(causesOf({ ...events, ...silent(hoursAgo(9), "BIGCOMMERCE_RATE_LIMITED") })).toEqual({});
});

test("refused deliveries are a trouble of the store", () => {
  expect(causesOf(state([subscription("a", "receiving")], { isRefusing: true }))).toEqual({ refusing: [] });
});

test("hooks are known only after a check that came to its end", () => {
  const events = [subscription("a", "missing")];
  const { list } = state(events);
  expect(troublesOf(state(events), NOW).isKnown).toBe(true);
  expect(troublesOf(state(events, { list: { ...list, isChecking: true } }), NOW).isKnown).toBe(false);
  expect(troublesOf(state(events, { list: { ...list, checkedAt: null } }), NOW).isKnown).toBe(false);
  expect(troublesOf(state(events, silent(hoursAgo(0))), NOW).isKnown).toBe(false);
});
