import { expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import { lossesOf } from "./losses.ts";
import type { KnownHook } from "./records.ts";

const NOW = new Date("2026-08-20T15:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const OURS = "https://keeper.example.com/api/webhooks/abc123";
const hook = (given: Partial<KnownHook> = {}): KnownHook => ({
  id: HookId.parse(1),
  scope: "store/order/created",
  receiverUrl: OURS,
  isActive: true,
  hasRightSecret: true,
  hasPreviousSecret: false,
  hasOtherSecret: false,
  isOurs: true,
  status: "active",
  createdAt: minutesAgo(900),
  updatedAt: minutesAgo(900),
  renewedAt: null,
  ...given,
});
const lost = (seen: KnownHook[], lookedAt: Date | null = minutesAgo(60)) =>
  lossesOf([hook()], seen, OURS, lookedAt, NOW);

test("a hook that is as it was lost nothing", () => {
  expect(lost([hook()])).toEqual({ broken: new Map(), serving: ["store/order/created"] });
});

test.each([
  ["gone", []],
  ["sent elsewhere", [hook({ receiverUrl: "https://elsewhere.example.com/" })]],
  ["of another secret", [hook({ hasRightSecret: false, hasOtherSecret: true })]],
])("a hook that is %s may have lost events since the last look", (_, seen) => {
  expect(lost(seen).broken).toEqual(new Map([["store/order/created", minutesAgo(60)]]));
  expect(lost(seen).serving).toEqual([]);
  expect(lost(seen, null).broken).toEqual(new Map());
});

test("a hook that was turned off lost events since then, where its time can be believed", () => {
  const off = (updatedAt: Date) =>
    lost([hook({ isActive: false, updatedAt })]).broken.get("store/order/created");
  expect(off(minutesAgo(20))).toEqual(minutesAgo(20));
  expect(off(minutesAgo(90))).toEqual(minutesAgo(60));
  expect(off(minutesAgo(-90))).toEqual(minutesAgo(60));
});

test("what was broken before is not broken anew, and a second hook that serves makes good for the first", () => {
  const off = hook({ isActive: false });
  expect(lossesOf([off], [off], OURS, minutesAgo(60), NOW).broken).toEqual(new Map());
  expect(lost([off, hook({ id: HookId.parse(2) })]).broken).toEqual(new Map());
});
