import { z } from "zod";
import { catalogueWordsHere } from "#lib/catalogue/words-here.ts";
import { EventFlag, Proof, type EventDetail, type EventView } from "#lib/contract/events.ts";
import { eventId } from "./ids.ts";
import type { EventRow, EventRowDetail } from "./records.ts";

const Headers = z.record(z.string(), z.string());

/** A stored event as the API shows it: fields are listed by hand, so that a new column stays private. Pure. */
export function eventView(row: EventRow): EventView {
  return {
    id: eventId(row),
    scope: row.scope,
    hash: row.hash,
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.firstArrivedAt.toISOString(),
    firstArrivedAt: row.firstArrivedAt.toISOString(),
    lastArrivedAt: row.lastArrivedAt.toISOString(),
    arrivals: row.arrivals,
    proof: Proof.parse(row.proof),
    resource: row.resourceType && row.resourceId ? { type: row.resourceType, id: row.resourceId } : null,
    summary: catalogueWordsHere().describeEvent(row.scope, dataOf(row.body)),
    flags: row.flags.map((flag) => EventFlag.parse(flag)),
    isTest: row.isTest,
    isDemo: row.isDemo,
  };
}

/** A stored event with its body as received and its masked headers. Pure. */
export function eventDetail(row: EventRowDetail): EventDetail {
  return {
    ...eventView(row),
    body: Buffer.from(row.body).toString("utf8"),
    bodyBytes: row.body.byteLength,
    headers: Object.entries(Headers.parse(row.headers)).map(([name, value]) => ({ name, value })),
  };
}

function dataOf(body: Uint8Array): unknown {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    return typeof parsed === "object" && parsed !== null && "data" in parsed ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
