import { z } from "zod";
import { catalogueWordsHere } from "#lib/messages/here.ts";
import { EventFlag, Proof, type EventDetail, type EventView } from "#lib/contract/events.ts";
import { UNREAD, type KnownThing } from "#lib/messages/describe-event.ts";
import { jsonOf } from "./body.ts";
import { wholeHeaders } from "./brief-headers.ts";
import { hashOfKey } from "./clash.ts";
import { readTime } from "./event-time.ts";
import { eventId } from "./ids.ts";
import type { EventRow, EventRowDetail } from "./records.ts";

const Headers = z.record(z.string(), z.string());
/** What is longer is no time; the payload has it whole. */
const CLAIM_CHARS_MAX = 100;

/** What another room knows of the thing that an event is about. */
export interface KnownEvent {
  known: KnownThing;
  /** More is known in a moment. */
  isBeingRead: boolean;
}

/**
 * A stored event as the API shows it: fields are listed by hand, so that a new column stays private. Pure.
 * @param known What was read of its thing, as far as whoever asks may see it.
 */
export function eventView(row: EventRow, known: KnownThing = UNREAD): EventView {
  const resource = row.resourceType && row.resourceId ? { type: row.resourceType, id: row.resourceId } : null;
  const { describeEvent, resourceLabel } = catalogueWordsHere();
  return {
    id: eventId(row),
    scope: row.scope,
    hash: hashOfKey(row.hash),
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.firstArrivedAt.toISOString(),
    firstArrivedAt: row.firstArrivedAt.toISOString(),
    lastArrivedAt: row.lastArrivedAt.toISOString(),
    arrivals: row.arrivals,
    proof: Proof.parse(row.proof),
    resource,
    summary: describeEvent(row.scope, jsonOf(row.body).data, known),
    // Put into words here: a browser would need the names of all event types for it.
    name: known.name ?? (resource && resourceLabel(resource)),
    // One that a newer version of the app wrote, while it is rolled out, is no reason to show nothing.
    flags: row.flags.flatMap((flag) => EventFlag.safeParse(flag).data ?? []),
    isTest: row.isTest,
    isDemo: row.isDemo,
  };
}

/** A stored event with its body as received and its masked headers. Pure. */
export function eventDetail(row: EventRowDetail, known: KnownThing = UNREAD): EventDetail {
  return {
    ...eventView(row, known),
    body: Buffer.from(row.body).toString("utf8"),
    bodyBytes: row.body.byteLength,
    claimedTime: claimOf(jsonOf(row.body).created_at),
    headers: headersOf(row),
  };
}

function headersOf({
  headers,
  headerForm,
  headerValues,
  hash,
  body,
}: EventRowDetail): EventDetail["headers"] {
  if (headerForm !== null && headerValues !== null) {
    const event = { hash: hashOfKey(hash), bytes: body.byteLength };
    return wholeHeaders({ form: headerForm, values: headerValues }, event);
  }
  return Object.entries(Headers.parse(headers)).map(([name, value]) => ({ name, value }));
}

function claimOf(claim: unknown): EventDetail["claimedTime"] {
  if (typeof claim !== "string" && typeof claim !== "number") return null;
  return { text: String(claim).slice(0, CLAIM_CHARS_MAX), at: readTime(claim)?.at.toISOString() ?? null };
}
