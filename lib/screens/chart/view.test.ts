import { describe, expect, it } from "vitest";
import { bucketsOf } from "./buckets.ts";
import { deliveredScopes } from "./chart.ts";
import { chartView, type ChartFacts } from "./view.ts";

const NOW = new Date("2026-11-25T12:20:00.000Z");
const SCOPES = {
  orders: "store/order/created",
  products: "store/product/updated",
  inventory: "store/inventory/location/created",
  categories: "store/category/created",
  customers: "store/customer/created",
  carts: "store/cart/created",
  shipments: "store/shipment/created",
} as const;

const count = (
  group: keyof typeof SCOPES,
  events: number,
  rest: { bucket?: number; repeats?: number } = {},
) => ({
  bucket: 0,
  scope: SCOPES[group],
  events,
  repeats: 0,
  ...rest,
});

const view = (facts: Partial<ChartFacts> = {}) =>
  chartView(
    {
      period: "7d",
      timeZone: "UTC",
      buckets: bucketsOf("7d", "UTC", NOW),
      scopes: null,
      counts: [],
      delays: [],
      rejections: [],
      delaySample: 50,
      keptDays: 30,
      ...facts,
    },
    NOW,
  );

describe("the series of a chart", () => {
  it("are the groups that have events, in the catalogue's order whatever their size", () => {
    const { series, buckets } = view({
      counts: [count("carts", 9), count("orders", 1), count("products", 3)],
    });
    expect(series).toEqual(["orders", "products", "carts"]);
    expect(buckets[0]?.counts).toEqual([1, 3, 9]);
  });

  it("are the five largest groups, and the others together", () => {
    const sizes = [9, 8, 7, 6, 5, 4, 3];
    const counts = Object.keys(SCOPES).map((group, index) =>
      count(group as keyof typeof SCOPES, sizes[index] ?? 0),
    );
    const { series, buckets } = view({ counts });
    expect(series).toEqual(["orders", "products", "inventory", "categories", "customers", "other"]);
    expect(buckets[0]?.counts).toEqual([9, 8, 7, 6, 5, 7]);
  });

  it("count an event type that nobody knows among the others", () => {
    const counts = [count("orders", 2), { bucket: 6, scope: "store/robot/built", events: 3, repeats: 1 }];
    const { series, buckets } = view({ counts });
    expect(series).toEqual(["orders", "other"]);
    expect(buckets[6]).toMatchObject({ counts: [0, 3], repeats: 1 });
  });

  it("put a channel's scope into its group", () => {
    const scope = "store/channel/7/order/created";
    expect(view({ counts: [{ bucket: 1, scope, events: 2, repeats: 0 }] }).series).toEqual(["channels"]);
  });

  it("are one of an event type's own chart, with all that a wildcard brings", () => {
    const scopes = deliveredScopes("store/order/*");
    const counts = [count("orders", 2), { bucket: 0, scope: "store/order/updated", events: 3, repeats: 4 }];
    const { series, buckets } = view({ scopes, counts, rejections: null });
    expect(series).toEqual(["all"]);
    expect(buckets[0]).toMatchObject({ counts: [5], repeats: 4, rejected: null });
  });
});

describe("the buckets of a chart", () => {
  it("add up to everything that was counted", () => {
    const counts = Object.keys(SCOPES).flatMap((group, index) =>
      Array.from({ length: 7 }, (_, bucket) =>
        count(group as keyof typeof SCOPES, index + bucket, { bucket, repeats: bucket }),
      ),
    );
    const { buckets } = view({ counts });
    const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
    expect(sum(buckets.flatMap((bucket) => bucket.counts))).toBe(sum(counts.map(({ events }) => events)));
    expect(sum(buckets.map(({ repeats }) => repeats))).toBe(sum(counts.map(({ repeats }) => repeats)));
  });

  it("have delays and refusals where some are known", () => {
    const { buckets } = view({
      delays: [{ bucket: 2, median: 1_000, p95: 4_000 }],
      rejections: [{ bucket: 3, count: 5 }],
    });
    expect(buckets.map(({ delayMs }) => delayMs)).toEqual([
      null,
      null,
      { median: 1_000, p95: 4_000 },
      null,
      null,
      null,
      null,
    ]);
    expect(buckets.map(({ rejected }) => rejected)).toEqual([0, 0, 0, 5, 0, 0, 0]);
  });

  it("say which of them the log no longer keeps", () => {
    expect(view({ keptDays: 3 }).buckets.map(({ isKept }) => isKept)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(view().buckets.every(({ isKept }) => isKept)).toBe(true);
  });

  it("show nothing of what is about to be deleted", () => {
    const counts = [count("orders", 4, { bucket: 2, repeats: 1 }), count("carts", 3, { bucket: 3 })];
    const { series, buckets, mostFrequent } = view({
      keptDays: 3,
      counts,
      delays: [{ bucket: 2, median: 1, p95: 2 }],
      rejections: [{ bucket: 2, count: 7 }],
    });
    expect(series).toEqual(["carts"]);
    expect(buckets[2]).toMatchObject({ counts: [0], repeats: 0, rejected: 0, delayMs: null });
    expect(mostFrequent.map(({ scope }) => scope)).toEqual([SCOPES.carts]);
  });
});

describe("the most frequent event types", () => {
  it("are the period's, most first, at most five", () => {
    const paths = ["created", "updated", "archived", "statusUpdated", "message/created", "refund/created"];
    const counts = paths.map((path, index) => ({
      bucket: index,
      scope: `store/order/${path}`,
      events: index + 1,
      repeats: 0,
    }));
    const { mostFrequent } = view({ counts });
    expect(mostFrequent.map(({ events }) => events)).toEqual([6, 5, 4, 3, 2]);
    expect(mostFrequent[2]).toEqual({
      scope: "store/order/statusUpdated",
      title: "Order status updated",
      events: 4,
    });
  });
});

describe("the scopes that a subscription's deliveries carry", () => {
  it("are its own, and the members' of a wildcard, each in its channel", () => {
    expect(deliveredScopes("store/order/created")).toEqual(["store/order/created"]);
    expect(deliveredScopes("store/shipment/*")).toEqual([
      "store/shipment/*",
      "store/shipment/created",
      "store/shipment/updated",
      "store/shipment/deleted",
    ]);
    const ofChannel = deliveredScopes("store/channel/3/cart/lineItem/*");
    expect(ofChannel).toContain("store/channel/3/cart/lineItem/created");
    expect(ofChannel).toHaveLength(4);
    expect(deliveredScopes("store/robot/built")).toEqual(["store/robot/built"]);
  });
});
