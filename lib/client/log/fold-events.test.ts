import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventView } from "#lib/contract/events.ts";
import { afterRefresh, withOlder } from "./event-list.ts";
import { eventsInSight, foldEvents, rowFor } from "./fold-events.ts";

const START_MS = Date.UTC(2026, 10, 30, 10);

let made = 0;
/** An event `second` seconds after the beginning, about `thing`. */
function event(second: number, scope: string, thing: string, more: Partial<EventView> = {}): EventView {
  const time = new Date(START_MS + second * 1_000).toISOString();
  const [type = "", id = ""] = thing.split(":");
  return {
    id: `event-${made++}`,
    scope: `store/${scope}`,
    hash: "",
    occurredAt: time,
    receivedAt: time,
    firstArrivedAt: time,
    lastArrivedAt: time,
    arrivals: 1,
    proof: "both",
    name: null,
    resource: { type, id },
    summary: `${scope} ${thing}`,
    flags: [],
    isTest: false,
    isDemo: false,
    ...more,
  };
}

const CART = "cart:c1";
const ORDER = "order:1189";
/** What a checkout makes, newest first. */
const checkout = (second: number) => [
  event(second, "order/statusUpdated", ORDER),
  event(second, "channel/1/order/created", ORDER),
  event(second, "cart/converted", CART),
  event(second, "order/created", ORDER),
  event(second, "cart/updated", CART),
];
const shapeOf = (events: readonly EventView[]) =>
  foldEvents(events).map(({ lead, events: all }) => [lead.scope, all.length]);

describe("events of one action", () => {
  it("are one row, led by what says best what happened", () => {
    expect(shapeOf(checkout(0))).toEqual([["store/cart/converted", 5]]);
    const change = ["product/updated", "channel/1/product/updated", "product/inventory/updated"];
    expect(shapeOf(change.map((scope) => event(0, scope, "product:7")))).toEqual([
      ["store/product/updated", 3],
    ]);
  });

  it("are led by the end of a thing that was made and deleted at once, in whatever order they are listed", () => {
    const brief = ["product/created", "product/updated", "product/deleted"];
    for (const scopes of [brief, brief.toReversed()])
      expect(shapeOf(scopes.map((scope) => event(0, scope, "product:7")))).toEqual([
        ["store/product/deleted", 3],
      ]);
  });

  it("are one row already when a cart became an order, and nothing else is told of them", () => {
    expect(shapeOf([event(1, "order/created", ORDER), event(0, "cart/converted", CART)])).toEqual([
      ["store/cart/converted", 2],
    ]);
  });

  it("are found among those of other things, and stand where the newest of them stood", () => {
    const other = event(0, "customer/created", "customer:3");
    const [first, second, ...rest] = checkout(0);
    expect(shapeOf([other, ...[first, second].flatMap((one) => one ?? []), ...rest])).toEqual([
      ["store/customer/created", 1],
      ["store/cart/converted", 5],
    ]);
  });

  it("are not folded when they are few, more than a second apart, about several things, odd or tests", () => {
    const alone = (events: EventView[]) => expect(shapeOf(events).map(([, count]) => count));
    alone([1, 0].map((second) => event(second, "order/updated", ORDER))).toEqual([1, 1]);
    alone([4, 2, 0].map((second) => event(second, "order/updated", ORDER))).toEqual([1, 1, 1]);
    alone(["1", "2", "3"].map((id) => event(0, "order/created", `order:${id}`))).toEqual([1, 1, 1]);
    alone([1, 2, 3].map(() => event(0, "order/updated", ORDER, { isTest: true }))).toEqual([1, 1, 1]);
    alone([1, 2, 3].map(() => event(0, "order/updated", ORDER, { flags: ["unreadable"] }))).toEqual([
      1, 1, 1,
    ]);
    alone([1, 2, 3].map(() => event(0, "store/information/updated", "", { resource: null }))).toEqual([
      1, 1, 1,
    ]);
  });

  it("keep carts and orders apart when two carts became orders in one second", () => {
    const two = [
      event(0, "cart/converted", "cart:a"),
      event(0, "cart/converted", "cart:b"),
      event(0, "order/created", "order:1"),
      event(0, "order/created", "order:2"),
    ];
    expect(shapeOf(two).map(([, count]) => count)).toEqual([1, 1, 1, 1]);
  });

  it("lose none, double none, and keep the order of what is not folded", () => {
    const things = fc.constantFrom(CART, ORDER, "product:7");
    const scopes = fc.constantFrom("order/created", "cart/converted", "product/updated", "order/updated");
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), scopes, things), { maxLength: 30 }), (drawn) => {
        const events = drawn
          .toSorted(([one], [other]) => other - one)
          .map(([second, scope, thing]) => event(second, scope, thing));
        const folds = foldEvents(events);
        const all = folds.flatMap((fold) => fold.events.map(({ id }) => id));
        expect(all.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
        expect(new Set(folds.map(({ key }) => key)).size).toBe(folds.length);
        for (const { lead, events: own } of folds) expect(own).toContain(lead);
        const places = folds.map(({ events: own }) => events.indexOf(own[0] as EventView));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe("a fold", () => {
  const page = (events: EventView[], nextCursor: string | null) => ({
    events,
    nextCursor,
    isBeingRead: false,
    hint: null,
  });

  it("stays open when newer events of its action come in by themselves", () => {
    const [newest, ...rest] = checkout(0);
    const [before] = foldEvents(rest);
    const shown = { key: "all", page: page(rest, null), waiting: null };
    const latest = { key: "all", page: page([newest as EventView, ...rest], null) };
    const [after] = foldEvents(afterRefresh(shown, latest, true).page.events);
    expect(after?.events).toHaveLength(5);
    expect(after?.key).toBe(before?.key);
  });

  it("takes in the events that the next page brings", () => {
    const all = checkout(0);
    const shown = { key: "all", page: page(all.slice(0, 2), "below"), waiting: null };
    expect(shapeOf(shown.page.events).map(([, count]) => count)).toEqual([1, 1]);
    const whole = withOlder(shown, { key: "all", cursor: "below", page: page(all.slice(2), null) });
    expect(shapeOf(whole?.page.events ?? [])).toEqual([["store/cart/converted", 5]]);
  });

  it("has one row while it is closed and all of them while it is open", () => {
    const folds = foldEvents([event(9, "customer/created", "customer:3"), ...checkout(0)]);
    const key = folds[1]?.key ?? "";
    const lead = folds[1]?.lead.id ?? "";
    const hidden = folds[1]?.events[0]?.id ?? "";
    expect(eventsInSight(folds, new Set())).toHaveLength(2);
    expect(eventsInSight(folds, new Set([key]))).toHaveLength(6);
    expect(rowFor(folds, new Set(), hidden)).toBe(lead);
    expect(rowFor(folds, new Set([key]), hidden)).toBe(hidden);
    expect(rowFor(folds, new Set(), "gone")).toBe("gone");
  });
});
