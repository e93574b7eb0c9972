import { expect, test } from "vitest";
import type { EventView } from "#lib/contract/events.ts";
import { isLate, withNews, type LateArrivals } from "./late-arrivals.ts";

const HAPPENED = "2026-11-30T10:00:00.000Z";
const arrived = (receivedAt: string): EventView => ({
  id: "e",
  scope: "store/order/created",
  hash: "",
  occurredAt: HAPPENED,
  receivedAt,
  firstArrivedAt: receivedAt,
  lastArrivedAt: receivedAt,
  arrivals: 1,
  proof: "both",
  name: null,
  resource: null,
  summary: "",
  flags: [],
  isTest: false,
  isDemo: false,
});
const soon = arrived("2026-11-30T10:00:59.999Z");
const late = arrived("2026-11-30T10:01:00.000Z");

test("an event is late from a minute on", () => {
  expect(isLate(soon)).toBe(false);
  expect(isLate(late)).toBe(true);
});

test("late arrivals are counted from the first one on, and the others are not", () => {
  const news = [soon, late, soon, late].map((event, place) => ({ event, position: String(place + 7) }));
  const counted = news.reduce<LateArrivals | null>(withNews, null);
  expect(counted).toEqual({ count: 2, isMore: false, after: "7" });
  expect(withNews(counted, "gap")).toEqual({ count: 2, isMore: true, after: "7" });
  expect(withNews(null, "gap")).toBeNull();
});
