import { expect, test } from "vitest";
import { parseEventAddress } from "#lib/client/log/event-address.ts";
import { bucketHref } from "./chart-links.ts";

const HOUR = { start: "2026-11-25T15:00:00.000Z", end: "2026-11-25T16:00:00.000Z" };
const read = (href: string) => parseEventAddress(new URL(href, "https://keeper.example.com").searchParams);

test("a bar leads to the log of its time, which ends before the next one's begins", () => {
  const href = bucketHref("abc", { scopes: null }, HOUR, { group: "orders" });
  expect(href).toMatch(/^\/s\/abc\/events\?/);
  expect(read(href)).toMatchObject({
    time: "custom",
    from: "2026-11-25T15:00:00.000Z",
    to: "2026-11-25T15:59:59.999Z",
    group: "orders",
    scopes: [],
  });
});

test("a bar of an event type leads to that one's events", () => {
  const scopes = ["store/shipment/*", "store/shipment/created"];
  expect(read(bucketHref("abc", { scopes }, HOUR, { status: "repeated" }))).toMatchObject({
    scopes,
    status: "repeated",
  });
});
