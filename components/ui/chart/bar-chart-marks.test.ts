import { describe, expect, it, test } from "vitest";
import { MARKS } from "./bar-chart-marks.tsx";

type Triple = [number, number, number];

/** What is seen of linear red, green and blue by whom. Source: Machado, Oliveira and Fernandes 2009, severity 1.0. */
const SIGHTS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  "everybody else": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopes: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopes: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopes: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** Colours this far apart in CIE L*a*b* are told apart at a glance; 2.3 are just noticeable. */
const APART_MIN = 20;

function linear(color: string): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return [red, green, blue];
}

const times = (row: Triple, [red, green, blue]: Triple) => row[0] * red + row[1] * green + row[2] * blue;
const LUMINANCE: Triple = [0.2126, 0.7152, 0.0722];

function lab(color: Triple): Triple {
  const curve = (part: number) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116);
  const x = curve(times([0.4124564, 0.3575761, 0.1804375], color) / 0.95047);
  const y = curve(times([0.2126729, 0.7151522, 0.072175], color));
  const z = curve(times([0.0193339, 0.119192, 0.9503041], color) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const clamped = (value: number) => Math.min(1, Math.max(0, value));
const pairs = MARKS.flatMap((one, index) => MARKS.slice(index + 1).map((other) => [one, other] as const));

describe.each(Object.entries(SIGHTS))(
  "the colours of a chart, as %s see them",
  (_who, [red, green, blue]) => {
    const seen = (color: string) => {
      const parts = linear(color);
      return lab([clamped(times(red, parts)), clamped(times(green, parts)), clamped(times(blue, parts))]);
    };
    it.each(pairs)("are different: $0.color and $1.color", (one, other) => {
      const [a, b] = [seen(one.color), seen(other.color)];
      expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(APART_MIN);
    });
  },
);

test.each(MARKS)("$color stands out from white by three to one", ({ color }) => {
  expect(1.05 / (times(LUMINANCE, linear(color)) + 0.05)).toBeGreaterThan(3);
});

test("no two series have the same pattern", () => {
  expect(new Set(MARKS.map(({ pattern }) => pattern)).size).toBe(MARKS.length);
});
