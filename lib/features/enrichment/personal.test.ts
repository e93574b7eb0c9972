import { expect, test } from "vitest";
import type { Difference } from "./difference.ts";
import { isPersonal, masked, withoutPersonal } from "./personal.ts";

const change = (...path: string[]): Difference => ({ path, kind: "changed", before: "Ana", after: "Bea" });

test.each([
  ["customer", ["first_name"]],
  ["customer", ["email"]],
  ["customer", ["a_field_of_next_year"]],
  ["customer", ["tags"]],
  ["order", ["billing_address", "city"]],
  ["order", ["shipping_addresses", "1", "street_1"]],
  ["order", ["customer_message"]],
  ["order", ["ip_address"]],
  ["order", ["geoip_country"]],
  ["order", ["products", "3", "recipient_email"]],
] as const)("of a %s, %j tells of a person", (kind, path) => {
  expect(isPersonal(kind, path)).toBe(true);
});

test.each([
  ["customer", ["customer_group_id"]],
  ["order", ["status"]],
  ["order", ["total_inc_tax"]],
  ["order", ["customer_id"]],
  ["product", ["name"]],
  ["category", ["name"]],
] as const)("of a %s, %j tells of nobody", (kind, path) => {
  expect(isPersonal(kind, path)).toBe(false);
});

test("who may not see personal fields sees that they changed, and nothing of their values", () => {
  const [name, group] = masked("customer", [change("first_name"), change("customer_group_id")], false);
  expect(name).toEqual({ path: ["first_name"], kind: "changed", before: null, after: null, isMasked: true });
  expect(group).toMatchObject({ before: "Ana", after: "Bea", isMasked: false });
});

test("who may see them sees everything", () => {
  expect(masked("customer", [change("first_name")], true)).toEqual([
    { ...change("first_name"), isMasked: false },
  ]);
});

test("a thing without what tells of a person keeps the rest of its shape", () => {
  const order = {
    id: 7,
    billing_address: { city: "Graz" },
    products: [{ name: "Mug", form_fields: [1], options: [{ phone: "1", value: "L" }] }],
  };
  const kept = { id: 7, products: [{ name: "Mug", options: [{ value: "L" }] }] };
  expect(withoutPersonal("order", order)).toEqual(kept);
  expect(withoutPersonal("product", order)).toEqual(order);
  expect(withoutPersonal("customer", { id: 3, first_name: "Ana", notes: "VIP" })).toEqual({ id: 3 });
  for (const type of ["cart", null]) expect(withoutPersonal(type, order)).toBe(null);
});
