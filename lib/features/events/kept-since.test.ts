import { expect, test } from "vitest";
import { keptSince } from "./kept-since.ts";

test("the oldest kept day is whole, whatever the hour", () => {
  const oldest = new Date("2026-11-18T00:00:00.000Z");
  expect(keptSince(7, new Date("2026-11-25T00:00:00.000Z"))).toEqual(oldest);
  expect(keptSince(7, new Date("2026-11-25T23:59:59.999Z"))).toEqual(oldest);
  expect(keptSince(7, new Date("2026-11-26T00:00:00.000Z"))).toEqual(new Date("2026-11-19T00:00:00.000Z"));
});
