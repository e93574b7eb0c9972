import { expect, test } from "vitest";
import type { TestNews } from "#lib/contract/test-events.ts";
import { testProgress } from "./test-progress.ts";

const BEGUN: TestNews = { kind: "begun", destination: "https://keeper.example.com/api/webhooks/abc" };
const SENT: TestNews = { kind: "done", step: "sent", afterMs: 38 };
const PROVEN: TestNews = { kind: "done", step: "proven", afterMs: 40, proof: "both" };
const STORED: TestNews = { kind: "done", step: "stored", afterMs: 40, eventId: "e1" };
const SEEN: TestNews = { kind: "done", step: "seen", afterMs: 90 };
const stopped = (step: "sent" | "proven" | "stored" | "seen"): TestNews => ({
  kind: "stopped",
  step,
  stop: "cut_off",
  status: null,
  detail: null,
});

const states = (news: readonly TestNews[]) =>
  Object.values(testProgress(news).steps).map(({ state }) => state);

test("each step is waited for, then under way, then done", () => {
  expect(states([])).toEqual(["under_way", "waiting", "waiting", "waiting"]);
  expect(states([BEGUN, SENT])).toEqual(["done", "under_way", "waiting", "waiting"]);
  expect(states([BEGUN, SENT, PROVEN, STORED])).toEqual(["done", "done", "done", "under_way"]);
  expect(states([BEGUN, SENT, PROVEN, STORED, SEEN])).toEqual(["done", "done", "done", "done"]);
});

test("it is over with the last step, or where it stopped", () => {
  expect(testProgress([BEGUN, SENT, PROVEN, STORED]).isOver).toBe(false);
  expect(testProgress([BEGUN, SENT, PROVEN, STORED, SEEN]).isOver).toBe(true);
  expect(testProgress([BEGUN, stopped("sent")])).toMatchObject({ isOver: true, stop: { stop: "cut_off" } });
});

test("behind a stop nothing was tried, and before it nothing is claimed that nobody saw", () => {
  expect(states([BEGUN, stopped("sent")])).toEqual(["stopped", "skipped", "skipped", "skipped"]);
  expect(states([BEGUN, SENT, stopped("stored")])).toEqual(["done", "unknown", "stopped", "skipped"]);
});

test("the event has an address in the log as soon as it is there, wherever it stopped then", () => {
  expect(testProgress([BEGUN, SENT, PROVEN]).eventId).toBe(null);
  expect(testProgress([BEGUN, SENT, PROVEN, STORED, stopped("seen")])).toMatchObject({
    eventId: "e1",
    steps: { proven: { afterMs: 40, proof: "both" } },
  });
});
