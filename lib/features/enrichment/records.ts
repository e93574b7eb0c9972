import type { Person } from "#lib/features/audit/entry.ts";
import { addAuditEntries } from "#lib/features/audit/records.ts";
import { database } from "#lib/platform/db/client.ts";
import type { Reading as Enrichment, Resource } from "#lib/platform/db/generated/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import { announce } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import type { KindName } from "./kinds.ts";

/** How far a store was read after its events. The table keeps its old name, readings. */
export type { Enrichment, Resource };

/** Events that one statement looks at. */
const PAGE = 5_000;
/**
 * Commits end in another order than their numbers were given out: so many numbers before the last one are looked at
 * again, which changes nothing where nothing is new.
 */
const OVERLAP = 1_000n;
/** Of a store whose events were not followed yet, so many of the newest are looked at. */
const FIRST = 1_000;
/** The same thing is not read again within so many milliseconds: a burst of events costs one call, a long one few. */
const REST_MS = 5_000;
/** What arrived longer ago is not worth a call any more: no one could tell what it changed. */
const STALE_MS = 86_400_000;

/** How far a store's events were followed; null when nothing was read yet. */
export function findEnrichment(storeHash: StoreHash): Promise<Enrichment | null> {
  return database().prisma.reading.findUnique({ where: { storeHash } });
}

/**
 * Looks at the store's new events and notes what they are about as to be read. Events of the demo's past and tests are
 * about nothing that changed. Repeatable.
 */
export async function noteNewEvents(
  storeHash: StoreHash,
  kinds: readonly KindName[],
  now: Date,
): Promise<void> {
  await database().prisma.$executeRaw`
    INSERT INTO readings (store_hash, seen_seq)
    VALUES (${storeHash}, coalesce((SELECT seq FROM events WHERE store_hash = ${storeHash}
      ORDER BY seq DESC OFFSET ${FIRST} LIMIT 1), 0))
    ON CONFLICT DO NOTHING`;
  for (;;) {
    const [page] = await database().prisma.$queryRaw<{ events: number; last: bigint | null }[]>`
      WITH seen AS (SELECT seen_seq FROM readings WHERE store_hash = ${storeHash}),
      page AS (
        SELECT seq, resource_type, resource_id, is_test, is_demo, first_arrived_at FROM events
        WHERE store_hash = ${storeHash} AND seq > (SELECT seen_seq FROM seen) - ${OVERLAP}
        ORDER BY seq LIMIT ${PAGE}
      ), noted AS (
        INSERT INTO resources (store_hash, type, id, newest_seq, due_at, due_since)
        SELECT ${storeHash}, resource_type, resource_id, max(seq), ${now}::timestamptz, ${now}::timestamptz FROM page
        WHERE resource_type = ANY(${[...kinds]}) AND resource_id ~ '^[0-9]{1,18}$' AND NOT is_test AND NOT is_demo
          AND first_arrived_at > ${new Date(now.getTime() - STALE_MS)}
        GROUP BY resource_type, resource_id ORDER BY resource_type, resource_id
        ON CONFLICT (store_hash, type, id) DO UPDATE SET
          newest_seq = excluded.newest_seq,
          due_at = coalesce(resources.due_at, greatest(excluded.due_at,
            resources.tried_at + make_interval(secs => ${REST_MS / 1000}::float8))),
          due_since = coalesce(resources.due_since, excluded.due_since)
        WHERE excluded.newest_seq > resources.newest_seq
      )
      SELECT count(*)::int AS events, max(seq) AS last FROM page`;
    const last = page?.last ?? null;
    if (!page || last === null) return;
    await database().prisma.$executeRaw`
      UPDATE readings SET seen_seq = greatest(seen_seq, ${last}) WHERE store_hash = ${storeHash}`;
    if (page.events < PAGE) return;
  }
}

/** At most `limit` things of a store whose time to be read has come, the longest due first. */
export function dueResources(storeHash: StoreHash, now: Date, limit: number): Promise<Resource[]> {
  return database().prisma.resource.findMany({
    where: { storeHash, dueAt: { lte: now } },
    orderBy: { dueAt: "asc" },
    take: limit,
  });
}

/** When the next thing of a store is due; null when none is. */
export async function nextDue(storeHash: StoreHash): Promise<Date | null> {
  const { _min } = await database().prisma.resource.aggregate({
    where: { storeHash },
    _min: { dueAt: true },
  });
  return _min.dueAt;
}

/** A thing that events were about; null when none was noted. */
export function findResource(storeHash: StoreHash, type: KindName, id: string): Promise<Resource | null> {
  return database().prisma.resource.findUnique({ where: { storeHash_type_id: { storeHash, type, id } } });
}

/** Notes until when nothing is read because the quota is left to others; null when reading goes on. Repeatable. */
export async function saveWait(storeHash: StoreHash, until: Date | null): Promise<void> {
  await database().prisma.reading.updateMany({ where: { storeHash }, data: { waitsUntil: until } });
}

/** What becomes of a thing that could not be read. */
export interface Failed {
  resource: Resource;
  code: string;
  /** When it is tried again; null when it is given up until the next event about it. */
  dueAt: Date | null;
}

/** Writes down that things could not be read. Repeatable. */
export async function saveFailures(failed: readonly Failed[], now: Date): Promise<void> {
  for (const { resource, code, dueAt } of failed) {
    const { storeHash, type, id, attempts } = resource;
    await database().prisma.resource.updateMany({
      where: { storeHash, type, id },
      data: {
        dueAt,
        failure: code,
        triedAt: now,
        attempts: dueAt === null ? 0 : attempts + 1,
        ...(dueAt === null && { dueSince: null }),
      },
    });
  }
}

/** Gives up all that is due of a store, such as when it may not be read any more. Repeatable. */
export async function dropDue(storeHash: StoreHash): Promise<void> {
  await database().prisma.$executeRaw`
    UPDATE resources SET due_at = NULL, due_since = NULL, attempts = 0
    WHERE store_hash = ${storeHash} AND due_at IS NOT NULL`;
}

/**
 * Switches reading on or off for a store, with who said so. Once it is on again, what came within the last day is caught up
 * on. What is so already is no change.
 */
export async function saveEnrichmentSwitch(
  storeHash: StoreHash,
  isOn: boolean,
  { userId, email }: Person,
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const changed = await tx.$executeRaw`
      INSERT INTO readings (store_hash, is_on, seen_seq)
      SELECT ${storeHash}, ${isOn},
        coalesce((SELECT greatest(0, max(seq) - ${FIRST}) FROM events WHERE store_hash = ${storeHash}), 0)
      WHERE NOT ${isOn} OR EXISTS (SELECT FROM readings WHERE store_hash = ${storeHash})
      ON CONFLICT (store_hash) DO UPDATE
        SET is_on = excluded.is_on, waits_until = NULL
        WHERE readings.is_on <> excluded.is_on`;
    if (!isOn)
      await tx.$executeRaw`
        UPDATE resources SET due_at = NULL, due_since = NULL, attempts = 0
        WHERE store_hash = ${storeHash} AND due_at IS NOT NULL`;
    if (changed === 0) return;
    const action = isOn ? "reading_on" : "reading_off";
    await addAuditEntries(tx, storeHash, [{ actor: { userId, email }, action }], at);
    // The process that wakes the reading learns of it.
    await announce(tx, storeHash);
  });
}
