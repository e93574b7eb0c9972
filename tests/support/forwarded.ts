import { SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import type { DestinationSettings } from "#lib/contract/destinations.ts";
import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import type { ForwardedEvent } from "#lib/features/forwarding/event.ts";
import { StoreHash } from "#lib/ids.ts";

export const STORE = StoreHash.parse("abc123");
export const KEY = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const MADE_AT = new Date("2026-11-01T00:00:00Z");

/** An order that changed, as the log has it, without what was read of it. */
export function anEvent(changes: Partial<ForwardedEvent> = {}): ForwardedEvent {
  const body = `{"scope":"store/order/statusUpdated","store_id":"1","data":{"type":"order","id":1023},"hash":"h1","created_at":1796040000,"producer":"stores/abc123"}`;
  return {
    storeHash: STORE,
    occurredAt: new Date("2026-11-30T12:00:00.000Z"),
    hash: "0f1e2d3c",
    seq: 7n,
    scope: "store/order/statusUpdated",
    resourceType: "order",
    resourceId: "1023",
    arrivals: 2,
    firstArrivedAt: new Date("2026-11-30T12:00:01.000Z"),
    lastArrivedAt: new Date("2026-11-30T12:00:02.000Z"),
    isTest: false,
    body: Buffer.from(body),
    facts: null,
    ...changes,
  };
}

/** A destination with one key and usual settings. */
export function aDestination(
  changes: Partial<Omit<OpenDestination, "settings">> & { settings?: Partial<DestinationSettings> } = {},
): OpenDestination {
  const { settings, ...others } = changes;
  return {
    id: "d1",
    storeHash: STORE,
    name: "Warehouse",
    kind: "http",
    url: "https://hooks.example.com/in",
    secrets: [{ id: "s1", value: KEY, madeAt: MADE_AT, until: null }],
    headers: {},
    auth: { kind: "none" },
    isOn: true,
    version: 1,
    ...others,
    settings: { ...SETTINGS_DEFAULT, eventTypes: ["*"], ...settings },
  };
}
