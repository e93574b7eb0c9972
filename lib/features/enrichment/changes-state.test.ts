import { expect, test } from "vitest";
import { changesState, type ChangesFacts } from "./changes-state.ts";

const NOW = new Date("2026-11-25T10:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const event = { seq: 7n, firstArrivedAt: ago(1), isTest: false, isDemo: false };
const noted = { newestSeq: 7n, dueAt: NOW, attempts: 0, failure: null };
const facts: ChangesFacts = {
  event,
  snapshot: null,
  hasStateBefore: false,
  resource: noted,
  enrichment: { isOn: true, waitsUntil: null },
  isGranted: true,
};

test.each<[string, Partial<ChangesFacts>, string]>([
  ["a state before and another after it", { snapshot: { outcome: "kept" }, hasStateBefore: true }, "changed"],
  ["nothing known before", { snapshot: { outcome: "kept" } }, "first"],
  ["the same before and after", { snapshot: { outcome: "same" }, hasStateBefore: true }, "same"],
  ["what is not there any more", { snapshot: { outcome: "gone" } }, "gone"],
  ["what is too large to be kept", { snapshot: { outcome: "too_large" } }, "too_large"],
  ["a reading to come", {}, "waiting"],
  ["an event that was not noticed yet", { resource: null, enrichment: null }, "waiting"],
  [
    "a newer event about a thing that was read",
    { resource: { ...noted, newestSeq: 6n, dueAt: null } },
    "waiting",
  ],
  [
    "an event that came before anything was read",
    { resource: null, event: { ...event, firstArrivedAt: ago(16) } },
    "not_read",
  ],
  [
    "a reading that failed and is tried again",
    { resource: { ...noted, attempts: 1, failure: "X" } },
    "retrying",
  ],
  ["a reading that was given up", { resource: { ...noted, dueAt: null, failure: "X" } }, "failed"],
  ["quota left to others", { enrichment: { isOn: true, waitsUntil: new Date(NOW.getTime() + 1) } }, "quota"],
  ["a wait that is over", { enrichment: { isOn: true, waitsUntil: ago(1) } }, "waiting"],
  ["reading switched off", { enrichment: { isOn: false, waitsUntil: null } }, "off"],
  [
    "what was read before it was switched off",
    { snapshot: { outcome: "kept" }, enrichment: { isOn: false, waitsUntil: null } },
    "first",
  ],
  ["a scope that the store did not grant", { isGranted: false }, "not_granted"],
  ["a test", { event: { ...event, isTest: true } }, "test"],
  ["the demo's past", { event: { ...event, isDemo: true } }, "demo"],
])("%s", (_what, given, state) => {
  expect(changesState({ ...facts, ...given }, NOW)).toBe(state);
});
