import { describe, expect, test } from "vitest";
import { isMoney, money, moneyChange } from "./money.ts";

describe("an amount", () => {
  test.each([
    [21, "USD", "en-US", "USD 21.00"],
    [-3.5, "USD", "en-US", "-USD 3.50"],
    [1234.5, "EUR", "de", "1.234,50 EUR"],
    [1000, "JPY", "en-US", "JPY 1,000"],
    [0.0125, "USD", "en-US", "USD 0.0125"],
    [21, null, "en-US", "21.00"],
    [21, "dollars", "en-US", "21.00"],
  ])("%d %s in %s", (amount, currency, tag, expected) => {
    expect(money(amount, currency, tag)).toBe(expected);
  });

  test.each([
    ["USD", "en-US", "USD 21.00 → 20.50"],
    ["EUR", "fr", "21,00 → 20,50 EUR"],
    [null, "en-US", "21.00 → 20.50"],
  ])("that changed, in %s and %s", (currency, tag, expected) => {
    expect(moneyChange(21, 20.5, currency, tag)).toBe(expected);
  });
});

test.each([
  [["price"], true],
  [["total_inc_tax"], true],
  [["products", "3", "base_price"], true],
  [["items_total"], false],
  [["tax_class_id"], false],
  [["name"], false],
])("whether %j is money", (path, expected) => {
  expect(isMoney(path)).toBe(expected);
});
