import { expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import { lossesOf } from "./losses.ts";
import type { KnownHook } from "./records.ts";
import { newsOfLosses, newsOfReturns } from "./source-events.ts";

const NOW = new Date("2026-08-20T15:00:00Z");
const HOUR_AGO = new Date("2026-08-20T14:00:00Z");
const OURS = "https://keeper.example.com/api/webhooks/abc123";
const ORDER = "store/order/created";
const hook = (given: Partial<KnownHook> = {}): KnownHook => ({
  id: HookId.parse(1),
  scope: ORDER,
  receiverUrl: OURS,
  isActive: true,
  hasRightSecret: true,
  hasPreviousSecret: false,
  hasOtherSecret: false,
  isOurs: true,
  status: "active",
  createdAt: HOUR_AGO,
  updatedAt: HOUR_AGO,
  renewedAt: null,
  ...given,
});
const OFF = hook({ isActive: false });
const lost = (seen: KnownHook[]) => newsOfLosses(lossesOf([hook()], seen, OURS, HOUR_AGO, NOW), seen);
const returned = (before: KnownHook[], after: KnownHook[], since = new Map([[ORDER, HOUR_AGO]])) =>
  newsOfReturns(before, after, OURS, since, NOW);

test("a webhook that was turned off is told as such, any other loss as a gap alone", () => {
  const gap = { scope: "keeper.gap.found", about: ORDER, from: HOUR_AGO, to: null };
  expect(lost([OFF])).toEqual([{ ...gap, scope: "keeper.hook.off" }, gap]);
  expect(lost([])).toEqual([gap]);
  expect(lost([hook({ receiverUrl: "https://elsewhere.example.com/" })])).toEqual([gap]);
  expect(lost([hook()])).toEqual([]);
});

test("a gap is over when a webhook brings events again, and was known to miss them", () => {
  expect(returned([OFF], [hook()])).toEqual([
    { scope: "keeper.gap.closed", about: ORDER, from: HOUR_AGO, to: NOW },
  ]);
  expect(returned([], [hook()])).toHaveLength(1);
  expect(returned([], [hook()], new Map())).toEqual([]);
  expect(returned([hook()], [hook()])).toEqual([]);
  expect(returned([hook()], [OFF])).toEqual([]);
});
