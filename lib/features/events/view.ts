import { z } from "zod";
import { catalogueWordsHere } from "#lib/messages/here.ts";
import { EventFlag, Proof, type EventDetail, type EventView } from "#lib/contract/events.ts";
import { parseExactly } from "#lib/exact-json.ts";
import { hashOfKey } from "./clash.ts";
import { readTime } from "./event-time.ts";
import { eventId } from "./ids.ts";
import type { EventRow, EventRowDetail } from "./records.ts";

const Headers = z.record(z.string(), z.string());
/** What is longer is no time; the payload has it whole. */
const CLAIM_CHARS_MAX = 100;

/** A stored event as the API shows it: fields are listed by hand, so that a new column stays private. Pure. */
export function eventView(row: EventRow): EventView {
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
    resource: row.resourceType && row.resourceId ? { type: row.resourceType, id: row.resourceId } : null,
    summary: catalogueWordsHere().describeEvent(row.scope, fieldsOf(row.body).data),
    // One that a newer version of the app wrote, while it is rolled out, is no reason to show nothing.
    flags: row.flags.flatMap((flag) => EventFlag.safeParse(flag).data ?? []),
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
    claimedTime: claimOf(fieldsOf(row.body).created_at),
    headers: Object.entries(Headers.parse(row.headers)).map(([name, value]) => ({ name, value })),
  };
}

function claimOf(claim: unknown): EventDetail["claimedTime"] {
  if (typeof claim !== "string" && typeof claim !== "number") return null;
  return { text: String(claim).slice(0, CLAIM_CHARS_MAX), at: readTime(claim)?.at.toISOString() ?? null };
}

function fieldsOf(body: Uint8Array): { data?: unknown; created_at?: unknown } {
  try {
    const parsed = parseExactly(Buffer.from(body).toString("utf8"));
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
