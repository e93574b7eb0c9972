import { Prisma } from "#lib/platform/db/generated/client.ts";
import { byPrisma, readRows } from "#lib/platform/db/read-rows.ts";
import type { StoreHash } from "#lib/ids.ts";

/** For one page, or for thousands in a row: see `readRows`. */
export type Reading = "once" | "in_a_row";
const READ = { once: byPrisma, in_a_row: readRows } as const;

/** A thing by what events call it. */
export interface Thing {
  type: string;
  id: string;
}

/** The fields of a thing's last known state that a line of the log says; each null where it is not there. */
export interface KnownState extends Thing {
  name: string | null;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  email: string | null;
  billing: Prisma.JsonValue;
  options: Prisma.JsonValue;
  sku: string | null;
  productId: string | null;
  total: string | null;
  currency: string | null;
}

/** What lines of the log say of these things, as far as they were read. Each state is unpacked once. */
export async function statesOfThings(
  storeHash: StoreHash,
  things: readonly Thing[],
  reading: Reading = "once",
): Promise<KnownState[]> {
  if (things.length === 0) return [];
  return READ[reading](Prisma.sql`
    SELECT thing.type, thing.id, said.name, said.first_name AS "firstName", said.last_name AS "lastName", said.company,
      said.email, said.billing_address AS billing, said.option_values AS options, said.sku,
      said.product_id AS "productId", said.total_inc_tax AS total, said.currency_code AS currency
    FROM unnest(${things.map(({ type }) => type)}::text[], ${things.map(({ id }) => id)}::text[]) AS thing (type, id)
    CROSS JOIN LATERAL (
      SELECT body FROM snapshots
      WHERE store_hash = ${storeHash} AND type = thing.type AND resource_id = thing.id AND outcome = 'kept'
      ORDER BY id DESC LIMIT 1) AS last
    CROSS JOIN LATERAL jsonb_to_record(last.body) AS said (name text, first_name text, last_name text, company text,
      email text, billing_address jsonb, option_values jsonb, sku text, product_id text, total_inc_tax text,
      currency_code text)`);
}

/** What is known of the reading that an event led to. */
export interface KnownReading {
  seq: bigint;
  changes: Prisma.JsonValue;
  /** Since when its thing is to be read; null when it is not. */
  dueSince: Date | null;
  /** The newest event that was noted as one to be read after; null when none was. */
  newestSeq: bigint | null;
}

/**
 * What the readings found different that end with these events, and whether their things are being read. A reading that
 * covers several events is told of the last one alone: nobody knows which of them changed what.
 */
export async function readingsOf(
  storeHash: StoreHash,
  events: readonly (Thing & { seq: bigint })[],
  reading: Reading = "once",
): Promise<KnownReading[]> {
  if (events.length === 0) return [];
  return READ[reading](Prisma.sql`
    SELECT event.seq, reading.changes, resources.due_since AS "dueSince", resources.newest_seq AS "newestSeq"
    FROM unnest(${events.map(({ type }) => type)}::text[], ${events.map(({ id }) => id)}::text[],
      ${events.map(({ seq }) => seq)}::bigint[]) AS event (type, id, seq)
    LEFT JOIN LATERAL (
      SELECT changes FROM snapshots
      WHERE store_hash = ${storeHash} AND type = event.type AND resource_id = event.id AND to_seq = event.seq
        AND changes IS NOT NULL
      ORDER BY id LIMIT 1) AS reading ON true
    LEFT JOIN resources ON resources.store_hash = ${storeHash} AND resources.type = event.type
      AND resources.id = event.id`);
}

/** How a store's things are told. */
export interface Telling {
  /** Of amounts that name none. */
  currency: string | null;
  staffSeePersonal: boolean;
}

/** How a store's things are told now; nothing of people to staff of one that is not known. */
export async function tellingOf(storeHash: StoreHash, reading: Reading = "once"): Promise<Telling> {
  const [row] = await READ[reading]<Telling>(Prisma.sql`
    SELECT currency, staff_see_personal AS "staffSeePersonal" FROM stores WHERE hash = ${storeHash}`);
  return row ?? { currency: null, staffSeePersonal: false };
}
