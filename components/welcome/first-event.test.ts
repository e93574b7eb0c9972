import { expect, test } from "vitest";
import type { EventView } from "#lib/contract/events.ts";
import { firstEvent } from "./first-event.ts";

const event = (id: string, type: string, isTest = false): EventView => ({
  id,
  scope: `store/${type}/updated`,
  hash: id,
  occurredAt: "2026-11-30T12:00:00.000Z",
  receivedAt: "2026-11-30T12:00:00.000Z",
  firstArrivedAt: "2026-11-30T12:00:00.000Z",
  lastArrivedAt: "2026-11-30T12:00:00.000Z",
  arrivals: 1,
  proof: "signature",
  resource: { type, id },
  name: null,
  summary: "",
  flags: [],
  isTest,
  isDemo: false,
});
const [cart, laterCart, order, laterOrder] = [
  event("1", "cart"),
  event("2", "cart"),
  event("3", "order"),
  event("4", "order"),
];

test("the first event stays, until there is one of an order", () => {
  expect(firstEvent(null, [])).toBeNull();
  expect(firstEvent(null, [laterCart, cart])).toBe(cart);
  expect(firstEvent(cart, [event("5", "product"), laterCart])).toBe(cart);
  expect(firstEvent(cart, [laterOrder, order, laterCart])).toBe(order);
});

test("an order stays, whatever comes after it", () => {
  expect(firstEvent(order, [laterOrder, laterCart])).toBe(order);
  expect(firstEvent(null, [laterCart, order, cart])).toBe(order);
});

test("a test is no first event", () => {
  expect(firstEvent(null, [event("6", "order", true)])).toBeNull();
});
