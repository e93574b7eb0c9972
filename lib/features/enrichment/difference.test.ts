import { expect, test } from "vitest";
import { differences, isSame } from "./difference.ts";

test("a field that has another value is told with both", () => {
  expect(differences({ id: 1, price: 10, name: "Mug" }, { id: 1, price: 12, name: "Mug" })).toEqual([
    { path: ["price"], kind: "changed", before: 10, after: 12 },
  ]);
});

test("a field that came or went is told as such", () => {
  expect(differences({ a: { b: 1 } }, { a: { c: null } })).toEqual([
    { path: ["a", "b"], kind: "removed", before: 1, after: null },
    { path: ["a", "c"], kind: "added", before: null, after: null },
  ]);
});

test("entries with an id are followed wherever they stand in a list", () => {
  const before = { items: [{ id: 7, quantity: 1 }] };
  const after = {
    items: [
      { id: 9, quantity: 4 },
      { id: 7, quantity: 2 },
    ],
  };
  expect(differences(before, after)).toEqual([
    { path: ["items", "7", "quantity"], kind: "changed", before: 1, after: 2 },
    { path: ["items", "9", "id"], kind: "added", before: null, after: 9 },
    { path: ["items", "9", "quantity"], kind: "added", before: null, after: 4 },
  ]);
});

test("plain values of a list come and go, in whatever order they stand", () => {
  expect(differences({ categories: [3, 5] }, { categories: [8, 3] })).toEqual([
    { path: ["categories"], kind: "removed", before: 5, after: null },
    { path: ["categories"], kind: "added", before: null, after: 8 },
  ]);
});

test("what changes by itself is no difference", () => {
  const before = { price: 10, calculated_price: 10, date_modified: "2026-11-24T00:00:00+00:00" };
  const after = { price: 10, calculated_price: 9, date_modified: "2026-11-25T00:00:00+00:00" };
  expect(isSame(before, after)).toBe(true);
  expect(isSame(before, { ...after, price: 11 })).toBe(false);
});

test.each([
  [{ map_price: 0 }, { map_price: 8 }, ["map_price"]],
  [{ custom_url: { url: "/a/" } }, { custom_url: { url: "/b/" } }, ["custom_url", "url"]],
  [{ url: { path: "/a/" } }, { url: { path: "/b/" } }, ["url", "path"]],
])("what a merchant sets is a difference: %j, %j", (before, after, path) => {
  expect(differences(before, after).map((each) => each.path)).toEqual([path]);
});

test("addresses that only lead elsewhere are none", () => {
  const order = (host: string) => ({ id: 1, products: { url: `https://${host}/orders/1/products` } });
  expect(isSame(order("a.test"), order("b.test"))).toBe(true);
});

test("any two things can be compared", () => {
  expect(differences(null, undefined)).toEqual([{ path: [], kind: "removed", before: null, after: null }]);
  expect(differences([], {})).toEqual([]);
  expect(differences("a", "b")).toEqual([{ path: [], kind: "changed", before: "a", after: "b" }]);
});
