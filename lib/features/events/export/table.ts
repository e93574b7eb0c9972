import type { EventView } from "#lib/contract/events.ts";
import { PLACED_BY_ARRIVAL } from "#lib/contract/values/events.ts";
import { shortId } from "#lib/contract/values/short-id.ts";
import { csvLine } from "#lib/csv.ts";
import { jsonOf } from "#lib/features/events/body.ts";
import type { KnownThing } from "#lib/messages/describe-event.ts";
import { catalogueWordsHere } from "#lib/messages/here.ts";

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
  "resource_name",
  "changes",
  "order_total",
  "currency",
  "customer",
  "arrivals",
  "delay_seconds",
  "proof",
  "flags",
  "test",
  "hash",
] as const;

/** An event of an export. */
export interface ExportedEvent {
  view: EventView;
  /** What was read of its thing, as far as whoever asks may see it. */
  known: KnownThing;
  /** As received. */
  body: Uint8Array;
}

/** By it Excel knows UTF-8, without which it garbles names; who reads by a program can have NDJSON. */
const BYTE_ORDER_MARK = "\u{feff}";

/** The first line of a CSV export. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + csvLine(EXPORT_COLUMNS);
}

/**
 * An event as a line of CSV; times are UTC. When it happened stays empty where no one knows, and so does what was not
 * read, or is not for whoever asks. Pure.
 */
export function csvRow({ view: event, known, body }: ExportedEvent): string {
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
    known.name ?? "",
    catalogueWordsHere().tellChanges(scope, jsonOf(body).data, known).join("; "),
    known.total === null ? "" : String(known.total.amount),
    known.total?.currency ?? "",
    known.person ?? "",
    String(event.arrivals),
    isTimeKnown ? String(Math.max(0, delayMs) / 1000) : "",
    event.proof,
    event.flags.join("; "),
    event.isTest ? "yes" : "no",
    hash,
  ]);
}

/**
 * An event as a line of NDJSON, with what was read of its thing and the body as received; undecodable bytes appear as
 * U+FFFD. Pure.
 */
export function ndjsonRow({ view, known, body }: ExportedEvent): string {
  const { name, person: customer, total } = known;
  const changes = known.changes.map(({ path, before, after }) => ({ path, before, after }));
  const text = Buffer.from(body).toString("utf8");
  return `${JSON.stringify({ ...view, name, customer, total, changes, body: text })}\n`;
}
