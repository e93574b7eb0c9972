import { expect, test } from "vitest";
import type { EventView } from "#lib/contract/events.ts";
import { csvRow, EXPORT_COLUMNS, ndjsonRow } from "./table.ts";

const TIME = "2026-11-24T10:00:00.000Z";
const EVENT: EventView = {
  id: "abc",
  scope: "store/order/created",
  hash: "abc",
  occurredAt: TIME,
  receivedAt: TIME,
  firstArrivedAt: "2026-11-24T10:00:02.500Z",
  lastArrivedAt: TIME,
  arrivals: 2,
  proof: "both",
  name: null,
  resource: { type: "order", id: "7" },
  summary: "Order 7 was created",
  flags: ["unknown_scope", "unreadable"],
  isTest: true,
  isDemo: false,
};
const cells = (event: EventView) => {
  const row = csvRow(event).trimEnd().split(",");
  return Object.fromEntries(EXPORT_COLUMNS.map((column, index) => [column, row[index]]));
};

test("an event is a line with a cell for each column", () => {
  expect(cells(EVENT)).toEqual({
    id: EVENT.id,
    happened_at: TIME,
    received_at: "2026-11-24T10:00:02.500Z",
    last_received_at: TIME,
    event_type: "store/order/created",
    summary: "Order 7 was created",
    resource_type: "order",
    resource_id: "7",
    arrivals: "2",
    delay_seconds: "2.5",
    proof: "both",
    flags: "unknown_scope; unreadable",
    test: "yes",
    hash: "abc",
  });
});

test("what somebody put into an event is never a formula of a spreadsheet", () => {
  const hostile: EventView = {
    ...EVENT,
    scope: "+1+1",
    hash: "@SUM(A1)",
    resource: { type: "-2", id: "=1+cmd|' /C calc'!A0" },
    summary: "=HYPERLINK(1)",
  };
  expect(cells(hostile)).toMatchObject({
    event_type: "'+1+1",
    hash: "'@SUM(A1)",
    resource_type: "'-2",
    resource_id: "'=1+cmd|' /C calc'!A0",
    summary: "'=HYPERLINK(1)",
  });
});

test("a line of JSON holds the payload as it came, in one line whatever it holds", () => {
  const line = ndjsonRow(EVENT, Buffer.from('{"a":\n "=1"}'));
  expect(line.indexOf("\n")).toBe(line.length - 1);
  expect(JSON.parse(line)).toEqual({ ...EVENT, name: undefined, body: '{"a":\n "=1"}' });
});
