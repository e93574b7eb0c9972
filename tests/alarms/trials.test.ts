import { expect, test } from "vitest";
import { ALERTS } from "./rules.ts";
import { TRIALS } from "./trials.ts";

test("every alarm of the rules is provoked on the running product", () => {
  expect(TRIALS.map(({ alert }) => alert).toSorted()).toEqual(ALERTS.toSorted());
});
