import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "#lib/catalogue/catalogue.ts";
import { SOURCE_EVENTS } from "#lib/contract/values/destinations.ts";
import { aDestination, anEvent } from "#tests/support/forwarded.ts";
import { thingOf } from "./thing.ts";
import { isOfType, whyNotWanted } from "./wanted.ts";

const settingsOf = (
  changes: Parameters<typeof aDestination>[0] extends infer Given ? NonNullable<Given> : never,
) => aDestination(changes).settings;

test.each([
  ["*", "store/order/created", true],
  ["*", "anything at all", true],
  ["store/order/created", "store/order/created", true],
  ["store/order/created", "store/order/updated", false],
  ["store/order/*", "store/order/refund/created", true],
  ["store/order/*", "store/orderly/created", false],
  ["store/order/*", "store/channel/1/order/created", false],
  ["store/channel/{channel_id}/order/created", "store/channel/12/order/created", true],
  ["store/channel/{channel_id}/order/*", "store/channel/12/order/created", true],
  ["store/channel/1/order/*", "store/channel/12/order/created", false],
  ["store/channel/*", "store/channel/updated", true],
  ["store/channel/*", "store/channel/1/order/created", false],
  ["store/cart/*", "store/cart/metafield/created", false],
  ["/*", "store/order/created", false],
  ["store", "store/order/created", false],
])("%j takes %j: %s", (type, scope, takes) => {
  expect(isOfType(type, scope)).toBe(takes);
});

test("a wildcard takes exactly what BigCommerce's brings, for every type of the catalogue", () => {
  const wildcards = CATALOGUE.filter(({ isWildcard }) => isWildcard);
  const events = CATALOGUE.filter(({ isWildcard }) => !isWildcard);
  expect(wildcards.length * events.length).toBeGreaterThan(3_000);
  for (const { scope: type, covers } of wildcards)
    expect(events.filter(({ scope }) => isOfType(type, scope)).map(({ scope }) => scope)).toEqual(covers);
});

describe("an event", () => {
  const ORDERS = settingsOf({ settings: { eventTypes: ["store/order/*"] } });

  test("of another type is not wanted", () => {
    expect(whyNotWanted(ORDERS, anEvent())).toBe(null);
    expect(whyNotWanted(ORDERS, anEvent({ scope: "store/product/updated" }))).toBe("type");
  });

  test("that tests something is wanted nowhere", () => {
    expect(whyNotWanted(ORDERS, anEvent({ isTest: true }))).toBe("test");
  });

  test("about the source is wanted where that is asked for, whatever else is", () => {
    const filter = { "thing.status": "Shipped" };
    for (const takesSourceEvents of [true, false])
      for (const scope of SOURCE_EVENTS)
        for (const eventTypes of [["*"], ["store/order/*"], [scope]]) {
          const settings = settingsOf({ settings: { takesSourceEvents, filter, eventTypes } });
          expect(whyNotWanted(settings, anEvent({ scope }))).toBe(takesSourceEvents ? null : "type");
        }
  });

  test("whose price changed is told from all others by a filter, whatever else changed", () => {
    const settings = settingsOf({ settings: { filter: { "changes.price": { $exists: true } } } });
    const field = fc.constantFrom(
      "price",
      "name",
      "sale_price",
      "variants.7.price",
      "price_hidden",
      "__proto__",
      "a.price",
    );
    const value = fc.oneof(fc.integer(), fc.string(), fc.constant(null));
    const change = fc.record({ field, before: value, after: value });
    let counts = 0;
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const facts = { thing: {}, changes, changesState: "changed" };
        const isWanted = changes.some((each) => each.field === "price");
        if (isWanted) counts++;
        expect(whyNotWanted(settings, anEvent({ facts }))).toBe(isWanted ? null : "filter");
      }),
      { numRuns: 1_000 },
    );
    expect(counts).toBeGreaterThan(100);
    expect(whyNotWanted(settings, anEvent())).toBe("filter");
  });

  test("is looked at with its body and its number as they are, even one that is no JSON", () => {
    const settings = settingsOf({ settings: { filter: { "payload.data.id": "12345678901234567890" } } });
    const body = (text: string) => anEvent({ body: Buffer.from(text) });
    expect(whyNotWanted(settings, body(`{"data":{"id":12345678901234567890}}`))).toBe(null);
    expect(whyNotWanted(settings, body("no JSON"))).toBe("filter");
  });
});

test("things are told apart by type and id", () => {
  expect(thingOf(anEvent())).toBe("order 1023");
  expect(thingOf(anEvent({ resourceId: null }))).toBe(null);
  expect(thingOf(anEvent({ resourceType: null }))).toBe(null);
});
