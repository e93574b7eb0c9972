import { createHash } from "node:crypto";
import { z } from "zod";
import { isKnownScope } from "#lib/catalogue/catalogue.ts";
import { resourceOf } from "#lib/catalogue/resource.ts";
import type { EventFlag, Proof } from "#lib/contract/events.ts";
import { type EventTime, eventTime } from "#lib/features/events/event-time.ts";
import { parseExactly } from "#lib/exact-json.ts";
import { StoreHash } from "#lib/ids.ts";

/** What the receiver knows of a store without asking the database. */
export type StoreStanding = "installed" | "uninstalled" | "unknown";

/** What is known of a store. */
export interface StoreFacts {
  standing: StoreStanding;
  /** How long its events are kept. */
  retentionDays: number;
}

/** A proven arrival, understood as far as it can be. */
export interface ParsedEvent extends EventTime {
  storeHash: string;
  /** BigCommerce's, or `body:` and a SHA-256 of a body that names none. */
  hash: string;
  scope: string;
  resource: { type: string; id: string } | null;
}

/** Longest text that goes into an index; BigCommerce's hashes have 40 characters, its longest scopes about 60. */
const INDEXED_TEXT_CHARS_MAX = 200;
/** The form of BigCommerce's hashes. Source: BigCommerce docs, webhook events. */
const SHA1 = /^[0-9a-f]{40}$/i;

// Every field is optional: a proven body is kept whatever it holds. Source: BigCommerce docs, webhook events.
const Body = z.object({
  producer: z.string().optional().catch(undefined),
  hash: z.string().min(1).max(INDEXED_TEXT_CHARS_MAX).optional().catch(undefined),
  created_at: z.unknown().optional(),
  scope: z.string().min(1).max(INDEXED_TEXT_CHARS_MAX).optional().catch(undefined),
  data: z.unknown().optional(),
});

/**
 * Reads a proven body. Never throws: what cannot be understood is flagged, because refusing a true arrival would
 * be retried for 48 hours and would then switch the hook off. Source: BigCommerce docs, Webhooks overview.
 *
 * The event belongs to the store that a *signed* body names as its producer, even if it was sent to another store's
 * address; a body proven by a store's own secret header alone stays with that store, which could have written it.
 * @param factsOf What is known of a store.
 */
export function parseEvent(
  arrival: { storeHash: string; body: Uint8Array; proof: Proof; arrivedAt: Date },
  factsOf: (storeHash: string) => StoreFacts,
): ParsedEvent {
  const body = Body.safeParse(readJson(arrival.body));
  const fields = body.success ? body.data : { data: undefined, created_at: undefined };
  const flags: EventFlag[] = [];
  if (!body.success || !fields.scope) flags.push("unreadable");

  const addressed = storable(arrival.storeHash);
  const producer = producerOf(fields.producer, addressed);
  const isElsewhere = producer !== undefined && producer !== addressed;
  if (isElsewhere) flags.push("other_store");
  const storeHash = isElsewhere && arrival.proof !== "header" ? producer : addressed;

  const { standing, retentionDays } = factsOf(storeHash);
  if (standing === "unknown") flags.push("unknown_store");
  if (standing === "uninstalled") flags.push("uninstalled_store");

  const scope = fields.scope ? scopeOf(fields.scope) : "unknown";
  if (fields.scope && !isKnownScope(scope)) flags.push("unknown_scope");
  const time = eventTime(fields.created_at, arrival.arrivedAt, retentionDays);
  return {
    ...time,
    storeHash,
    hash: hashOf(fields.hash, arrival.body),
    scope,
    resource: storableResource(resourceOf(scope, fields.data)),
    flags: [...flags, ...time.flags],
  };
}

/** The documents print some scopes with a slash at the end, which no event type has. */
function scopeOf(scope: string): string {
  const bare = scope.replace(/\/+$/, "");
  return bare !== scope && isKnownScope(bare) ? bare : storable(scope);
}

/** Upper and lower case are one hash where it is a number in base 16: people search for either. */
function hashOf(hash: string | undefined, body: Uint8Array): string {
  if (!hash) return `body:${createHash("sha256").update(body).digest("hex")}`;
  return SHA1.test(hash) ? hash.toLowerCase() : storable(hash);
}

/** The store that a body names; undefined when it names none. Nearly always it is the addressed one. */
function producerOf(producer: string | undefined, addressed: string): string | undefined {
  if (producer === `stores/${addressed}`) return addressed;
  return StoreHash.safeParse(producer?.replace(/^stores\//, "")).data;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

function readJson(bytes: Uint8Array): unknown {
  try {
    return parseExactly(UTF8.decode(bytes));
  } catch {
    return undefined;
  }
}

/** PostgreSQL's text holds no NUL and its indexes no very long values. Source: PostgreSQL manual, 8.3. */
function storable(text: string): string {
  if (text.length <= INDEXED_TEXT_CHARS_MAX && text.isWellFormed() && !text.includes("\0")) return text;
  return text.toWellFormed().replaceAll("\0", "\uFFFD").slice(0, INDEXED_TEXT_CHARS_MAX).toWellFormed();
}

function storableResource(resource: ParsedEvent["resource"]): ParsedEvent["resource"] {
  return resource && { type: storable(resource.type), id: storable(resource.id) };
}
