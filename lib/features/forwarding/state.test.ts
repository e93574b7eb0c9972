import { expect, test } from "vitest";
import { stateOf, type StateFacts } from "./state.ts";

const NOW = new Date("2026-11-30T12:00:00.000Z");
const at = (secondsAgo: number) => new Date(NOW.getTime() - secondsAgo * 1_000);
const NEW: StateFacts = {
  isOn: true,
  offAt: null,
  createdAt: at(5),
  illSince: null,
  lastFailure: null,
  lastDeliveredAt: null,
  nextAt: null,
  behindSince: null,
  failed: 0,
};
const SENT = { lastDeliveredAt: at(3) };

test.each<[string, Partial<StateFacts>, ReturnType<typeof stateOf>]>([
  ["just made", {}, { state: "new", since: at(5), nextAt: null }],
  ["with a first event on its way", { behindSince: at(2) }, { state: "new", since: at(5), nextAt: null }],
  ["that took something", SENT, { state: "working", since: null, nextAt: null }],
  [
    "that rejected an event alone",
    { ...SENT, lastFailure: "RECEIVER_REJECTED", nextAt: at(-9) },
    { state: "working", since: null, nextAt: at(-9) },
  ],
  ["of which all was given up", { failed: 2 }, { state: "working", since: null, nextAt: null }],
  [
    "that asks to wait",
    { ...SENT, lastFailure: "RECEIVER_BUSY", nextAt: at(-30), behindSince: at(20) },
    { state: "slow", since: at(20), nextAt: at(-30) },
  ],
  ["two minutes behind", { ...SENT, behindSince: at(120) }, { state: "working", since: null, nextAt: null }],
  ["further behind", { ...SENT, behindSince: at(121) }, { state: "slow", since: at(121), nextAt: null }],
  [
    "that does not answer",
    { ...SENT, illSince: at(600), lastFailure: "RECEIVER_BUSY", behindSince: at(600), nextAt: at(-5) },
    { state: "ill", since: at(600), nextAt: at(-5) },
  ],
  [
    "that is off, whatever it did before",
    { ...SENT, isOn: false, offAt: at(40), illSince: at(600), nextAt: at(-5) },
    { state: "off", since: at(40), nextAt: null },
  ],
])("a destination %s", (_, facts, expected) => {
  expect(stateOf({ ...NEW, ...facts }, NOW)).toEqual(expected);
});
