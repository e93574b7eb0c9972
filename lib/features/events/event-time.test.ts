import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventTime } from "./event-time.ts";

const ARRIVED = new Date("2026-05-01T12:00:03.250Z");
const SECONDS = Date.parse("2026-05-01T12:00:00Z") / 1000;
const RETENTION_DAYS = 30;
const KEPT_SINCE = new Date("2026-04-01T00:00:00Z");
const DAY_SECONDS = 86_400;

const timeOf = (claim: unknown) => eventTime(claim, ARRIVED, RETENTION_DAYS);
const at = (iso: string) => new Date(iso);

describe("the time of an event", () => {
  test("is the whole seconds that BigCommerce sends, as a number or as text", () => {
    const expected = { occurredAt: at("2026-05-01T12:00:00Z"), flags: [] };
    expect(timeOf(SECONDS)).toEqual(expected);
    expect(timeOf(` ${SECONDS} `)).toEqual(expected);
  });

  test.each([
    ["milliseconds", SECONDS * 1000 + 7, "2026-05-01T12:00:00.007Z"],
    ["milliseconds as text", String(SECONDS * 1000), "2026-05-01T12:00:00Z"],
    ["microseconds", SECONDS * 1e6 + 500, "2026-05-01T12:00:00Z"],
    ["nanoseconds, kept exact as text", `${SECONDS}123456789`, "2026-05-01T12:00:00.123Z"],
    ["a fraction of seconds", SECONDS + 0.125, "2026-05-01T12:00:00.125Z"],
    ["ISO text", "2026-05-01T12:00:00Z", "2026-05-01T12:00:00Z"],
    ["ISO text of another zone", "2026-05-01T22:00:00.5+10:00", "2026-05-01T12:00:00.500Z"],
    ["ISO text with a space, without a colon", "2026-05-01 07:00-0500", "2026-05-01T12:00:00Z"],
    ["the text of BigCommerce's V2 API", "Fri, 01 May 2026 12:00:00 +0000", "2026-05-01T12:00:00Z"],
  ])("is read from %s, and that is said", (_, claim, iso) => {
    expect(timeOf(claim)).toEqual({ occurredAt: at(iso), flags: ["time_in_other_form"] });
  });

  test.each([
    [undefined],
    [null],
    [true],
    [{}],
    [[SECONDS]],
    [""],
    ["soon"],
    [0],
    [-SECONDS],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [1e21],
    ["0x69F49A40"],
    ["2026-05-01T12:00:00"],
    ["2026-13-01T12:00:00Z"],
    ["01/05/2026"],
  ])("is not known from %j: no time is made up", (claim) => {
    expect(timeOf(claim)).toEqual({ occurredAt: null, flags: ["time_unknown"] });
  });

  test("may be ahead by what clocks differ, and is no place in the log beyond that", () => {
    expect(timeOf(SECONDS + 303)).toMatchObject({ occurredAt: at("2026-05-01T12:05:03Z"), flags: [] });
    for (const seconds of [304, 10 * 3600, 80 * 365 * DAY_SECONDS, 9e10])
      expect(timeOf(SECONDS + seconds)).toEqual({
        occurredAt: null,
        claimedAt: new Date((SECONDS + seconds) * 1000),
        flags: ["time_ahead"],
      });
    expect(timeOf("2099-12-31T23:59:59Z").flags).toEqual(["time_in_other_form", "time_ahead"]);
  });

  test("is no place in the log when it is older than what is kept", () => {
    expect(timeOf(KEPT_SINCE.getTime() / 1000)).toEqual({ occurredAt: KEPT_SINCE, flags: [] });
    const before = new Date(KEPT_SINCE.getTime() - 1000);
    expect(timeOf(before.getTime() / 1000)).toEqual({
      occurredAt: null,
      claimedAt: before,
      flags: ["time_long_ago"],
    });
  });

  test("is always one that the log shows, and its copies never part", () => {
    const claim = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.integer({ min: SECONDS - 90 * DAY_SECONDS, max: SECONDS + DAY_SECONDS }),
      fc.double({ min: 0, max: 1e20, noNaN: true }),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.bigInt({ min: 0n, max: 10n ** 22n }).map(String),
    );
    fc.assert(
      fc.property(claim, fc.integer({ min: 1, max: 365 }), (value, days) => {
        const time = eventTime(value, ARRIVED, days);
        expect(new Set(time.flags).size).toBe(time.flags.length);
        expect(time.occurredAt === null).toBe(time.flags.some((flag) => flag !== "time_in_other_form"));
        if (time.occurredAt) {
          expect(time.occurredAt.getTime()).toBeLessThanOrEqual(ARRIVED.getTime() + 300_000);
          expect(time.occurredAt.getTime()).toBeGreaterThanOrEqual(
            ARRIVED.getTime() - (days + 1) * 86_400_000,
          );
        }
        // What is known of the claim does not hang on when a copy came.
        const later = eventTime(value, new Date(ARRIVED.getTime() + 2 * 86_400_000), days);
        const claimed = (one: typeof time) => (one.occurredAt ?? one.claimedAt)?.getTime();
        expect(claimed(later)).toBe(claimed(time));
      }),
      { numRuns: 500 },
    );
  });
});
