import { expect, test } from "vitest";
import { headlineOf, readHeadline } from "./headline.ts";

test("what matters most comes first, and the rest in its own order", () => {
  const before = { weight: 1, height: 1, price: 21, inventory_level: 3 };
  const after = { weight: 2, height: 2, price: 20.5, inventory_level: 2 };
  expect(headlineOf(before, after)?.map(({ path }) => path[0])).toEqual([
    "price",
    "inventory_level",
    "weight",
    "height",
  ]);
});

test("what does not fit into a line, or is a number of another thing, is left out", () => {
  expect(
    headlineOf({ description: "", categories: [1] }, { description: "x".repeat(81), categories: [2] }),
  ).toBeNull();
});

test("the same has no headline", () => {
  expect(headlineOf({ price: 1 }, { price: 1 })).toBeNull();
});

test("what tells of a person is for those who may see it", () => {
  const kept = headlineOf(
    { status: "Pending", billing_address: { city: "Accra" } },
    { status: "Shipped", billing_address: { city: "Kumasi" } },
  );
  expect(readHeadline("order", kept, true).map(({ path }) => path.join("."))).toEqual([
    "status",
    "billing_address.city",
  ]);
  expect(readHeadline("order", kept, false).map(({ path }) => path.join("."))).toEqual(["status"]);
  expect(readHeadline("order", { odd: true }, true)).toEqual([]);
});
