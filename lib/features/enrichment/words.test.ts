import { expect, test } from "vitest";
import { wordsOf } from "./words.ts";

test("a product is found by its name and its SKU, by anybody", () => {
  expect(wordsOf("product", { name: "Tea Towels", sku: "TT-1", price: 21 })).toEqual(
    ["tea", "towels", "tt", "1"].map((word) => ({ word, isPersonal: false })),
  );
});

test("a variant is found by its product's name as well", () => {
  const variant = { sku: "TT-B", option_values: [{ option_display_name: "Color", label: "Navy" }] };
  expect(wordsOf("variant", variant, "Tea Towels").map(({ word }) => word)).toEqual([
    "tt",
    "b",
    "navy",
    "tea",
    "towels",
  ]);
});

test("what an order or a customer is found by tells of a person", () => {
  const person = { first_name: "Kofi", last_name: "Mensah", company: "", email: "kofi.m@example.com" };
  const expected = ["kofi", "mensah", "kofi.m@example.com", "m"].map((word) => ({ word, isPersonal: true }));
  expect(wordsOf("customer", { id: 28, ...person })).toEqual(expected);
  expect(wordsOf("order", { id: 1100, status: "Shipped", billing_address: person })).toEqual(expected);
});

test("a state that is not as expected has no words", () => {
  expect(wordsOf("order", { billing_address: [] })).toEqual([]);
  expect(wordsOf("product", null)).toEqual([]);
  expect(wordsOf("product", { name: 5 })).toEqual([]);
});
