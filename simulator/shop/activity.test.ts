import { expect, test, vi } from "vitest";
import type { SimulatedStore } from "#simulator/world/store.ts";
import type { ShopEvent } from "./shop-event.ts";
import { act } from "./actions.ts";
import { doSomething, nextActivity } from "./activity.ts";
import { startTrickle, trickle } from "#simulator/trickle.ts";
import { chooseAction, possibleKinds } from "./choose.ts";
import { pastWeek } from "./history.ts";
import { seededRandom } from "./random.ts";
import { createShop } from "./create-shop.ts";

const NOW = new Date("2026-05-04T12:00:00Z");

function openStore(hash: string, isTrickling: boolean): SimulatedStore {
  const owner = { id: 1, email: "owner@example.com", locale: "en-US" };
  return {
    hash,
    storeId: 1000,
    accountUuid: "00000000-0000-4000-8000-000000000000",
    name: hash,
    domain: `${hash}.example.com`,
    timezone: "America/Chicago",
    owner,
    staff: [],
    installation: null,
    shop: createShop(3, NOW),
    isTrickling,
  };
}

test("the same seed and day give the same shop, another seed another", () => {
  expect(createShop(5, NOW)).toEqual(createShop(5, NOW));
  expect(createShop(5, NOW)).not.toEqual(createShop(6, NOW));
  const { products, customers, orders } = createShop(5, NOW);
  expect([products.length, customers.length, orders.length]).toEqual([24, 40, 60]);
  expect(customers.every(({ email }) => email.endsWith("@example.com"))).toBe(true);
});

test("a seeded random source gives the same activities again", () => {
  const play = () => {
    const shop = createShop(1, NOW);
    const random = seededRandom(9);
    return Array.from({ length: 300 }, () => doSomething(shop, NOW, random));
  };
  expect(play()).toEqual(play());
});

test("choosing the next activity changes nothing in the shop", () => {
  const shop = createShop(1, NOW);
  const before = structuredClone(shop);
  const random = seededRandom(2);
  for (let round = 0; round < 200; round += 1) nextActivity(shop, random);
  expect(shop).toEqual(before);
});

test("whatever is chosen from what is possible fires something, save a cart that outgrew the stock", () => {
  const shop = createShop(1, NOW);
  const random = seededRandom(4);
  for (let round = 0; round < 400; round += 1) {
    for (const kind of possibleKinds(shop)) {
      if (kind === "check-out" || !possibleKinds(shop).includes(kind)) continue;
      const action = chooseAction(shop, kind, random);
      expect(action, kind).toBeDefined();
      if (action) expect(act(shop, action, NOW, random).events, kind).not.toEqual([]);
    }
  }
});

test("an empty shop still does something", () => {
  const shop = { ...createShop(1, NOW), orders: [], carts: [], customers: [], products: [] };
  expect(nextActivity(shop, seededRandom(1))).toEqual({ kind: "sign-up" });
});

test("a trickle fires in the stores that are not paused, and saves", () => {
  const stores = [openStore("busy", true), openStore("paused", false)];
  const paused = structuredClone(stores[1]);
  const fired: string[] = [];
  let saves = 0;
  const fire = (hash: string, events: readonly ShopEvent[]) => {
    fired.push(hash);
    return events.map(() => "0".repeat(40));
  };
  trickle({ stores: () => stores, fire, save: () => (saves += 1) }, NOW, seededRandom(1));
  expect(fired).toEqual(["busy"]);
  expect(saves).toBe(1);
  expect(stores[1]).toEqual(paused);
});

test("a trickle goes on at its pace until it is stopped", () => {
  vi.useFakeTimers();
  try {
    const stores = [openStore("busy", true)];
    let activities = 0;
    const fire = (_: string, events: readonly ShopEvent[]) => {
      activities += 1;
      return events.map(() => "0".repeat(40));
    };
    const stop = startTrickle({
      everyMs: 30_000,
      stores: () => stores,
      fire,
      save: () => undefined,
      random: seededRandom(1),
    });
    vi.advanceTimersByTime(19_000);
    expect(activities).toBe(0);
    vi.advanceTimersByTime(600_000 - 19_000);
    expect(activities).toBeGreaterThanOrEqual(14);
    expect(activities).toBeLessThanOrEqual(30);
    const before = activities;
    stop();
    vi.advanceTimersByTime(600_000);
    expect(activities).toBe(before);
  } finally {
    vi.useRealTimers();
  }
});

test("a past week is full, ordered, quiet at night, busiest at the weekend, and agrees with the shop", () => {
  const shop = createShop(1, NOW);
  const firstNewOrder = shop.nextIds.order;
  const week = pastWeek(shop, NOW, seededRandom(1), "America/Chicago");

  const total = week.reduce((sum, { events }) => sum + events.length, 0);
  expect(total).toBeGreaterThan(900);
  expect(total).toBeLessThan(1500);
  const times = week.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(times[0]).toBeGreaterThanOrEqual(NOW.getTime() - 7 * 86_400_000);
  expect(times.at(-1)).toBeLessThanOrEqual(NOW.getTime());

  const part = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: "America/Chicago", ...options });
    return week.map(({ at }) => format.format(at));
  };
  const hours = part({ hour: "2-digit", hourCycle: "h23" }).map(Number);
  const atNight = hours.filter((hour) => hour >= 1 && hour < 6).length;
  const atEvening = hours.filter((hour) => hour >= 17 && hour < 22).length;
  expect(atNight).toBeLessThan(atEvening / 10);
  const days = part({ weekday: "short" });
  const onWeekend = days.filter((day) => day === "Sat" || day === "Sun").length / 2;
  expect(onWeekend).toBeGreaterThan((days.length - 2 * onWeekend) / 5);

  const created = week
    .flatMap(({ events }) => events)
    .filter(({ scope }) => scope === "store/order/created")
    .map(({ data }) => data);
  const newOrders = shop.orders.filter(({ id }) => id >= firstNewOrder);
  expect(created).toEqual(newOrders.map(({ id }) => ({ type: "order", id })));
});
