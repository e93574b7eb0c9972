import { describe, expect, test } from "vitest";
import { isTestMark, testMark } from "./test-mark.ts";

const SECRET = "a session secret of some length";
const NOW = new Date("2026-11-25T12:00:00.000Z");
const NOW_SECONDS = NOW.getTime() / 1000;
const DELIVERY = { storeHash: "abc", hash: "0123456789abcdef0123456789abcdef01234567" };
const MARK = testMark(DELIVERY, NOW_SECONDS + 60, SECRET);

describe("a mark", () => {
  test("holds for its arrival until it expires", () => {
    expect(isTestMark(MARK, DELIVERY, SECRET, NOW)).toBe(true);
    expect(isTestMark(MARK, DELIVERY, SECRET, new Date(NOW.getTime() + 60_000))).toBe(true);
    expect(isTestMark(MARK, DELIVERY, SECRET, new Date(NOW.getTime() + 60_001))).toBe(false);
  });

  test.each([
    ["another store", { ...DELIVERY, storeHash: "abcd" }],
    ["another event", { ...DELIVERY, hash: DELIVERY.hash.replace("0", "1") }],
    ["none that is named", { ...DELIVERY, hash: undefined }],
    [
      "a store and an event that are written together the same",
      { storeHash: "ab", hash: `c${DELIVERY.hash}` },
    ],
  ])("says nothing of %s", (_, arrival) => {
    expect(isTestMark(MARK, arrival, SECRET, NOW)).toBe(false);
  });

  test("cannot be made or prolonged without our settings", () => {
    const [expiresAt = "", proof = ""] = MARK.split(".");
    const forged = [
      "",
      "1",
      proof,
      `${expiresAt}.`,
      `${Number(expiresAt) + 600}.${proof}`,
      `${expiresAt}.${proof.slice(0, -1)}${proof.endsWith("A") ? "B" : "A"}`,
      ` ${MARK}`,
      `${MARK}, ${MARK}`,
      testMark(DELIVERY, NOW_SECONDS + 60, "another session secret"),
    ];
    for (const mark of forged) expect(isTestMark(mark, DELIVERY, SECRET, NOW), mark).toBe(false);
  });
});
