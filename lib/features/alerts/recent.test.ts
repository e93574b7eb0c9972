import { expect, test } from "vitest";
import { storeClock } from "#lib/features/subscriptions/store-clock.ts";
import { recentNotes, type RecentFacts } from "./recent.ts";

const NOW = new Date("2026-08-20T15:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const repair = (scope: string, minutes: number, since: number | null) => ({
  scope,
  at: minutesAgo(minutes),
  brokenSince: since === null ? null : minutesAgo(since),
});
const refused = (count: number, from: number, to: number) => ({
  reason: "wrong_signature" as const,
  count,
  firstAt: minutesAgo(from),
  lastAt: minutesAgo(to),
});
const notes = (facts: Partial<RecentFacts>) =>
  recentNotes({
    repairs: [],
    rejections: [],
    troubles: { causes: new Map() },
    lastArrivedAt: minutesAgo(1),
    clock: storeClock(null),
    ...facts,
  }).map(({ sentence }) => sentence);

test("what one check fixed is one note, with the time from which events may be missing", () => {
  const repairs = [repair("a", 30, 90), repair("b", 30, 45), repair("c", 29, null), repair("d", 5, 8)];
  expect(notes({ repairs })).toEqual([
    "Keeper fixed 1 webhook at 2:55 PM. Events between 2:52 PM and 2:55 PM may be missing.",
    "Keeper fixed 3 webhooks at 2:31 PM. Events between 1:30 PM and 2:31 PM may be missing.",
  ]);
});

test("days are named where the times are not of one day, and nothing is guessed", () => {
  expect(notes({ repairs: [repair("a", 30, 1_500)] })).toEqual([
    "Keeper fixed 1 webhook at 2:30 PM. Events between Aug 19, 2:00 PM and Aug 20, 2:30 PM may be missing.",
  ]);
  expect(notes({ repairs: [repair("a", 30, null)] })).toEqual(["Keeper fixed 1 webhook at 2:30 PM."]);
});

test("refused deliveries are told in the past tense once they are over, and not before", () => {
  const rejections = [refused(3, 30, 28)];
  expect(notes({ rejections })).toEqual([
    "3 events couldn't be accepted between 2:30 PM and 2:32 PM. Events arrive again. BigCommerce resends each rejected one for up to 48 hours.",
  ]);
  expect(notes({ rejections: [refused(3, 30, 30)], lastArrivedAt: null })).toEqual([
    "3 events couldn't be accepted at 2:30 PM. BigCommerce resends each rejected one for up to 48 hours.",
  ]);
  expect(notes({ rejections, troubles: { causes: new Map([["refusing", []]]) } })).toEqual([]);
  expect(notes({ rejections: [refused(2, 30, 28)] })).toEqual([]);
});
