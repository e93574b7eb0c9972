import { describe, expect, it } from "vitest";
import type { EventPage, EventView } from "#lib/contract/events.ts";
import { afterRefresh, dayGroups, neighbour, newcomers, withOlder, withWaiting } from "./event-list.ts";

function event(minute: number): EventView {
  const time = new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString();
  return {
    id: `event-${minute}`,
    scope: "store/order/created",
    hash: String(minute),
    occurredAt: time,
    receivedAt: time,
    firstArrivedAt: time,
    lastArrivedAt: time,
    arrivals: 1,
    proof: "both",
    name: null,
    resource: { type: "order", id: String(minute) },
    summary: `Order ${minute} was created`,
    flags: [],
    isTest: false,
    isDemo: false,
  };
}

const page = (minutes: number[], nextCursor: string | null = null): EventPage => ({
  events: minutes.map(event),
  nextCursor,
  isBeingRead: false,
  hint: null,
});
const idsOf = ({ events }: { events: EventView[] }) => events.map(({ id }) => id);

describe("new events", () => {
  const shown = { key: "all", page: page([2, 1]), waiting: null };

  it("go in by themselves when that moves nothing", () => {
    expect(afterRefresh(shown, { key: "all", page: page([3, 2, 1]) }, true)).toEqual({
      key: "all",
      page: page([3, 2, 1]),
      waiting: null,
    });
  });

  it("wait while somebody looks, and the rows stay as they are", () => {
    const after = afterRefresh(shown, { key: "all", page: page([3, 2, 1]) }, false);
    expect(after.page).toBe(shown.page);
    expect(after.waiting && newcomers(after.waiting, after.page)).toEqual([event(3)]);
  });

  it("join those that wait already, although nobody looks any more", () => {
    const held = afterRefresh(shown, { key: "all", page: page([3, 2, 1]) }, false);
    const after = afterRefresh(held, { key: "all", page: page([4, 3, 2, 1]) }, true);
    expect(after.page).toBe(shown.page);
    expect(after.waiting).toEqual(page([4, 3, 2, 1]));
  });

  it("come onto the screen when they are asked for", () => {
    const held = afterRefresh(shown, { key: "all", page: page([3, 2, 1]) }, false);
    expect(withWaiting(held)).toEqual({ key: "all", page: page([3, 2, 1]), waiting: null });
  });

  it("of another question replace everything, whoever looks", () => {
    expect(afterRefresh(shown, { key: "orders", page: page([9]) }, false).page).toEqual(page([9]));
  });

  it("are none when a known event only arrived again", () => {
    const again = { ...event(2), arrivals: 2 };
    const latest = { events: [again, event(1)], nextCursor: null, isBeingRead: false, hint: null };
    expect(afterRefresh(shown, { key: "all", page: latest }, false)).toEqual({
      key: "all",
      page: latest,
      waiting: null,
    });
  });

  it("are none when an older page's event moves up", () => {
    expect(newcomers(page([4, 2, 1]), page([4, 3, 2], "cursor"))).toEqual([]);
  });

  it("may be late ones that belong between the shown", () => {
    expect(newcomers(page([4, 3, 2]), page([4, 2], "cursor"))).toEqual([event(3)]);
  });
});

describe("older events", () => {
  const shown = { key: "all", page: page([4, 3], "below 3"), waiting: null };
  const grown = { ...shown, page: page([4, 3, 2, 1], "below 1") };

  it("go on where the list ended, each once", () => {
    expect(withOlder(shown, { key: "all", cursor: "below 3", page: page([3, 2, 1], "below 1") })).toEqual(
      grown,
    );
  });

  it("that come too late, or for another question, change nothing", () => {
    expect(withOlder(shown, { key: "all", cursor: "below 9", page: page([8]) })).toBe(shown);
    expect(withOlder(shown, { key: "orders", cursor: "below 3", page: page([2]) })).toBe(shown);
    expect(withOlder(null, { key: "all", cursor: "below 3", page: page([2]) })).toBeNull();
  });

  it("stay when new ones go in above", () => {
    const after = afterRefresh(grown, { key: "all", page: page([5, 4], "below 4") }, true);
    expect(after.page).toEqual(page([5, 4, 3, 2, 1], "below 1"));
    const held = afterRefresh(grown, { key: "all", page: page([5, 4], "below 4") }, false);
    expect(withWaiting(held).page).toEqual(page([5, 4, 3, 2, 1], "below 1"));
  });

  it("give way to the newest page when it does not reach them any more", () => {
    const latest = page([9, 8], "below 8");
    expect(afterRefresh(grown, { key: "all", page: latest }, true).page).toEqual(latest);
  });

  it("give way when the list grows and grows", () => {
    const minutes = Array.from({ length: 2_000 }, (_, index) => 2_000 - index);
    const long = { ...shown, page: page(minutes, "below 1") };
    const latest = page([2_001, 2_000], "below 2000");
    expect(afterRefresh(long, { key: "all", page: latest }, true).page).toEqual(latest);
  });
});

describe("days", () => {
  it("hold their events in the given order", () => {
    const folds = [3, 2, 1].map((minute) => ({ events: [event(minute)] }));
    const groups = dayGroups(folds, (iso) => (iso < event(2).occurredAt ? "before" : "after"));
    expect(groups.map(({ day, of }) => [day, of.flatMap(idsOf)])).toEqual([
      ["after", ["event-3", "event-2"]],
      ["before", ["event-1"]],
    ]);
  });

  it("are none without events", () => {
    expect(dayGroups([], () => "day")).toEqual([]);
  });
});

describe("the neighbour of an event", () => {
  const events = [3, 2, 1].map(event);

  it("is the next or the one before", () => {
    expect(neighbour(events, "event-2", 1)?.id).toBe("event-1");
    expect(neighbour(events, "event-2", -1)?.id).toBe("event-3");
  });

  it("is nobody past the ends, and for an event that is not there", () => {
    expect(neighbour(events, "event-3", -1)).toBeNull();
    expect(neighbour(events, "event-1", 1)).toBeNull();
    expect(neighbour(events, "gone", 1)).toBeNull();
  });
});
