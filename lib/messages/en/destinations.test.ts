import { describe, expect, test } from "vitest";
import * as de from "#lib/messages/de/destinations.ts";
import * as es from "#lib/messages/es/destinations.ts";
import * as fr from "#lib/messages/fr/destinations.ts";
import type { Said, Standing } from "#lib/messages/standing.ts";
import * as en from "./destinations.ts";
import { answerText, DELIVERIES, notWantedText } from "./deliveries.ts";

const SAID: Said = { when: () => "10:42 AM", day: () => "Nov 3", ago: () => "12 seconds ago" };
const WELL: Standing = {
  name: "Warehouse",
  state: "working",
  since: null,
  createdAt: "2026-11-03T10:00:00.000Z",
  nextAt: null,
  lastStatus: null,
  lastFailure: null,
  lastDeliveredAt: "2026-11-03T10:00:00.000Z",
  delivered: 410,
  waiting: 0,
  waitingSince: null,
  failed: 0,
  offReason: null,
  offAt: null,
  offBy: null,
};
const AT = "2026-11-03T10:12:00.000Z";
const ILL = { state: "ill", since: AT, nextAt: AT, waiting: 214 } as const;
const OFF = { state: "off", offAt: AT, waiting: 18_204, waitingSince: AT } as const;

test.each<[Partial<Standing>, string]>([
  [{}, "410 events in 24 hours, the last 12 seconds ago."],
  [{ waiting: 1 }, "410 events in 24 hours, the last 12 seconds ago. 1 event waits."],
  [{ state: "new", delivered: 0, lastDeliveredAt: null }, "Nothing was sent yet."],
  [{ delivered: 0, lastDeliveredAt: null, failed: 1 }, "Nothing has arrived yet."],
  [
    { ...ILL, lastFailure: "RECEIVER_TOO_SLOW answering" },
    "Warehouse hasn't answered in time since 10:42 AM. Nothing is lost: 214 events wait. Next try 10:42 AM.",
  ],
  [
    {
      ...ILL,
      lastStatus: 301,
      lastFailure: "RECEIVER_REDIRECTS https://b.example",
      waiting: 0,
      nextAt: null,
    },
    "Warehouse has moved to https://b.example. Enter that one. Nothing is lost.",
  ],
  [
    { state: "slow", lastStatus: 429, lastFailure: "RECEIVER_BUSY", waiting: 3 },
    "Warehouse asks us to slow down. Events arrive later than usual: 3 events wait.",
  ],
  [{ state: "slow", waiting: 10_000 }, "Events arrive later than usual: 10,000+ events wait."],
  [
    { ...OFF, offReason: "person", offBy: "ana@example.com", waiting: 1 },
    "Turned off by ana@example.com on Nov 3. 1 event since Nov 3 is kept.",
  ],
  [
    { ...OFF, offReason: "unanswered", waiting: 8_204 },
    "We stopped trying on Nov 3, because Warehouse didn't answer. 8,204 events since Nov 3 are kept.",
  ],
  [{ ...OFF, offReason: "refused", waiting: 0 }, "We can't send to this address because it isn't public."],
])("how a destination is, is said with what it means for the events: %j", (standing, expected) => {
  const { sentence, rest } = en.stateWords({ ...WELL, ...standing }, SAID);
  expect([sentence, rest].filter(Boolean).join(" ")).toBe(expected);
});

describe.each(Object.entries({ de, fr, es }))("%s", (_language, words) => {
  test.each<Partial<Standing>>([
    {},
    { state: "new", delivered: 0, lastDeliveredAt: null },
    { state: "slow", lastStatus: 429 },
    ...[301, 401, 404, 410, 422, 429, 500].map((lastStatus) => ({ ...ILL, lastStatus })),
    ...(["person", "gone", "unanswered", "refused"] as const).map((offReason) => ({ ...OFF, offReason })),
  ])("has words of its own for %j", (standing) => {
    const [told, english] = [words, en].map(({ stateWords }) => stateWords({ ...WELL, ...standing }, SAID));
    expect(told?.sentence).not.toBe(english?.sentence);
    expect(told?.sentence).not.toBe("");
    expect(told?.rest === null).toBe(english?.rest === null);
  });
});

test("an answer is told by what it means, with its code", () => {
  const told = (status: number | null, failure: string) => answerText("Warehouse", { status, failure });
  expect([
    told(503, "RECEIVER_FAILED"),
    told(401, "RECEIVER_FAILED"),
    told(422, "RECEIVER_REJECTED"),
    told(null, "RECEIVER_INSECURE CERT_HAS_EXPIRED"),
    told(null, "TEMPLATE_TOO_SLOW"),
    told(null, "SOMETHING_NEW"),
  ]).toEqual([
    "Warehouse answered with an error (503).",
    "Warehouse didn't accept our key (401).",
    "Warehouse rejected it (422).",
    "The security certificate of Warehouse has expired.",
    "We couldn't build what Warehouse gets. Check the template.",
    "Warehouse didn't answer.",
  ]);
});

test("an event that is not sent says why, and one that waits says behind how many", () => {
  const reasons = ["type", "filter", "test", "off", "before", "newer", "something new"];
  const told = reasons.map((reason) => notWantedText("Warehouse", reason));
  expect(new Set(told).size).toBe(reasons.length - 1);
  expect(told.at(-1)).toBe(told[0]);
  expect(DELIVERIES.waitsBehind(1)).toBe("Waiting behind 1 event.");
});
