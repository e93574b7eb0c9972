import type { EventView } from "#lib/contract/events.ts";
import { PLACED_BY_ARRIVAL } from "#lib/contract/values/events.ts";
import { shortId } from "#lib/contract/values/short-id.ts";
import { csvLine } from "#lib/csv.ts";

/** Names of a CSV export's columns. */
export const EXPORT_COLUMNS = [
  "id",
  "happened_at",
  "received_at",
  "last_received_at",
  "event_type",
  "summary",
  "resource_type",
  "resource_id",
  "arrivals",
  "delay_seconds",
  "proof",
  "flags",
  "test",
  "hash",
] as const;

/**
 * The first line of a CSV export. No byte order mark stands before it: all but odd deliveries is ASCII, which a
 * spreadsheet reads rightly in any encoding, and most other readers would take the mark for a part of the first name.
 */
export function csvHead(): string {
  return csvLine(EXPORT_COLUMNS);
}

/** An event as a line of CSV; times are UTC. When it happened stays empty where no one knows. Pure. */
export function csvRow(event: EventView): string {
  const { occurredAt, firstArrivedAt, lastArrivedAt, scope, summary, resource, hash } = event;
  const delayMs = Date.parse(firstArrivedAt) - Date.parse(occurredAt);
  const isTimeKnown = !event.flags.some((flag) => PLACED_BY_ARRIVAL.has(flag));
  return csvLine([
    shortId(hash),
    isTimeKnown ? occurredAt : "",
    firstArrivedAt,
    lastArrivedAt,
    scope,
    summary,
    resource?.type ?? "",
    resource?.id ?? "",
    String(event.arrivals),
    isTimeKnown ? String(Math.max(0, delayMs) / 1000) : "",
    event.proof,
    event.flags.join("; "),
    event.isTest ? "yes" : "no",
    hash,
  ]);
}

/** An event as a line of NDJSON, with the body as received; undecodable bytes appear as U+FFFD. Pure. */
export function ndjsonRow(event: EventView, body: Uint8Array): string {
  return `${JSON.stringify({ ...event, name: undefined, body: Buffer.from(body).toString("utf8") })}\n`;
}
