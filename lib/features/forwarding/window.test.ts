import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ORDERS, type Order } from "#lib/contract/values/destinations.ts";
import { Window, type Waiting, type WindowOptions } from "./window.ts";

const OPTIONS: WindowOptions = { order: "none", isLatestOnly: false, latestEveryMs: 0, rowsMax: 1_000 };
const windowOf = (options: Partial<WindowOptions> = {}) => new Window<Waiting>({ ...OPTIONS, ...options });
const fresh = (seq: number, thing: string | null = null): Waiting => ({
  seq: BigInt(seq),
  thing,
  dueMs: 0,
  isKept: false,
  skipped: 0,
});
const retry = (seq: number, thing: string | null, dueMs: number): Waiting => ({
  ...fresh(seq, thing),
  dueMs,
  isKept: true,
});
const seqOf = (item: Waiting | null) => item && Number(item.seq);

describe("what goes next", () => {
  test("without an order everything goes at once, and a retry holds nothing up", () => {
    const window = windowOf();
    for (const seq of [1, 2, 3]) window.add(fresh(seq, "order 7"));
    const first = window.next(0);
    expect([seqOf(first), seqOf(window.next(0)), seqOf(window.next(0)), window.next(0)]).toEqual([
      1,
      2,
      3,
      null,
    ]);
    if (first) window.settle(first, 5_000);
    expect([window.next(4_999), seqOf(window.next(5_000)), window.underWay]).toEqual([null, 1, 3]);
  });

  test("per thing one goes after the other, and others pass by", () => {
    const window = windowOf({ order: "thing" });
    window.add(fresh(1, "order 7"));
    window.add(fresh(2, "order 7"));
    window.add(fresh(3, "order 8"));
    window.add(fresh(4));
    const first = window.next(0);
    expect([seqOf(first), seqOf(window.next(0)), seqOf(window.next(0)), window.next(0)]).toEqual([
      1,
      3,
      4,
      null,
    ]);
    if (first) window.settle(first, 5_000);
    expect(window.next(10)).toBeNull();
    expect(window.held().map(seqOf)).toEqual([2]);
    const again = window.next(5_000);
    if (again) window.settle(again, null);
    expect([seqOf(again), seqOf(window.next(5_001))]).toEqual([1, 2]);
  });

  test("strictly one after the other, by number, also what comes late", () => {
    const window = windowOf({ order: "strict" });
    window.add(fresh(3, "a"));
    window.add(fresh(1, "b"));
    const first = window.next(0);
    window.add(fresh(2, "c"));
    expect([seqOf(first), window.next(0)]).toEqual([1, null]);
    if (first) window.settle(first, null);
    expect(seqOf(window.next(0))).toBe(2);
  });

  test("new ones go before retries, which have a turn in five all the same", () => {
    const window = windowOf();
    for (let seq = 1; seq <= 10; seq++) window.add(fresh(seq));
    window.add(retry(11, null, 1));
    const gone = Array.from({ length: 6 }, () => seqOf(window.next(100)));
    expect(gone).toEqual([1, 2, 3, 4, 11, 5]);
  });

  test("no new one goes when each that is under way may need the last rows", () => {
    const window = windowOf({ rowsMax: 2 });
    for (const seq of [1, 2, 3]) window.add(fresh(seq));
    const [one, two] = [window.next(0), window.next(0)];
    expect([seqOf(one), seqOf(two), window.next(0), window.nextAtMs()]).toEqual([1, 2, null, null]);
    if (one) window.settle(one, null);
    if (two) window.settle(two, 50);
    expect([seqOf(window.next(0)), window.kept]).toEqual([3, 1]);
  });
});

describe("latest only", () => {
  const latest = (order: Order = "none") => windowOf({ isLatestOnly: true, latestEveryMs: 10_000, order });

  test("of those that wait the newest goes, and says how many it stands for", () => {
    const window = latest();
    window.add(fresh(1, "product 1"));
    const first = window.next(0);
    expect(window.add(fresh(2, "product 1"))).toEqual([]);
    expect(window.add(fresh(3, "product 1")).map(seqOf)).toEqual([2]);
    expect(window.add(fresh(4, "product 1")).map(seqOf)).toEqual([3]);
    if (first) window.settle(first, null);
    expect([window.next(9_999), window.nextAtMs()]).toEqual([null, 10_000]);
    expect(window.next(10_000)).toMatchObject({ seq: 4n, skipped: 2 });
  });

  test("a retry gives way to a newer one, and an old one that comes late is left out", () => {
    const window = latest();
    window.add(fresh(5, "product 1"));
    const first = window.next(0);
    window.add(fresh(6, "product 1"));
    expect(first && window.settle(first, 5_000)).toBe(true);
    expect(window.add(fresh(4, "product 1")).map(seqOf)).toEqual([4]);
    expect(window.next(10_000)).toMatchObject({ seq: 6n, skipped: 1 });
    window.noteNewest("product 2", 9n);
    expect(window.add(fresh(8, "product 2")).map(seqOf)).toEqual([8]);
    window.forget(9n, 30_000);
    expect(window.add(fresh(8, "product 2"))).toEqual([]);
  });

  test("what names nothing is always sent", () => {
    const window = latest("strict");
    for (const seq of [1, 2]) expect(window.add(fresh(seq))).toEqual([]);
    expect(window.size).toBe(2);
  });
});

test("another time, a row from now on, taken out, given back", () => {
  const window = windowOf({ order: "thing" });
  const [one, two] = [retry(1, "a", 500), fresh(2, "a")];
  window.add(one);
  window.add(two);
  expect([window.waiting(), window.nextRetryMs(), [...window.seqs()]]).toEqual([[one, two], 500, [1n, 2n]]);
  window.keep(two);
  expect([window.held(), window.kept]).toEqual([[], 2]);
  window.reschedule(one, 100);
  expect([window.next(99), window.next(100), window.flying()]).toEqual([null, one, [one]]);
  window.giveBack(one);
  expect([window.underWay, window.next(100)]).toEqual([0, one]);
  window.settle(one, null);
  window.remove(two);
  expect([window.size, window.kept, window.has(2n), window.nextAtMs()]).toEqual([0, 0, false, null]);
});

/** Plays events, outcomes and time against a window, and notes what goes when. */
const lives = fc.record({
  order: fc.constantFrom(...ORDERS),
  isLatestOnly: fc.boolean(),
  events: fc.array(fc.record({ thing: fc.constantFrom("a", "b", "c", null), atMs: fc.nat(60) }), {
    minLength: 1,
    maxLength: 40,
  }),
  failures: fc.array(fc.boolean(), { maxLength: 40 }),
  places: fc.integer({ min: 1, max: 5 }),
});

test("in any life each event is delivered once or left out for a newer one, in its order", () => {
  fc.assert(
    fc.property(lives, ({ order, isLatestOnly, events, failures, places }) => {
      const window = windowOf({ order, isLatestOnly, latestEveryMs: 7 });
      const coming = events.map(({ thing, atMs }, index) => ({ item: fresh(index + 1, thing), atMs }));
      coming.sort((a, b) => a.atMs - b.atMs || Number(a.item.seq - b.item.seq));
      const outcomes = [...failures];
      const [delivered, left, flying]: [Waiting[], Waiting[], { item: Waiting; endsMs: number }[]] = [
        [],
        [],
        [],
      ];
      for (let nowMs = 1; nowMs < 2_000; nowMs++) {
        while (coming[0] && coming[0].atMs < nowMs)
          left.push(...window.add(coming.shift()?.item ?? fresh(0)));
        for (const each of flying.filter(({ endsMs }) => endsMs <= nowMs)) {
          flying.splice(flying.indexOf(each), 1);
          const isFailure = outcomes.shift() ?? false;
          if (window.settle(each.item, isFailure ? nowMs + 11 : null)) left.push(each.item);
          else if (!isFailure) delivered.push(each.item);
        }
        while (flying.length < places) {
          const item = window.next(nowMs);
          if (!item) break;
          const isSerial = order === "strict" || (item.thing !== null && (order === "thing" || isLatestOnly));
          const rivals = flying.filter(({ item: { thing } }) => order === "strict" || thing === item.thing);
          if (isSerial) expect(rivals).toEqual([]);
          flying.push({ item, endsMs: nowMs + 1 + Number(item.seq % 4n) });
        }
      }
      expect(window.size).toBe(0);
      expect(delivered.length + left.length).toBe(events.length);
      expect(new Set([...delivered, ...left]).size).toBe(events.length);
      if (!isLatestOnly) expect(left).toEqual([]);
      for (const thing of ["a", "b", "c"]) {
        const mine = delivered.filter((item) => item.thing === thing);
        const newest = events.findLastIndex((event) => event.thing === thing) + 1;
        if (isLatestOnly && newest > 0) expect(mine.map(seqOf)).toContain(newest);
        if (isLatestOnly) expect(mine).toEqual(mine.toSorted((a, b) => Number(a.seq - b.seq)));
      }
    }),
    { numRuns: 300 },
  );
});
