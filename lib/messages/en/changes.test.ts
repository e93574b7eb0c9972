import { expect, test } from "vitest";
import type { FieldChange } from "#lib/contract/changes.ts";
import { changeValue, fieldName, grantedText } from "./changes.ts";

const here = { tag: "en-US", timeZone: "UTC" };

const change = (given: Partial<FieldChange>): FieldChange => ({
  path: ["price"],
  kind: "changed",
  before: null,
  after: null,
  beforeName: null,
  afterName: null,
  isMasked: false,
  currency: null,
  ...given,
});

test.each([
  [["price"], "Price"],
  [["inventory_level"], "Stock"],
  [["billing_address", "city"], "Billing address › City"],
  [["total_inc_tax"], "Total with tax"],
  [["variants", "7", "sku"], "Variants › 7 › SKU"],
])("%j is named %s", (path, name) => {
  expect(fieldName(path)).toBe(name);
});

test.each<[Partial<FieldChange>, string]>([
  [{ before: 10, after: 12 }, "10.00 → 12.00"],
  [{ before: 21, after: 20.5, currency: "USD" }, "USD 21.00 → 20.50"],
  [{ kind: "added", after: 21, currency: "USD" }, "added: USD 21.00"],
  [{ path: ["total_inc_tax"], before: "10.0000", after: "1200.5000" }, "10.00 → 1,200.50"],
  [{ path: ["status"], before: "Awaiting Payment", after: "Shipped" }, "Awaiting Payment → Shipped"],
  [{ path: ["items_total"], before: 2, after: 3 }, "2 → 3"],
  [{ path: ["is_visible"], before: true, after: false }, "yes → no"],
  [{ path: ["customer_id"], before: 1023, after: 1024 }, "1023 → 1024"],
  [{ path: ["categories"], kind: "added", after: 23, afterName: "Mugs" }, "added: Mugs (23)"],
  [{ path: ["sku"], kind: "removed", before: "A-1" }, "removed: A-1"],
  [{ path: ["date_shipped"], before: "", after: "2026" }, "empty → Jan 1, 2026, 12:00:00 AM UTC"],
  [{ path: ["name"], before: "", after: "x".repeat(200) }, `empty → ${"x".repeat(160)}…`],
  [{ path: ["email"], isMasked: true }, "Changed. Only the store owner can see the values."],
])("%j is told as %s", (given, text) => {
  expect(changeValue(change(given), here).replace(/GMT.*|UTC/, "UTC")).toBe(text);
});

test("what the store granted and what it did not is said in a sentence", () => {
  const order = { kind: "order", scope: "store_v2_orders_read_only", isGranted: true } as const;
  const customer = { kind: "customer", scope: "store_v2_customers_read_only", isGranted: false } as const;
  expect(grantedText({ isOn: true, kinds: [order] })).toBe("Keeper can read orders.");
  expect(grantedText({ isOn: true, kinds: [order, customer] })).toContain(
    "Keeper can't read customers. Your developer adds the permission store_v2_customers_read_only in the Developer Portal",
  );
});
