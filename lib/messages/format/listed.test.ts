import { expect, test } from "vitest";
import { permissionsText } from "#lib/messages/en/settings.ts";
import { listedIn } from "./listed.ts";

test("words are joined as a language does", () => {
  expect(listedIn("de")(["A", "B", "C"])).toBe("A, B und C");
});

test("in English there is no comma before the last", () => {
  expect(
    permissionsText(["store_v2_orders_read_only", "store_v2_products", "store_v2_customers", "other"]),
  ).toBe("Can read orders, products and customers.");
  expect(permissionsText(["other"])).toBe("Can read nothing about your shop.");
});
