import { describe, expect, test } from "vitest";
import { figuresByScope, firstHourOf } from "./figures.ts";

const NOW = new Date("2026-08-20T15:56:12Z");
const hour = (ago: number) => new Date(Date.parse("2026-08-20T15:00:00Z") - ago * 3_600_000);

describe("figuresByScope", () => {
  test("counts 24 hours, the oldest first and the present one last", () => {
    const hours = [
      { hour: hour(0), scope: "store/order/created", events: 2 },
      { hour: hour(23), scope: "store/order/created", events: 5 },
    ];
    const figures = figuresByScope(hours, new Map([["store/order/created", NOW]]), NOW).get(
      "store/order/created",
    );
    expect(figures?.hourly).toHaveLength(24);
    expect([figures?.hourly[0], figures?.hourly[23]]).toEqual([5, 2]);
  });

  test("leaves out what is older than they are, or ahead of them", () => {
    const hours = [24, -1].map((ago) => ({ hour: hour(ago), scope: "store/order/created", events: 9 }));
    const figures = figuresByScope(hours, new Map([["store/order/created", NOW]]), NOW).get(
      "store/order/created",
    );
    expect(figures?.hourly.every((events) => events === 0)).toBe(true);
  });

  test("a wildcard has what its members brought", () => {
    const earlier = hour(5);
    const hours = [
      { hour: hour(1), scope: "store/order/created", events: 2 },
      { hour: hour(1), scope: "store/order/updated", events: 3 },
    ];
    const last = new Map([
      ["store/order/created", NOW],
      ["store/order/updated", earlier],
    ]);
    const figures = figuresByScope(hours, last, NOW);
    expect(figures.get("store/order/*")).toMatchObject({ lastEventAt: NOW });
    expect(figures.get("store/order/*")?.hourly[22]).toBe(5);
    expect(figures.get("store/order/updated")?.lastEventAt).toEqual(earlier);
  });

  test("the first of the hours starts on the hour", () => {
    expect(firstHourOf(NOW)).toEqual(hour(23));
  });
});
