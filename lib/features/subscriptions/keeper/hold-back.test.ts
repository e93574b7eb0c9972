import { expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import { plainSentence } from "#lib/messages/stored-sentences.ts";
import type { HookPlan } from "#lib/features/subscriptions/plan.ts";
import type { SeenHook, Subscription } from "#lib/features/subscriptions/records.ts";
import { holdBack, type KeeperFacts } from "./hold-back.ts";

const NOW = new Date("2026-08-20T15:00:00Z");
const scope = "store/order/created";
const hookId = HookId.parse(7);
const receiverUrl = "https://keeper.example.com/api/webhooks/abc123";
const reason = plainSentence("hook_missing");
const entry = { scope, hookId, reason };
const nothing: HookPlan = { create: [], update: [], enable: [], remove: [], keep: [], unread: [] };
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const row: Subscription = {
  storeHash: "abc123",
  scope,
  isWanted: true,
  changedAt: minutesAgo(90_000),
  changedBy: null,
  failure: null,
  failedAt: null,
  isTellingOnly: false,
  hadHook: true,
  brokenSince: null,
  mendedAt: [],
  mendedFor: receiverUrl,
};
const off: SeenHook = {
  id: hookId,
  scope,
  receiverUrl,
  isActive: false,
  hasRightSecret: true,
  hasPreviousSecret: false,
  hasOtherSecret: false,
  isOurs: true,
  status: "deactivated",
  createdAt: minutesAgo(90_000),
  updatedAt: minutesAgo(5),
};

const part = (plan: Partial<HookPlan>, given: Partial<Subscription> = {}, facts: Partial<KeeperFacts> = {}) =>
  holdBack(
    { ...nothing, ...plan },
    {
      store: { isTellingOnly: false, receiverUrl },
      subscriptions: [{ ...row, ...given }],
      hooks: [off],
      faultBefore: () => null,
      ...facts,
    },
    NOW,
  );
const isMended = (plan: Partial<HookPlan>, given: Partial<Subscription>, facts?: Partial<KeeperFacts>) => {
  const { create, update, enable } = part(plan, given, facts);
  return create.length + update.length + enable.length > 0;
};

const home = { ...entry, patch: { receiverUrl, headers: { "x-secret": "s" } } };
const moved: SeenHook = { ...off, receiverUrl: "https://elsewhere.example.com/", isActive: true };

test.each([
  ["never before", [], true],
  ["59 minutes ago", [59], false],
  ["an hour ago", [60], true],
  ["twice today", [600, 120], true],
  ["three times today", [900, 600, 120], false],
  ["three times, one of them a day ago", [1_440, 600, 120], true],
])("what was mended %s is switched on, made anew or brought home: %s %s", (_, minutes, expected) => {
  const given = { mendedAt: minutes.map(minutesAgo) };
  expect(isMended({ enable: [entry] }, given)).toBe(expected);
  expect(isMended({ create: [{ scope, reason }] }, given)).toBe(expected);
  expect(isMended({ update: [home] }, given, { hooks: [moved] })).toBe(expected);
});

test("what was done for another address of this app does not count", () => {
  const given = { mendedAt: [minutesAgo(1)], mendedFor: "https://old.example.com/api/webhooks/abc123" };
  expect(isMended({ update: [home] }, given, { hooks: [moved] })).toBe(true);
});

test("the first hook of what was turned on is made at any rate", () => {
  const given = { hadHook: false, isTellingOnly: true, mendedAt: [minutesAgo(1)] };
  expect(isMended({ create: [{ scope, reason }] }, given)).toBe(true);
});

test("a hook that may not be switched on now gets its secret all the same, and stays off", () => {
  const headers = { "x-secret": "s" };
  const secret = { ...entry, patch: { headers, isActive: true } as const };
  const given = { mendedAt: [minutesAgo(1)] };
  expect(part({ update: [secret] }, given).update).toEqual([{ ...entry, patch: { headers } }]);
  expect(part({ update: [secret] }).update).toEqual([secret]);
});

test.each([
  ["the store", {}, { store: { isTellingOnly: true, receiverUrl } }],
  ["the event type", { isTellingOnly: true }, {}],
])("where %s is to be told of only, nothing is changed but what a person began", (_, given, facts) => {
  const plan = {
    create: [{ scope, reason }],
    update: [home],
    enable: [entry],
    remove: [entry],
    keep: [entry],
  };
  expect(part(plan, given, facts)).toEqual({ ...nothing, keep: [entry] });
  expect(part({ remove: [entry] }, { ...given, isWanted: false }, facts).remove).toEqual([entry]);
  // A renewal of the secret was begun by a person, and ends for all hooks at once.
  const renewed = { ...entry, patch: { headers: { "x-secret": "new" } } };
  const hooks = [{ ...off, isActive: true, hasPreviousSecret: true }];
  expect(part({ update: [renewed] }, given, { ...facts, hooks }).update).toEqual([renewed]);
  // Quiet hooks are renewed by the keeper alone.
  expect(part({ enable: [entry] }, given, { ...facts, hooks }).enable).toEqual([]);
});

test("a quiet hook is renewed however often others were mended", () => {
  const hooks = [{ ...off, isActive: true }];
  const given = { mendedAt: [minutesAgo(900), minutesAgo(600), minutesAgo(120)] };
  expect(part({ enable: [entry] }, given, { hooks }).enable).toEqual([entry]);
});

test("what went off because this app failed stays off until the app is well", () => {
  const fault = { from: minutesAgo(400), to: minutesAgo(10) };
  const after = (isOver: boolean) => ({ faultBefore: () => ({ ...fault, isOver }) });
  expect(isMended({ enable: [entry] }, {}, after(false))).toBe(false);
  expect(isMended({ enable: [entry] }, {}, after(true))).toBe(true);
  expect(isMended({ create: [{ scope, reason }] }, {}, after(false))).toBe(true);
});
