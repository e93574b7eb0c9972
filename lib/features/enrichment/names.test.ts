import { expect, test } from "vitest";
import { idsToName, nameOfId } from "./names.ts";

const moved = { path: ["categories"], before: 3, after: 5 };
const price = { path: ["price"], before: 10, after: 12 };

test("ids of things that have a name are looked for, and numbers that are none are not", () => {
  expect(idsToName([moved, price])).toEqual(new Map([["category", new Set(["3", "5"])]]));
});

test("an id is told by its name where that is known", () => {
  const names = new Map([["category", new Map([["5", "Mugs"]])]] as const);
  expect([nameOfId(moved, "before", names), nameOfId(moved, "after", names)]).toEqual([null, "Mugs"]);
  expect(nameOfId({ ...price, after: 5 }, "after", names)).toBeNull();
});
