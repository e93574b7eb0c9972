import { expect, test } from "vitest";
import { arrivalSpanIdOf, traceIdOf } from "./ids.ts";

const event = { storeHash: "abc123", hash: "5b41", firstArrivedAt: new Date("2026-11-30T12:00:00.123Z") };

test("an event has the same trace wherever it is asked for, and each delivery of it a span", () => {
  expect(traceIdOf(event)).toMatch(/^[0-9a-f]{32}$/);
  expect(arrivalSpanIdOf(event)).toMatch(/^[0-9a-f]{16}$/);
  expect(traceIdOf({ ...event })).toBe(traceIdOf(event));
  const again = { ...event, firstArrivedAt: new Date("2026-11-30T12:01:00.123Z") };
  expect(traceIdOf(again)).toBe(traceIdOf(event));
  expect(arrivalSpanIdOf(again)).not.toBe(arrivalSpanIdOf(event));
});

test("no two events share one, however their names are cut", () => {
  const others = [
    { storeHash: "abc124", hash: "5b41" },
    { storeHash: "abc12", hash: "35b41" },
    { storeHash: "abc123", hash: "5b42" },
  ];
  const ids = new Set([event, ...others].map(traceIdOf));
  expect(ids.size).toBe(4);
});
