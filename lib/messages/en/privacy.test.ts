import { expect, test } from "vitest";
import type { ErasureView } from "#lib/contract/privacy.ts";
import { erasedText, erasingText, PRIVACY } from "./privacy.ts";

const erasure: ErasureView = {
  id: "1",
  type: "company_user",
  resourceId: null,
  askedAt: "2026-11-25T12:00:00.000Z",
  askedBy: "ana@example.com",
  found: 13,
  events: 12,
  states: 1,
  cameAgain: 0,
  endedAt: "2026-11-25T12:00:01.000Z",
};

test("an erasure says what it did, not whose it was", () => {
  expect(erasedText(erasure)).toBe("Erased 12 events and 1 saved version about one company user.");
  expect(erasedText({ ...erasure, cameAgain: 1 })).toBe(
    "Erased 12 events and 1 saved version about one company user. BigCommerce sent 1 event of them again; they were erased as well.",
  );
});

test("what there is none of is not spoken of", () => {
  expect(erasedText({ ...erasure, states: 0 })).toBe("Erased 12 events about one company user.");
  const kept = (events: number, states: number) => PRIVACY.found({ events, states }, "Product 7");
  expect([kept(0, 0), kept(1, 0), kept(0, 2), kept(1, 1)]).toEqual([
    "We keep nothing about Product 7.",
    "We keep 1 event about Product 7.",
    "We keep 2 saved versions about Product 7.",
    "We keep 1 event and 1 saved version about Product 7.",
  ]);
});

test("progress never says more than there was", () => {
  expect(erasingText({ ...erasure, events: 20 })).toBe("Erasing: 13 of 13");
});

test("a shorter time says what would go", () => {
  expect(PRIVACY.wouldGo(1, 7)).toBe("This deletes 1 event. You can't undo it.");
  expect(PRIVACY.wouldGo(0, 1)).toBe("No event is older than 1 day now.");
});
