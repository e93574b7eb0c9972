import { StoreHash } from "#lib/ids.ts";
import { database } from "#lib/platform/db/client.ts";
import { Prisma } from "#lib/platform/db/generated/client.ts";

/** Where a store stands with the app, as far as its row tells. */
export const STORE_STATES = ["installed", "access", "failing", "removed"] as const;
/** `access`: it has to accept the app again. `failing`: its hooks could not be read when they were last asked for. */
export type StoreState = (typeof STORE_STATES)[number];

/** Which stores are asked for. */
export interface StoreQuery {
  /** Part of the hash, the name or the domain; everything when empty. */
  search: string;
  /** Any when null. */
  state: StoreState | null;
  /** The last store of the page before; null for the first page. */
  after: string | null;
  limit: number;
}

/** A store as the operator sees it; nothing of the people in it. */
export interface StoreRow {
  hash: StoreHash;
  name: string | null;
  domain: string | null;
  state: StoreState;
  installedAt: Date;
  removedAt: Date | null;
  checkedAt: Date | null;
  /** Code of why the hooks could not be read; null when they could. */
  checkFailure: string | null;
}

const STATE = Prisma.sql`CASE WHEN uninstalled_at IS NOT NULL THEN 'removed'
  WHEN needs_reauthorisation THEN 'access' WHEN check_failure IS NOT NULL THEN 'failing' ELSE 'installed' END`;

/** A page of stores by their hashes. */
export function storeRows({ search, state, after, limit }: StoreQuery): Promise<StoreRow[]> {
  const part = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return rowsWhere(
    Prisma.sql`hash > ${after ?? ""} AND (hash ILIKE ${part} OR name ILIKE ${part} OR domain ILIKE ${part})
      AND (${state}::text IS NULL OR ${STATE} = ${state})`,
    limit,
  );
}

/** One store; null when it never was, or is purged. */
export async function storeRow(hash: string): Promise<StoreRow | null> {
  return (await rowsWhere(Prisma.sql`hash = ${hash}`, 1))[0] ?? null;
}

async function rowsWhere(condition: Prisma.Sql, limit: number): Promise<StoreRow[]> {
  const rows = await database().prisma.$queryRaw<(Omit<StoreRow, "hash"> & { hash: string })[]>`
    SELECT hash, name, domain, ${STATE} AS state, installed_at AS "installedAt", uninstalled_at AS "removedAt",
      checked_at AS "checkedAt", check_failure AS "checkFailure"
    FROM stores WHERE ${condition} ORDER BY hash LIMIT ${limit}`;
  return rows.map(({ hash, ...rest }) => ({ hash: StoreHash.parse(hash), ...rest }));
}

/** How many stores there are of each state. */
export async function countStores(): Promise<Partial<Record<StoreState, number>>> {
  const rows = await database().prisma.$queryRaw<{ state: StoreState; count: number }[]>`
    SELECT ${STATE} AS state, count(*)::int AS count FROM stores GROUP BY 1`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** How a store's destination is doing. */
export interface DestinationRow {
  id: string;
  isOn: boolean;
  offReason: string | null;
  waiting: number;
  failed: number;
  lastFailure: string | null;
  illSince: Date | null;
  lastDeliveredAt: Date | null;
}

/** A store's destinations, without their names and addresses. */
export function destinationRows(hash: StoreHash): Promise<DestinationRow[]> {
  return database().prisma.$queryRaw`
    SELECT d.id, d.is_on AS "isOn", d.off_reason AS "offReason", f.last_failure AS "lastFailure",
      f.ill_since AS "illSince", f.last_delivered_at AS "lastDeliveredAt",
      (SELECT count(*)::int FROM delivery_retries WHERE destination_id = d.id AND state = 'waiting') AS waiting,
      (SELECT count(*)::int FROM delivery_retries WHERE destination_id = d.id AND state = 'failed') AS failed
    FROM destinations AS d LEFT JOIN feeds AS f ON f.destination_id = d.id
    WHERE d.store_hash = ${hash} ORDER BY d.created_at, d.id`;
}
