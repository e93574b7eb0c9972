import { expect, test } from "vitest";
import { permissionsText } from "#lib/messages/en/settings.ts";
import { listedIn } from "./listed.ts";

test("words are joined as a language does", () => {
  expect(listedIn("de")(["A", "B", "C"])).toBe("A, B und C");
});

test("in English there is no comma before the last", () => {
  expect(
    permissionsText(["store_v2_orders_read_only", "store_v2_products", "store_cart_read_only", "other"]),
  ).toBe("Can read orders, products and carts.");
  expect(permissionsText(["other"])).toBe("Can read nothing about your shop.");
});
