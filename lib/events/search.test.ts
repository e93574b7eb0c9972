import { expect, test } from "vitest";
import { parseSearch } from "./search.ts";

test.each(["1023", "#1023", " 1023 "])("%j is an id of any resource", (text) => {
  expect(parseSearch(text)).toEqual({ kind: "resource", type: null, id: "1023" });
});

test.each(["order 1023", "Order #1023", "orders 1023", "order:1023"])("%j is an order", (text) => {
  expect(parseSearch(text)).toEqual({ kind: "resource", type: "order", id: "1023" });
});

test("a cart's id is an id", () => {
  const id = "09346904-4175-44fd-be53-f7e598531b6c";
  expect(parseSearch(id)).toEqual({ kind: "resource", type: null, id });
  expect(parseSearch(`cart ${id}`)).toEqual({ kind: "resource", type: "cart", id });
});

test("forty hexadecimal digits are a hash", () => {
  expect(parseSearch("64D346B71E4C02453DA81C5D97CEC8063A6E7A4D")).toEqual({
    kind: "hash",
    hash: "64d346b71e4c02453da81c5d97cec8063a6e7a4d",
  });
});

test("words are looked up in the event types' names", () => {
  expect(parseSearch("order created")).toMatchObject({ kind: "scopes" });
  expect(parseSearch("Order Created")).toEqual(parseSearch("order created"));
  const search = parseSearch("order created");
  expect(search.kind === "scopes" && search.scopes).toContain("store/order/created");
});

test("a scope is itself, known or not", () => {
  expect(parseSearch("store/order/created")).toMatchObject({ kind: "scopes" });
  expect(parseSearch("store/robot/built")).toEqual({ kind: "scopes", scopes: ["store/robot/built"] });
});

test("what is nothing else is taken for an id, and finds nothing rather than everything", () => {
  expect(parseSearch("zzzzzz")).toEqual({ kind: "resource", type: null, id: "zzzzzz" });
});
