import { expect, test } from "vitest";
import { type CheckFindings, nextCheck } from "./watch.ts";

const NOW = new Date("2026-03-01T10:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const well: CheckFindings = {
  verdicts: ["receiving", "waiting"],
  hasMended: false,
  checkedAt: NOW,
  failure: null,
};

test("a store that is well is not watched", () => {
  expect(nextCheck(well, null, NOW)).toBeNull();
  expect(nextCheck({ ...well, verdicts: ["off_by_merchant", "going_quiet"] }, null, NOW)).toBeNull();
});

test("a store that is well is watched for as long as somebody has the app open", () => {
  expect(nextCheck(well, later(120), NOW)).toEqual({ at: later(45), until: later(120) });
  expect(nextCheck(well, later(44), NOW)).toBeNull();
});

test.each(["off_by_bigcommerce", "missing", "wrong_address", "wrong_secret", "doubled", "blocked"] as const)(
  "a store with something %s is checked within a minute, for an hour from now",
  (verdict) => {
    const watch = nextCheck({ ...well, verdicts: ["receiving", verdict] }, null, NOW);
    expect(watch).toEqual({ at: later(45), until: later(3_600) });
  },
);

test("what was mended may break again, so the store is watched for an hour", () => {
  expect(nextCheck({ ...well, hasMended: true }, null, NOW)).toEqual({ at: later(45), until: later(3_600) });
});

test("a longer watch is not cut short", () => {
  const watch = nextCheck({ ...well, hasMended: true }, later(7_200), NOW);
  expect(watch).toEqual({ at: later(45), until: later(7_200) });
});

test("while BigCommerce does not answer, checks become rarer, up to an hour", () => {
  const silent = (seconds: number) =>
    nextCheck({ ...well, failure: "BIGCOMMERCE_UNREACHABLE", checkedAt: later(-seconds) }, null, NOW)?.at;
  expect(silent(60)).toEqual(later(45));
  expect(silent(600)).toEqual(later(150));
  expect(silent(86_400)).toEqual(later(3_600));
});

test("a store that has to accept the app again is not checked before a person comes", () => {
  expect(nextCheck({ ...well, failure: "NEEDS_REAUTHORISATION" }, later(3_600), NOW)).toBeNull();
  expect(nextCheck({ ...well, verdicts: ["needs_reauthorisation"] }, later(3_600), NOW)).toBeNull();
});
