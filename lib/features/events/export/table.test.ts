import { expect, test } from "vitest";
import type { EventView } from "#lib/contract/events.ts";
import { UNREAD } from "#lib/messages/describe-event.ts";
import { csvRow, EXPORT_COLUMNS, type ExportedEvent, ndjsonRow } from "./table.ts";

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
const event = (more: Partial<ExportedEvent> = {}): ExportedEvent => ({
  view: EVENT,
  known: UNREAD,
  body: Buffer.from("{}"),
  ...more,
});
const cells = (exported: ExportedEvent) => {
  const row = csvRow(exported).trimEnd().split(",");
  return Object.fromEntries(EXPORT_COLUMNS.map((column, index) => [column, row[index]]));
};

test("an event is a line with a cell for each column", () => {
  expect(cells(event())).toEqual({
    id: EVENT.id,
    happened_at: TIME,
    received_at: "2026-11-24T10:00:02.500Z",
    last_received_at: TIME,
    event_type: "store/order/created",
    summary: "Order 7 was created",
    resource_type: "order",
    resource_id: "7",
    resource_name: "",
    changes: "",
    order_total: "",
    currency: "",
    customer: "",
    arrivals: "2",
    delay_seconds: "2.5",
    proof: "both",
    flags: "unknown_scope; unreadable",
    test: "yes",
    hash: "abc",
  });
});

test("what was read of its thing has cells of its own", () => {
  const change = { kind: "changed", beforeName: null, afterName: null, isMasked: false } as const;
  const known = {
    name: "=Towels",
    total: { amount: 1_042.5, currency: "EUR" },
    person: "Kofi Boateng",
    changes: [
      { ...change, path: ["price"], before: 21, after: 20.5, currency: "USD" },
      { ...change, path: ["is_visible"], before: true, after: false, currency: null },
    ],
  };
  const view = { ...EVENT, scope: "store/product/updated" };
  expect(cells(event({ view, known }))).toMatchObject({
    resource_name: "'=Towels",
    changes: "price USD 21.00 → 20.50; visible yes → no",
    order_total: "1042.5",
    currency: "EUR",
    customer: "Kofi Boateng",
  });
  expect(JSON.parse(ndjsonRow(event({ view, known })))).toMatchObject({
    name: "=Towels",
    customer: "Kofi Boateng",
    total: { amount: 1_042.5, currency: "EUR" },
    changes: [
      { path: ["price"], before: 21, after: 20.5 },
      { path: ["is_visible"], before: true, after: false },
    ],
  });
  const moved = { ...EVENT, scope: "store/order/statusUpdated" };
  const body = Buffer.from(
    '{"data":{"type":"order","id":7,"status":{"previous_status_id":2,"new_status_id":10}}}',
  );
  expect(cells(event({ view: moved, body })).changes).toBe("Shipped → Completed");
});

test("what somebody put into an event is never a formula of a spreadsheet", () => {
  const hostile: EventView = {
    ...EVENT,
    scope: "+1+1",
    hash: "@SUM(A1)",
    resource: { type: "-2", id: "=1+cmd|' /C calc'!A0" },
    summary: "=HYPERLINK(1)",
  };
  expect(cells(event({ view: hostile }))).toMatchObject({
    event_type: "'+1+1",
    hash: "'@SUM(A1)",
    resource_type: "'-2",
    resource_id: "'=1+cmd|' /C calc'!A0",
    summary: "'=HYPERLINK(1)",
  });
});

test("a line of JSON holds the payload as it came, in one line whatever it holds", () => {
  const line = ndjsonRow(event({ body: Buffer.from('{"a":\n "=1"}') }));
  expect(line.indexOf("\n")).toBe(line.length - 1);
  expect(JSON.parse(line)).toEqual({
    ...EVENT,
    customer: null,
    total: null,
    changes: [],
    body: '{"a":\n "=1"}',
  });
});
