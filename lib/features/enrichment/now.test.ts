import { expect, test } from "vitest";
import { isCreation, stateNow } from "./now.ts";

test("an order is its customer, its items, its total and its status", () => {
  const order = {
    items_total: 3,
    total_inc_tax: "42.0000",
    status: "Pending",
    payment_method: "",
    billing_address: { first_name: "Kofi", last_name: "Mensah", email: "kofi@example.com" },
  };
  expect(stateNow("order", order).map(({ path, after }) => [path.join("."), after])).toEqual([
    ["customer", "Kofi Mensah"],
    ["billing_address.email", "kofi@example.com"],
    ["items_total", 3],
    ["total_inc_tax", "42.0000"],
    ["status", "Pending"],
  ]);
});

test("what is not there is not told", () => {
  expect(stateNow("product", { name: "Mug", price: 0, sku: "", is_visible: false })).toMatchObject([
    { path: ["name"], kind: "added", before: null, after: "Mug" },
    { path: ["price"], after: 0 },
    { path: ["is_visible"], after: false },
  ]);
  expect(stateNow("order", null)).toEqual([]);
  expect(stateNow("order", { billing_address: [] })).toEqual([]);
});

test.each([
  ["store/order/created", "order", true],
  ["store/channel/2/order/created", "order", true],
  ["store/order/message/created", "order", false],
  ["store/sku/created", "variant", true],
  ["store/customer/address/created", "customer", false],
  ["store/product/updated", "product", false],
] as const)("%s makes the %s itself: %j", (scope, kind, expected) => {
  expect(isCreation(scope, kind)).toBe(expected);
});
