import { expect, test } from "vitest";
import { aDestination, anEvent } from "#tests/support/forwarded.ts";
import { needsFacts } from "./facts.ts";
import { titleOf } from "./title.ts";

const facts = (thing: unknown, changes: [field: string, before: unknown, after: unknown][] = []) => ({
  thing,
  changes: changes.map(([field, before, after]) => ({ field, before, after })),
  changesState: "changed",
});
const body = (data: object) => Buffer.from(JSON.stringify({ data }));
const ORDER = {
  total_inc_tax: "42.0000",
  currency_code: "USD",
  billing_address: { first_name: "Ana", last_name: "Sousa" },
};

test("an event is told as the log tells it, with what was read of its thing", () => {
  const scope = "store/product/updated";
  const product = { scope, resourceType: "product", resourceId: "7", body: body({ id: 7 }) };
  expect(titleOf(anEvent(product), false)).toBe("Product 7 was updated");
  const read = facts({ name: "Cotton Tea Towels", price: 20.5 }, [
    ["description", "a", "b".repeat(100)],
    ["price", 21, 20.5],
    ["images", [1], [2]],
  ]);
  expect(titleOf(anEvent({ ...product, facts: read }), false)).toBe("Cotton Tea Towels: price 21.00 → 20.50");
});

test("people are named where the owner allows that alone", () => {
  const order = { scope: "store/order/created", body: body({ id: 1023 }), facts: facts(ORDER) };
  expect(titleOf(anEvent(order), false)).toBe("Order 1023 was created · USD 42.00");
  expect(titleOf(anEvent(order), true)).toBe("Order 1023 was created · USD 42.00 · Ana Sousa");
  const customer = {
    scope: "store/customer/created",
    resourceType: "customer",
    resourceId: "5",
    body: body({ id: 5 }),
    facts: facts({ id: 5, first_name: "Ana", email: "ana@example.com" }),
  };
  expect(titleOf(anEvent(customer), false)).not.toContain("Ana");
  expect(titleOf(anEvent(customer), true)).toContain("Ana");
});

test("what people read waits for the reading, as does what carries it", () => {
  expect(needsFacts(aDestination({ kind: "slack" }))).toBe(true);
  expect(needsFacts(aDestination({ settings: { payload: "full" } }))).toBe(true);
  expect(needsFacts(aDestination())).toBe(false);
});
