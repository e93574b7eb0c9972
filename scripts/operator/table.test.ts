import { expect, test } from "vitest";
import { asTable, cellText, sizeText } from "./table.ts";

const NOW = new Date("2026-12-01T12:00:00Z");
const before = (ms: number) => new Date(NOW.getTime() - ms);

test("rows become columns, numbers to the right", () => {
  expect(
    asTable(
      [
        { hash: "abc", events: 7, lastEvent: before(90_000), isOn: true },
        { hash: "longer", events: 1_234, lastEvent: null, isOn: false },
      ],
      NOW,
    ),
  ).toEqual([
    "HASH    EVENTS  LASTEVENT  ISON",
    "abc          7  1 min ago  yes",
    "longer    1234  -          no",
  ]);
});

test.each([
  [before(0), "0 s ago"],
  [before(59_999), "59 s ago"],
  [before(3 * 86_400_000), "3 d ago"],
  [before(-7_200_000), "in 2 h"],
  ["a\u001b[31m\nb", "a [31m b"],
  ["x".repeat(60), `${"x".repeat(47)}…`],
])("%j reads %s", (value, text) => {
  expect(cellText(value, NOW)).toBe(text);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1.0 KB"],
  [12_340_000, "12.3 MB"],
  [5e15, "5000.0 TB"],
])("%d bytes are %s", (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
