import { expect, test } from "vitest";
import { optionsOf } from "./options.ts";

test("without a name all is tried that needs no disk, and by its name each", () => {
  expect(optionsOf([])).toEqual({
    names: ["kills", "rolling", "fair", "failover"],
    seconds: undefined,
    perSecond: 200,
    everySeconds: 5,
    events: 20_000_000,
    stores: 10_000,
  });
  expect(optionsOf(["scale", "kills", "--seconds", "120", "--events", "1000000"])).toMatchObject({
    names: ["scale", "kills"],
    seconds: 120,
    events: 1_000_000,
  });
});

test("what nobody knows is refused", () => {
  expect(() => optionsOf(["kill"])).toThrow(
    "There is no trial kill; there are kills, rolling, fair, failover, scale",
  );
  expect(() => optionsOf(["--seconds", "soon"])).toThrow("--seconds is a number above 0");
});
