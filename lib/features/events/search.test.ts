import { expect, test } from "vitest";
import { CATALOGUE, GROUPS } from "#lib/catalogue/catalogue.ts";
import { EVENT_GROUPS } from "#lib/contract/values/events.ts";
import { parseSearch, soughtBy, withGroups } from "./search.ts";

const ANYTHING = { scopes: null, groups: null, resources: [], hashes: [], statuses: [], proofs: [] };
const about = (type: string | null, id: string) => ({ ...ANYTHING, resources: [{ type, id }] });
const HASH = "64d346b71e4c02453da81c5d97cec8063a6e7a4d";

test.each(["1023", "#1023", " 1023 "])("%j is an id of any resource", (text) => {
  expect(parseSearch(text)).toEqual(about(null, "1023"));
});

test.each(["order 1023", "Order #1023", "orders 1023", "order:1023", "order: 1023", "Orders : #1023"])(
  "%j is an order",
  (text) => expect(parseSearch(text)).toEqual(about("order", "1023")),
);

test("a customer is found by id", () => {
  expect(parseSearch("customer:12")).toEqual(about("customer", "12"));
  expect(parseSearch("Customer 12")).toEqual(about("customer", "12"));
});

test("a cart's id is an id", () => {
  const id = "09346904-4175-44fd-be53-f7e598531b6c";
  expect(parseSearch(id)).toEqual(about(null, id));
  expect(parseSearch(`cart ${id}`)).toEqual(about("cart", id));
});

test("a thing that is named rather than numbered is found by its key", () => {
  expect(parseSearch("email_template:order_email")).toEqual(about("email_template", "order_email"));
});

test("forty hexadecimal digits are a hash, and so is what is called one", () => {
  expect(parseSearch(HASH.toUpperCase())).toEqual({ ...ANYTHING, hashes: [HASH.toUpperCase()] });
  expect(parseSearch(`hash:${HASH}`)).toEqual({ ...ANYTHING, hashes: [HASH] });
  expect(parseSearch("body:abc")).toEqual({ ...ANYTHING, hashes: ["body:abc"] });
});

test("words are looked up in the event types' names", () => {
  expect(parseSearch("Order Created")).toEqual(parseSearch("order created"));
  expect(parseSearch("order created").scopes).toContain("store/order/created");
});

test("a scope is itself, known or not, and a wildcard its members as well", () => {
  expect(parseSearch("store/order/created").scopes).toContain("store/order/created");
  expect(parseSearch("store/robot/built")).toEqual({ ...ANYTHING, scopes: ["store/robot/built"] });
  expect(parseSearch("scope:store/order/created")).toEqual({ ...ANYTHING, scopes: ["store/order/created"] });
  expect(parseSearch("scope:store/order/*").scopes).toContain("store/order/created");
});

test("terms are asked for together, with words beside them", () => {
  expect(parseSearch("order:1023 status:flagged proof:header group:orders,carts")).toEqual({
    ...ANYTHING,
    groups: ["orders", "carts"],
    resources: [{ type: "order", id: "1023" }],
    statuses: ["flagged"],
    proofs: ["header"],
  });
  expect(parseSearch("status:repeated order 1023")).toEqual({
    ...about("order", "1023"),
    statuses: ["repeated"],
  });
  const search = parseSearch("scope:store/order/created,store/cart/created created");
  expect(search.scopes).toEqual(["store/order/created", "store/cart/created"]);
});

test.each(["status:lost", "proof:none", "group:robots", "group:orders,robots"])(
  "%j asks for what cannot be, and finds nothing rather than everything",
  (text) => expect(parseSearch(text).scopes).toEqual([]),
);

test("what contradicts itself finds nothing", () => {
  expect(soughtBy({ scope: "store/order/created", q: "scope:store/cart/created" }).scopes).toEqual([]);
  expect(soughtBy({ group: "orders", q: "group:carts" }).groups).toEqual([]);
});

test("what is nothing else is taken for an id, and finds nothing rather than everything", () => {
  expect(parseSearch("zzzzzz")).toEqual(about(null, "zzzzzz"));
});

test("groups stand for the scopes that a store has had, those of single channels among them", () => {
  const known = [
    "store/order/created",
    "store/cart/created",
    "store/channel/7/category/product/assigned",
    "store/robot/built",
  ];
  expect(withGroups(soughtBy({ group: "orders" }), known).scopes).toEqual(["store/order/created"]);
  expect(withGroups(soughtBy({ group: "channels" }), known).scopes).toEqual([known[2]]);
  expect(withGroups(soughtBy({ group: "orders", scope: "store/cart/created" }), known).scopes).toEqual([]);
});

test("the groups of the filter are those of the catalogue", () => {
  expect(GROUPS.map(({ id }) => id)).toEqual([...EVENT_GROUPS]);
  expect(new Set(CATALOGUE.map(({ group }) => group))).toEqual(new Set(EVENT_GROUPS));
});
