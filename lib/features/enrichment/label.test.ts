import { describe, expect, test } from "vitest";
import type { KnownState } from "./known.records.ts";
import { labelOf, totalOf } from "./label.ts";

const state = (given: Partial<KnownState>): KnownState => ({
  type: "product",
  id: "87",
  name: null,
  firstName: null,
  lastName: null,
  company: null,
  email: null,
  billing: null,
  options: null,
  sku: null,
  productId: null,
  total: null,
  currency: null,
  ...given,
});
const kofi = { first_name: "Kofi", last_name: "Mensah", email: "kofi@example.com" };

describe("what a thing is called", () => {
  test.each<[Partial<KnownState>, string | null]>([
    [{ name: "Cotton Tea Towels" }, "Cotton Tea Towels"],
    [{ name: " " }, null],
    [{ type: "category", name: "Kitchen" }, "Kitchen"],
    [{ type: "variant", sku: "TT-B", options: [{ label: "Navy" }, { label: "L" }] }, "Tea Towels (Navy, L)"],
    [{ type: "variant", sku: "TT-B", options: null }, "Tea Towels (TT-B)"],
    [{ type: "customer", firstName: "Kofi", lastName: "Mensah" }, "Kofi Mensah"],
    [{ type: "customer", company: "Mensah Ltd" }, "Mensah Ltd"],
    [{ type: "order", billing: kofi }, null],
    [{ type: "page", name: "Contact" }, null],
  ])("%j", (given, expected) => {
    expect(labelOf(state(given), "Tea Towels", true).name).toBe(expected);
  });

  test("tells nothing of a person to those who may not see it", () => {
    const nothing = { name: null, person: null };
    expect(labelOf(state({ type: "customer", firstName: "Kofi" }), null, false)).toEqual(nothing);
    expect(labelOf(state({ type: "order", billing: kofi }), null, false)).toEqual(nothing);
    expect(labelOf(state({ type: "order", billing: kofi }), null, true).person).toBe("Kofi Mensah");
  });

  test("a variant whose product was not read goes by its SKU", () => {
    expect(
      labelOf(state({ type: "variant", sku: "TT-B", options: [{ label: "Navy" }] }), null, true).name,
    ).toBe("TT-B");
  });
});

test("an order comes to its total, and nothing else does", () => {
  expect(totalOf({ type: "order", total: "42.0000", currency: "USD" })).toEqual({
    amount: 42,
    currency: "USD",
  });
  expect(totalOf({ type: "order", total: "", currency: "USD" })).toBeNull();
  expect(totalOf({ type: "product", total: "42", currency: "USD" })).toBeNull();
});
