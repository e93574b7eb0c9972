import { describe, expect, it } from "vitest";
import {
  eventAddressQuery,
  eventIdOfPath,
  eventQuery,
  eventsHref,
  hasFilters,
  NO_FILTERS,
  parseEventAddress,
} from "./event-address.ts";

const parse = (query: string) => parseEventAddress(new URLSearchParams(query));
const NOW = Date.parse("2026-11-24T12:00:00.000Z");

describe("the address of the event log", () => {
  it("is bare for the plain log", () => {
    expect(eventAddressQuery(parse(""))).toBe("");
  });

  it("brings every filter back after a reload", () => {
    const address = {
      search: "order 1023",
      scopes: ["store/order/created", "store/cart/abandoned"],
      group: "carts" as const,
      status: "repeated" as const,
      proof: "header" as const,
      resource: "order:1023",
      late: "4711",
      time: "custom" as const,
      from: "2026-11-20T00:00:00.000Z",
      to: "2026-11-21T00:00:00.000Z",
    };
    expect(parse(eventAddressQuery(address))).toEqual(address);
  });

  it("takes what is malformed for absent", () => {
    const address = parse(
      "?status=everything&group=robots&proof=none&time=century&resource=1023&late=soon&from=soon",
    );
    expect(address).toEqual(NO_FILTERS);
  });

  it("forgets the ends of a range that is not the custom one", () => {
    expect(parse("?time=24h&from=2026-11-20T00:00:00Z").from).toBeNull();
  });

  it("links to the log of one event type", () => {
    expect(eventsHref("abc", { scopes: ["store/order/created"] })).toBe(
      "/s/abc/events?scope=store%2Forder%2Fcreated",
    );
  });
});

describe("the question to the API", () => {
  it("reaches back from now as far as the range says", () => {
    const query = eventQuery({ ...NO_FILTERS, time: "24h" }, null, NOW);
    expect(query).toMatchObject({ from: "2026-11-23T12:00:00.000Z", to: null, limit: 50, cursor: null });
  });

  it("names several event types in one parameter", () => {
    const filters = { ...NO_FILTERS, scopes: ["store/order/created", "store/order/updated"] };
    expect(eventQuery(filters, "c", NOW)).toMatchObject({
      scope: "store/order/created,store/order/updated",
      cursor: "c",
    });
  });

  it("passes both ends of a custom range on", () => {
    const filters = { ...NO_FILTERS, time: "custom" as const, from: "2026-11-20T00:00:00.000Z", to: null };
    expect(eventQuery(filters, null, NOW)).toMatchObject({
      from: "2026-11-20T00:00:00.000Z",
      to: null,
    });
  });
});

describe("what counts as a filter", () => {
  it("is a group, and a proof", () => {
    expect(hasFilters({ ...NO_FILTERS, group: "orders" })).toBe(true);
    expect(hasFilters({ ...NO_FILTERS, proof: "both" })).toBe(true);
  });

  it("is nothing of the plain log", () => {
    expect(hasFilters(NO_FILTERS)).toBe(false);
  });

  it("is a narrower time as well", () => {
    expect(hasFilters({ ...NO_FILTERS, time: "1h" })).toBe(true);
  });
});

describe("the event in a path", () => {
  it("is the last part, and none on the list", () => {
    expect(eventIdOfPath("abc", "/s/abc/events/MTIz")).toBe("MTIz");
    expect(eventIdOfPath("abc", "/s/abc/events")).toBeNull();
    expect(eventIdOfPath("abc", "/s/abc/eventsomething")).toBeNull();
  });
});
