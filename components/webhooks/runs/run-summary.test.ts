import { expect, test } from "vitest";
import { RUNS } from "#lib/messages/en/runs.ts";
import type { RunItemView, RunView } from "#lib/contract/runs.ts";
import { isQuietlyDone, percentSaid, runSummary, undoneBy, waitingScopes } from "./run-summary.ts";

const item = (scope: string, state: RunItemView["state"]): RunItemView => ({
  scope,
  state,
  action: null,
  code: state === "refused" ? "HOOK_LIMIT_REACHED" : null,
  sentence: state === "refused" ? "BigCommerce allows 10." : null,
});
const run: RunView = {
  id: "7",
  kind: "turn_on",
  startedAt: "2026-11-25T10:00:00.000Z",
  startedBy: "ana@example.com",
  endedAt: null,
  isCancelled: false,
  items: [
    item("a", "done"),
    item("b", "refused"),
    item("c", "cancelled"),
    item("d", "waiting"),
    item("e", "waiting"),
  ],
};

test("a run in figures", () => {
  const summary = runSummary(run);
  expect(summary).toMatchObject({ total: 5, ended: 3, done: 1, left: 1, current: { scope: "d" } });
  expect(summary.refusals.map(({ scope }) => scope)).toEqual(["b"]);
  expect(runSummary({ ...run, items: run.items.slice(0, 3) }).current).toBeNull();
});

test("what still waits goes where the run goes", () => {
  expect([...waitingScopes(run)]).toEqual([
    ["d", true],
    ["e", true],
  ]);
  expect([...waitingScopes({ ...run, kind: "turn_off" }).values()]).toEqual([false, false]);
  expect(waitingScopes({ ...run, kind: "put_right" }).size).toBe(0);
  expect(waitingScopes(null).size).toBe(0);
});

test("progress is read out in steps of ten percent", () => {
  expect([0, 18, 19, 37, 189, 190].map((ended) => percentSaid({ ended, total: 190 }))).toEqual([
    0, 0, 10, 10, 90, 100,
  ]);
  expect(percentSaid({ ended: 0, total: 0 })).toBe(100);
});

test("a report names only what there is", () => {
  expect(RUNS.report("turn_on", { done: 184, refused: 6, left: 0 })).toBe(
    "184 webhooks turned on, 6 refused",
  );
  expect(RUNS.report("turn_off", { done: 8, refused: 0, left: 0 })).toBe("8 webhooks turned off");
  expect(RUNS.report("put_right", { done: 3, refused: 1, left: 12 })).toBe(
    "3 webhooks fixed, 1 refused, 12 unchanged",
  );
});

test("a run that is over asks for nobody unless something was refused", () => {
  const endedAt = "2026-11-25T10:01:00.000Z";
  expect(isQuietlyDone(run)).toBe(false);
  expect(isQuietlyDone({ ...run, endedAt })).toBe(false);
  expect(isQuietlyDone({ ...run, endedAt, items: [item("a", "done"), item("c", "cancelled")] })).toBe(true);
});

test("what was turned on is undone by turning off what was done of it, and a repair by nothing", () => {
  const items = run.items.map((one) => ({ ...one, action: "turn_on" as const }));
  expect(undoneBy({ ...run, items })).toEqual({ scopes: ["a"], wanted: false });
  expect(undoneBy({ ...run, items, kind: "turn_off" })).toEqual({ scopes: ["a"], wanted: true });
  expect(undoneBy({ ...run, items, kind: "put_right" })).toBeNull();
  expect(undoneBy(run)).toBeNull();
});
