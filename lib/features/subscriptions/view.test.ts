import { describe, expect, test } from "vitest";
import { CATALOGUE, GROUPS } from "#lib/catalogue/catalogue.ts";
import { SubscriptionList } from "#lib/contract/subscriptions.ts";
import { HookId } from "#lib/ids.ts";
import type { KnownHook, Subscription } from "./records.ts";
import { type ListFacts, listView } from "./view.ts";

const NOW = new Date("2026-08-20T15:56:12Z");
const BEFORE = new Date("2026-08-02T12:00:00Z");
const receiverUrl = "https://keeper.example.com/api/webhooks/abc123";

const subscription = (scope: string, isWanted = true): Subscription => ({
  storeHash: "abc123",
  scope,
  isWanted,
  changedAt: BEFORE,
  changedBy: "ana@example.com",
  failure: null,
  failedAt: null,
  isTellingOnly: false,
  hadHook: true,
  brokenSince: null,
  mendedAt: [],
  mendedFor: null,
});
const hook = (id: number, scope: string, given: Partial<KnownHook> = {}): KnownHook => ({
  id: HookId.parse(id),
  scope,
  receiverUrl,
  isActive: true,
  hasRightSecret: true,
  hasPreviousSecret: false,
  hasOtherSecret: false,
  isOurs: true,
  status: "active",
  createdAt: BEFORE,
  updatedAt: BEFORE,
  renewedAt: null,
  ...given,
});
const store: ListFacts["store"] = {
  installedAt: BEFORE,
  checkedAt: NOW,
  checkFailure: null,
  checkFailureStatus: null,
  needsReauthorisation: false,
  timezone: null,
  blockedDomains: [],
  isTellingOnly: false,
  unreadableHooks: 0,
};

const list = (facts: Partial<ListFacts> = {}) =>
  listView(
    {
      store,
      subscriptions: [],
      hooks: [],
      figures: new Map(),
      receiverUrl,
      isCheckRunning: false,
      faultBefore: () => null,
      failures: { refusals: [], notices: [] },
      secretRefusedAt: null,
      nextCheckAt: null,
      ...facts,
    },
    NOW,
  );
const find = (view: SubscriptionList, scope: string) =>
  view.groups.flatMap(({ events }) => events).find((event) => event.scope === scope);

describe("listView", () => {
  test("has the whole catalogue, in its groups and order, in the shape of the contract", () => {
    const view = SubscriptionList.parse(list());
    expect(view.groups.map(({ id }) => id)).toEqual(GROUPS.map(({ id }) => id));
    expect(view.groups.flatMap(({ events }) => events.map(({ scope }) => scope))).toEqual(
      CATALOGUE.map(({ scope }) => scope),
    );
  });

  test("shows a channel's event type after its template, with the channel in its title", () => {
    const scope = "store/channel/2/order/created";
    const view = list({ subscriptions: [subscription(scope)], hooks: [hook(1, scope)] });
    const scopes = view.groups.flatMap(({ events }) => events.map((event) => event.scope));
    expect(scopes[scopes.indexOf("store/channel/{channel_id}/order/created") + 1]).toBe(scope);
    expect(find(view, scope)).toMatchObject({ wanted: true, health: { verdict: "waiting" } });
    expect(find(view, scope)?.title).toMatch(/, channel 2$/);
  });

  test("names the wildcard that covers, for what is wanted beside it and for what is not", () => {
    const subscriptions = [subscription("store/order/*"), subscription("store/order/created")];
    const hooks = [hook(1, "store/order/*"), hook(2, "store/order/created")];
    const view = list({ subscriptions, hooks });
    expect(find(view, "store/order/created")).toMatchObject({
      includedBy: "store/order/*",
      health: { verdict: "overlaps_wildcard" },
    });
    expect(find(view, "store/order/updated")).toMatchObject({
      wanted: false,
      includedBy: "store/order/*",
      health: { verdict: "off_by_merchant" },
    });
    expect(find(view, "store/order/*")).toMatchObject({ includedBy: null, health: { verdict: "waiting" } });
  });

  test("a wildcard whose hook is not there covers nothing", () => {
    const subscriptions = [subscription("store/order/*"), subscription("store/order/created")];
    const view = list({ subscriptions, hooks: [hook(2, "store/order/created")] });
    expect(find(view, "store/order/created")).toMatchObject({
      includedBy: null,
      health: { verdict: "waiting" },
    });
  });

  test("hooks that nobody chose, and those beside the one that serves, are strays", () => {
    const hooks = [
      hook(1, "store/order/created"),
      hook(2, "store/order/created", { receiverUrl: "https://other.example.com/x" }),
      hook(3, "store/cart/created"),
      hook(4, "store/hook/unheardOf"),
    ];
    const view = list({ subscriptions: [subscription("store/order/created")], hooks });
    expect(view.strays.map(({ id }) => id)).toEqual(["2", "3", "4"]);
  });

  test("what another installation made serves nothing here, and is shown as its own", () => {
    const theirs = { receiverUrl: "https://production.example.com/api/webhooks/abc123", isOurs: false };
    const hooks = [hook(1, "store/order/created", theirs)];
    const view = list({ subscriptions: [subscription("store/order/created")], hooks });
    expect(find(view, "store/order/created")).toMatchObject({ hook: null, health: { verdict: "missing" } });
    expect(view.strays).toMatchObject([{ id: "1", isOfOthers: true }]);
  });

  test("a wildcard that nobody chose, and that delivers here, is named as what brings events twice", () => {
    const hooks = [hook(1, "store/order/*"), hook(2, "store/order/created")];
    const view = list({ subscriptions: [subscription("store/order/created")], hooks });
    expect(find(view, "store/order/created")?.health).toMatchObject({
      verdict: "overlaps_wildcard",
      remedy: "remove_double",
    });
  });

  test("hooks that could not be read are counted, and none are not mentioned", () => {
    expect(list()).not.toHaveProperty("unreadable");
    expect(list({ store: { ...store, unreadableHooks: 2 } }).unreadable).toBe(2);
  });

  test("what was read before the present installation does not count", () => {
    const reinstalled = { ...store, installedAt: NOW, checkedAt: BEFORE };
    const view = list({ store: reinstalled, subscriptions: [subscription("store/order/created")] });
    expect(view).toMatchObject({ checkedAt: null, isChecking: true });
    expect(find(view, "store/order/created")?.health.verdict).toBe("starting");
  });

  test("a failed check is told with its sentence, and what was last seen stands", () => {
    const failed = { ...store, checkFailure: "BIGCOMMERCE_UNREACHABLE" };
    const subscriptions = [subscription("store/order/created")];
    const view = list({ store: failed, subscriptions, hooks: [hook(1, "store/order/created")] });
    expect(view.checkFailure).toEqual({
      code: "BIGCOMMERCE_UNREACHABLE",
      sentence: "BigCommerce isn't responding.",
      help: "We can't check or change webhooks right now.",
    });
    expect(find(view, "store/order/created")?.health.verdict).toBe("waiting");
  });

  test("a check that failed says what BigCommerce answered, and when the next one really is", () => {
    const failed = (checkFailureStatus: number, minutes: number) =>
      list({
        store: { ...store, checkFailure: "BIGCOMMERCE_UNREACHABLE", checkFailureStatus },
        nextCheckAt: new Date(NOW.getTime() + minutes * 60_000),
      }).checkFailure;
    expect(failed(500, 4)).toMatchObject({
      sentence: "BigCommerce returned an error (500).",
      nextTry: "We'll try again at 4:00 PM.",
      help: "We can't check or change webhooks right now. We'll try again at 4:00 PM.",
    });
    expect(failed(503, -1)).toMatchObject({
      sentence: "BigCommerce says this store is unavailable (503). It may be suspended or in maintenance.",
      nextTry: "We're trying again now.",
    });
  });

  test("figures are there when there were events, and absent otherwise", () => {
    const hourly = Array.from({ length: 24 }, (_, index) => (index === 23 ? 4 : 0));
    const figures = new Map([["store/order/created", { lastEventAt: NOW, hourly }]]);
    expect(find(list({ figures }), "store/order/created")).toMatchObject({
      events24h: 4,
      hourly,
      lastEventAt: NOW.toISOString(),
    });
    const ofMembers = new Map([["store/order/*", { lastEventAt: NOW, hourly }]]);
    const wildcard = (subscriptions: Subscription[]) =>
      find(list({ figures: ofMembers, subscriptions }), "store/order/*");
    expect(wildcard([])).toMatchObject({ events24h: 0, hourly: [], lastEventAt: null });
    expect(wildcard([subscription("store/order/*")])).toMatchObject({ events24h: 4 });
    expect(find(list(), "store/order/created")).toMatchObject({
      events24h: 0,
      hourly: [],
      lastEventAt: null,
    });
  });
});
