import { expect, test } from "vitest";
import type { LoadReport } from "#tests/surroundings/steady-load.ts";
import { processorTimes } from "./machine.ts";
import {
  answeredPercent,
  faultsOfLag,
  faultsOfLoad,
  faultsOfPassed,
  limitOf,
  unanswered,
} from "./verdict.ts";

const good: LoadReport = {
  sent: 1_000,
  statuses: { 200: 1_000 },
  p50: 4,
  p99: 40,
  max: 900,
  answeredPercentMin: 100,
  lost: 0,
  doubled: 0,
};

test("a run in which each first attempt was answered and kept once has no fault", () => {
  expect(faultsOfLoad(good, 100)).toEqual([]);
  expect(faultsOfPassed({ lost: 0, copies: 3, copiesMax: 20 })).toEqual([]);
});

test("a single first attempt that was refused, or had no answer, is a fault where each has to be answered", () => {
  const statuses = { 0: 1, 200: 998, 503: 1 };
  const report = { ...good, statuses, answeredPercentMin: 99.8 };
  expect(answeredPercent(report)).toBe(99.8);
  expect(faultsOfLoad(report, 100)).toEqual([
    "99.800% of first attempts were answered 200 in the worst two minutes, not 100%: 1 had no answer, 1 got 503",
  ]);
  expect(faultsOfLoad(report, 99.5)).toEqual([]);
  // Many good minutes do not make up for a bad one.
  expect(faultsOfLoad({ ...report, answeredPercentMin: 99 }, 99.5)).toHaveLength(1);
});

test("nothing sent, late answers, lost and doubled events are faults", () => {
  const empty = { ...good, sent: 0, statuses: {}, answeredPercentMin: 0 };
  expect(faultsOfLoad(empty, 99.5)).toEqual(expect.arrayContaining(["nothing was sent"]));
  expect(faultsOfLoad({ ...good, max: 10_400, lost: 2, doubled: 1 }, 100)).toEqual([
    "an answer took 10.4 s, and BigCommerce waits for 10",
    "2 acknowledged events are not in the log",
    "1 events are in the log twice",
  ]);
  expect(faultsOfPassed({ lost: 1, copies: 21, copiesMax: 20 })).toEqual([
    "1 events never came to their destination",
    "21 copies came to a destination, and 20 can be explained",
  ]);
});

test("the others may lag twice as much beside a busy store, and no more", () => {
  expect(faultsOfLag(50, 100)).toEqual([]);
  expect(faultsOfLag(50, 110)).toEqual([
    "the others' lag (p95) is 2.2 times what it is without the busy store",
  ]);
  expect(faultsOfLag(0, 110)).toHaveLength(1);
});

test("the machine is named where it was the limit", () => {
  expect(limitOf({ busyPercent: 80, availableMb: 4_000 })).toBeNull();
  expect(limitOf({ busyPercent: 99.4, availableMb: 120 })).toBe(
    "The machine itself was the limit: its processors were busy for 99% of the time, and 120 MB of memory were left.",
  );
  const before = processorTimes("cpu  100 0 50 800 50 0 0 0 0 0\ncpu0 1 1 1 1");
  const after = processorTimes("cpu  160 10 70 840 60 0 10 50 0 0\ncpu0 1 1 1 1");
  expect([after.busy - before.busy, after.all - before.all]).toEqual([150, 200]);
});

test("the balancer's lines about what it did not answer 200 are shown, and not all of many", () => {
  const line = (status: number) =>
    `127.0.0.1 [01/Dec/2026:01:48:00.123] 1f POST /api/webhooks/bench0 HTTP/1.1 ${status} 0 0/0/0/3/3 processes/app17001 ---- 0`;
  expect(
    unanswered([line(200), line(503), "127.0.0.1 [x] 2 GET /api/health HTTP/1.1 503 0"].join("\n")),
  ).toEqual([line(503)]);
  expect(unanswered(Array.from({ length: 12 }, () => line(502)).join("\n"))).toHaveLength(11);
});
