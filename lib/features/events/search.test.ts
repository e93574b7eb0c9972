import { describe, expect, test } from "vitest";
import { CATALOGUE, GROUPS } from "#lib/catalogue/catalogue.ts";
import { EVENT_GROUPS } from "#lib/contract/values/events.ts";
import { catalogueWords } from "#lib/messages/event-type-messages.ts";
import { DE, DE_EVENTS } from "#lib/messages/de/event-types.ts";
import { EN, EN_EVENTS } from "#lib/messages/en/event-types.ts";
import { vocabularyOf } from "#lib/messages/event-vocabulary.ts";
import type { EventFilter } from "#lib/contract/events.ts";
import { searchHint } from "./search-hint.ts";
import { legsOf, namesAsked } from "./search-text.ts";
import * as search from "./search.ts";
import { ANYTHING, type Thing } from "./sought.ts";

const { withGroups } = search;
const ENGLISH = vocabularyOf(EN_EVENTS, catalogueWords(EN));
const GERMAN = vocabularyOf(DE_EVENTS, catalogueWords(DE));
const parseSearch = (text: string, vocabulary = ENGLISH) => search.parseSearch(text, vocabulary);
const soughtBy = (filter: EventFilter) => search.soughtBy(filter, ENGLISH);
const about = (type: string | null, id: string) => ({ ...ANYTHING, resources: [{ type, id }] });
const HASH = "64d346b71e4c02453da81c5d97cec8063a6e7a4d";

/** The filters any of which finds a text, given what things are called. */
const legs = (text: string, called: Record<string, Thing[]> = {}, vocabulary = ENGLISH) =>
  legsOf(parseSearch(text, vocabulary), (names) => called[names.join(" ")] ?? []);
const scopesOf = (text: string, vocabulary = ENGLISH) =>
  legs(text, {}, vocabulary).flatMap(({ scopes }) => scopes ?? []);

test.each(["1023", "#1023", " 1023 "])("%j is an id of any resource", (text) => {
  expect(legs(text)).toEqual([about(null, "1023")]);
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
  expect(legs(id)).toEqual([about(null, id)]);
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
  expect(legs("Order Created")).toEqual(legs("order created"));
  expect(scopesOf("order created")).toContain("store/order/created");
  const ofChannels = "store/channel/{channel_id}/order/refund/created";
  expect(scopesOf("refund")).toEqual(["store/order/refund/created", ofChannels]);
  const known = ["store/channel/2/order/refund/created", "store/channel/2/order/created"];
  expect(search.withChannels({ ...ANYTHING, scopes: [ofChannels] }, known).scopes).toEqual([known[0]]);
  expect(scopesOf("Bestellung angelegt", GERMAN)).toContain("store/order/created");
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
  const both = parseSearch("scope:store/order/created,store/cart/created created");
  expect(both.scopes).toEqual(["store/order/created", "store/cart/created"]);
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
  expect(legs("zzzzzz")).toEqual([about(null, "zzzzzz")]);
  expect(legs("no such thing at all")).toEqual([]);
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

describe("a line of the log finds itself", () => {
  const order = (id: string, scope: string) =>
    expect.objectContaining({ ...about(null, id), scopes: expect.arrayContaining([scope]) });
  test.each([
    ["Order 1090 was updated", "1090", "store/order/updated"],
    ["Order 1185 was created · USD 42.00 · Kofi Mensah", "1185", "store/order/created"],
    ["New message on order 7", "7", "store/order/message/created"],
    ["Order 7 was refunded", "7", "store/order/refund/created"],
    ["The stock of product 87 changed", "87", "store/product/inventory/updated"],
  ])("%s", (line, id, scope) => {
    expect(legs(line)).toEqual([order(id, scope)]);
  });

  test("in the language of whoever asks", () => {
    expect(legs("Bestellung 1090 wurde geändert", {}, GERMAN)).toEqual([
      order("1090", "store/order/updated"),
    ]);
    expect(parseSearch("Bestellung 1090", GERMAN)).toEqual(about("order", "1090"));
  });

  test("with what was read of the thing", () => {
    const towels = [{ type: "product", id: "87" }];
    const called = { "cotton tea towels": towels };
    expect(legs("Cotton Tea Towels: price USD 21.00 → 20.50", called)).toEqual([
      { ...ANYTHING, things: towels },
    ]);
    expect(legs("Order 1100: Shipped → Completed")).toEqual([about("order", "1100")]);
    const updated = legs("Cotton Tea Towels was updated", called);
    expect(updated).toMatchObject([{ things: towels }]);
    expect(updated[0]?.scopes).toContain("store/product/updated");
    expect(updated[0]?.scopes).not.toContain("store/product/created");
    const kofi = [{ type: "customer", id: "28" }];
    const made = legs("Customer Kofi Mensah was created", { "kofi mensah": kofi });
    expect(made).toMatchObject([{ things: kofi }]);
    expect(made[0]?.scopes).toContain("store/customer/created");
  });

  test("and a cart by as much of its id as the line shows", () => {
    const start = { of: "resource", text: "ff6ae292" };
    expect(legs("Cart ff6ae292…")).toMatchObject([{ start }]);
    expect(legs("Cart ff6ae292… became order 1189 · USD 42.00")).toMatchObject([
      { start, scopes: expect.arrayContaining(["store/cart/converted"]) },
    ]);
  });
});

describe("what a thing is called", () => {
  const kofi = [{ type: "customer", id: "28" }];

  test("is asked for whole, and beside what the words mean otherwise", () => {
    expect(namesAsked(parseSearch("kofi@example.com"))).toEqual([["kofi@example.com"]]);
    expect(legs("kofi@example.com", { "kofi@example.com": kofi })).toEqual([
      about(null, "kofi@example.com"),
      { ...ANYTHING, things: kofi },
    ]);
    // A product may be called as an event type is.
    expect(legs("refund", { refund: kofi })).toHaveLength(2);
  });

  test("is asked for together with the other terms", () => {
    expect(legs("kofi status:repeated", { kofi })).toContainEqual({
      ...ANYTHING,
      things: kofi,
      statuses: ["repeated"],
    });
  });
});

test("the beginning of a hash, as screens show it, finds its event", () => {
  const start = { of: "hash", text: "64d346b7" };
  expect(legs("64d346b7")).toEqual([about(null, "64d346b7"), { ...ANYTHING, start }]);
  expect(parseSearch("hash:64D346B7")).toEqual({ ...ANYTHING, start });
  expect(parseSearch("hash:64d3")).toEqual({ ...ANYTHING, hashes: ["64d3"] });
});

test.each([
  ["status:shipped", { key: "status", values: ["received", "flagged", "test", "repeated", "not_sent"] }],
  ["order:7 proof:none", { key: "proof", values: ["signature", "header", "both", "keeper"] }],
  ["colour:red", { key: null, values: expect.arrayContaining(["order", "status"]) }],
  ["status:repeated", null],
  ["orders:1023", null],
  ["price_list:5", null],
  ["tea towels", null],
])("%j could be %j", (text, expected) => {
  expect(searchHint(text, ENGLISH)).toEqual(expected);
});
