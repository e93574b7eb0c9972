import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OUTCOMES, type DeliveryOutcome } from "#lib/contract/values/destinations.ts";
import { admits, CLOSED, concurrencyOf, noted, type BreakerState } from "./breaker.ts";

const START_MS = Date.UTC(2026, 10, 30, 12);
const at = (seconds: number) => new Date(START_MS + seconds * 1_000);

/** The state after these outcomes, one a second from the start on. */
function after(outcomes: readonly DeliveryOutcome[], state: BreakerState = CLOSED, from = 0): BreakerState {
  return outcomes.reduce((known, outcome, index) => noted(known, outcome, at(from + index), 0.5), state);
}
const times = (count: number, outcome: DeliveryOutcome) => Array.from({ length: count }, () => outcome);

describe("a destination is paused", () => {
  test("at the tenth ill outcome in a row", () => {
    expect(admits(after(times(9, "ill")), at(9))).toEqual({ kind: "open" });
    expect(admits(after(times(10, "ill")), at(9))).toEqual({ kind: "closed", until: at(9 + 30) });
    const broken = [...times(9, "ill"), "delivered", ...times(9, "ill")] as const;
    expect(after(broken.slice(0, 10)).kind).toBe("closed");
  });

  test("when half of twenty outcomes in a minute are ill", () => {
    const turns = Array.from({ length: 10 }, () => ["delivered", "ill"] as const).flat();
    expect(after(turns.slice(0, 19)).kind).toBe("closed");
    expect(after(turns).kind).toBe("paused");
    const rare = Array.from({ length: 30 }, () => ["delivered", "delivered", "ill"] as const).flat();
    expect(after(rare).kind).toBe("closed");
  });

  test("not by outcomes that are older than a minute", () => {
    const turns = Array.from({ length: 9 }, () => ["delivered", "ill"] as const).flat();
    expect(after(["delivered", "ill"], after(turns), 100).kind).toBe("closed");
  });

  test("not by events that it does not want, by waits it asks for, or by our own faults", () => {
    const others: DeliveryOutcome[] = ["busy", "unwelcome", "gone", "given_up", "refused", "broken"];
    for (const outcome of others) expect(after(times(100, outcome))).toEqual(CLOSED);
    const between = times(9, "ill").flatMap((ill) => [ill, "unwelcome" as const]);
    expect(after([...between, "ill"]).kind).toBe("paused");
  });
});

describe("a pause", () => {
  const paused = after(times(10, "ill"));

  test("ends with one event at a time, and two successes", () => {
    expect([concurrencyOf(paused, 5, at(38)), concurrencyOf(paused, 5, at(39))]).toEqual([0, 1]);
    expect(admits(paused, at(39))).toEqual({ kind: "probe" });
    const once = noted(paused, "delivered", at(39), 0.5);
    expect(admits(once, at(39))).toEqual({ kind: "probe" });
    expect(admits(noted(once, "delivered", at(40), 0.5), at(40))).toEqual({ kind: "open" });
  });

  test("is not shortened by what was under way when it began", () => {
    for (const outcome of OUTCOMES) expect(noted(paused, outcome, at(38), 0.5)).toBe(paused);
  });

  test("is twice as long after each probe that fails, ten minutes at most", () => {
    const lengths: number[] = [];
    let state: BreakerState = paused;
    for (let probe = 0; probe < 7; probe++) {
      if (state.kind !== "paused") throw new Error("a pause ended without a success");
      const now = new Date(state.untilMs);
      state = noted(state, "ill", now, 0.5);
      lengths.push(state.kind === "paused" ? (state.untilMs - now.getTime()) / 1_000 : 0);
    }
    expect(lengths).toEqual([60, 120, 240, 480, 600, 600, 600]);
  });

  test("is as long again when the probe is told to wait, and goes on after one that was never sent", () => {
    const busy = noted(paused, "busy", at(39), 0.5);
    expect(busy).toMatchObject({ kind: "paused", untilMs: at(69).getTime(), pauses: 1 });
    for (const outcome of ["broken", "refused", "gone"] as const)
      expect(admits(noted(paused, outcome, at(39), 0.5), at(39))).toEqual({ kind: "probe" });
  });

  test("is over too when the events are unwelcome, since the receiver answers", () => {
    expect(after(["unwelcome", "given_up"], paused, 39).kind).toBe("closed");
  });

  test("leaves one request at once, and one more with each success", () => {
    let state = after(["delivered", "delivered"], paused, 39);
    const grown = Array.from({ length: 8 }, (_, index) => {
      const most = concurrencyOf(state, 5, at(41 + index));
      state = noted(state, "delivered", at(41 + index), 0.5);
      return most;
    });
    expect(grown).toEqual([1, 2, 3, 4, 5, 5, 5, 5]);
    expect(after(times(60, "delivered"), state, 50)).toMatchObject({ concurrency: null });
  });
});

describe("a request that got no answer in time", () => {
  const slow = (begun: number) => ({ begunAt: at(begun) });
  /** Has all that may be under way answered in each round. @returns how many that were. */
  const rounds = (count: number, from: BreakerState, atSeconds: number) => {
    let state = from;
    return Array.from({ length: count }, (_, round) => {
      const most = concurrencyOf(state, 50, at(atSeconds + round));
      state = after(times(most, "delivered"), state, atSeconds + round);
      return most;
    });
  };

  test("leaves one request at once, and six rounds of answers bring all fifty back", () => {
    const once = noted(CLOSED, "ill", at(20), 0.5, slow(5));
    expect(rounds(7, once, 21)).toEqual([1, 2, 4, 8, 16, 32, 50]);
    expect(concurrencyOf(noted(CLOSED, "ill", at(20), 0.5), 50, at(20))).toBe(50);
  });

  test("counts once with all that hung beside it, also while the answers come back; one that began later counts anew", () => {
    const hung = [20, 21, 22].reduce(
      (state, end) => noted(state, "ill", at(end), 0.5, slow(end - 15)),
      CLOSED as BreakerState,
    );
    const back = after(times(3, "delivered"), hung, 23);
    expect(concurrencyOf(back, 50, at(26))).toBe(4);
    const late = noted(back, "ill", at(27), 0.5, slow(12));
    expect(concurrencyOf(late, 50, at(27))).toBe(4);
    expect(concurrencyOf(noted(late, "ill", at(38), 0.5, slow(23)), 50, at(38))).toBe(1);
  });

  test("that began before a pause narrows nothing after it", () => {
    const over = after(["delivered", "delivered", "delivered"], after(times(10, "ill")), 39);
    expect(concurrencyOf(over, 50, at(42))).toBe(2);
    expect(concurrencyOf(noted(over, "ill", at(42), 0.5, slow(8)), 50, at(42))).toBe(2);
  });
});

/** The same by plain lists: every outcome there was, looked at anew each time. */
function model(history: readonly { ms: number; outcome: DeliveryOutcome }[]): "closed" | "paused" {
  const counted = history.filter(({ outcome }) => outcome === "ill" || outcome === "delivered");
  const last = counted.at(-1);
  if (!last) return "closed";
  const slotOf = (ms: number) => Math.floor((START_MS + ms) / 5_000);
  const recent = counted.filter(({ ms }) => slotOf(ms) > slotOf(last.ms) - 12);
  const ill = recent.filter(({ outcome }) => outcome === "ill").length;
  const isDead = counted.length >= 10 && counted.slice(-10).every(({ outcome }) => outcome === "ill");
  return isDead || (recent.length >= 20 && ill >= recent.length / 2) ? "paused" : "closed";
}

test("whatever comes, a destination is paused exactly when the whole history says so", () => {
  const outcome = fc.oneof(
    { weight: 5, arbitrary: fc.constant<DeliveryOutcome>("ill") },
    { weight: 6, arbitrary: fc.constant<DeliveryOutcome>("delivered") },
    { weight: 1, arbitrary: fc.constantFrom(...OUTCOMES) },
  );
  const step = fc.record({
    waitMs: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 20_000 })),
    outcome,
  });
  let pausedTimes = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: "max" }), (steps) => {
      const history: { ms: number; outcome: DeliveryOutcome }[] = [];
      let state: BreakerState = CLOSED;
      let ms = 0;
      for (const { waitMs, outcome: came } of steps) {
        ms += waitMs;
        history.push({ ms, outcome: came });
        state = noted(state, came, new Date(START_MS + ms), 0.5);
        expect(state.kind).toBe(model(history));
        if (state.kind === "closed") continue;
        pausedTimes++;
        return;
      }
    }),
    { numRuns: 300 },
  );
  expect(pausedTimes).toBeGreaterThan(20);
});

test("whatever comes, the state stays small, survives JSON and never pauses for more than twelve minutes", () => {
  const step = fc.record({
    waitMs: fc.integer({ min: -5_000, max: 100_000 }),
    outcome: fc.constantFrom(...OUTCOMES),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200, size: "max" }), (steps) => {
      let state: BreakerState = CLOSED;
      let ms = START_MS;
      for (const { waitMs, outcome, random } of steps) {
        ms += waitMs;
        const before: BreakerState = state;
        state = noted(state, outcome, new Date(ms), random);
        if (state.kind === "paused" && state !== before)
          expect((state.untilMs - ms) / 60_000).toBeLessThanOrEqual(before.kind === "paused" ? 12 : 0.6);
      }
      expect(JSON.stringify(state).length).toBeLessThan(1_000);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    }),
    { numRuns: 100 },
  );
});
