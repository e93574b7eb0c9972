import { expect, test } from "vitest";
import { emptyWindow, hostKey, isBlocked, noteOutcome } from "./block-list.ts";
import { type HostWindow } from "#simulator/world/host-window.ts";

const NOW = 1_800_000_000_000;
const fresh = (): HostWindow => emptyWindow("client", "https://keeper.example.com/hook");

/** Notes outcomes one millisecond apart; returns whether any of them caused a block. */
function play(window: HostWindow, outcomes: readonly boolean[], startMs = NOW): boolean {
  return outcomes
    .map((ok, index) => noteOutcome(window, ok ? null : "Answered with status 500", startMs + index))
    .includes(true);
}
const run = (successes: number, failures: number) => [
  ...Array<boolean>(failures).fill(false),
  ...Array<boolean>(successes).fill(true),
];

test("exactly 90 successes of 100 do not block", () => {
  expect(play(fresh(), run(90, 10))).toBe(false);
});

test("89 successes of 100 block for three minutes", () => {
  const window = fresh();
  expect(play(window, run(89, 11))).toBe(true);
  const blockedAtMs = NOW + 99;
  expect(isBlocked(window, blockedAtMs + 179_999)).toBe(true);
  expect(isBlocked(window, blockedAtMs + 180_000)).toBe(false);
  expect(window.reasons).toEqual([
    { failure_description: "Answered with status 500", count: 11, timestamp: NOW / 1000 },
  ]);
});

test("99 failures alone block nothing, the hundredth request does", () => {
  const window = fresh();
  expect(play(window, run(0, 99))).toBe(false);
  expect(noteOutcome(window, "Answered with status 500", NOW + 99)).toBe(true);
});

test("after the hundredth request the share is looked at with every one", () => {
  const window = fresh();
  expect(play(window, run(90, 10))).toBe(false);
  expect(noteOutcome(window, "No answer in time", NOW + 100)).toBe(true);
});

test("what is older than two minutes no longer counts", () => {
  const window = fresh();
  play(window, run(0, 99));
  expect(noteOutcome(window, "Answered with status 500", NOW + 98 + 120_000)).toBe(false);
  expect(window.outcomes).toHaveLength(1);
});

test("all paths of a host count together, each client for itself", () => {
  const key = hostKey("client", "https://keeper.example.com/a");
  expect(hostKey("client", "https://keeper.example.com/b?c=d")).toBe(key);
  expect(hostKey("other", "https://keeper.example.com/a")).not.toBe(key);
  expect(hostKey("client", "https://example.com/a")).not.toBe(key);
});
