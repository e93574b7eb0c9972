import { database } from "#lib/platform/db/client.ts";
import type { StoreHash } from "#lib/ids.ts";
import type { ForwardedEvent } from "./event.ts";

/** The arrival numbers of those of a store's events of whose things a reading is there by now. */
export async function coveredSeqs(
  store: StoreHash,
  events: readonly Pick<ForwardedEvent, "seq" | "resourceType" | "resourceId">[],
): Promise<Set<bigint>> {
  const { rows } = await database().pool.query<{ seq: string }>(
    `SELECT seq FROM unnest($2::text[], $3::text[], $4::bigint[]) AS event (type, id, seq)
     WHERE EXISTS (SELECT FROM snapshots WHERE store_hash = $1 AND snapshots.type = event.type
       AND resource_id = event.id AND to_seq >= event.seq)`,
    [
      store,
      events.map(({ resourceType }) => resourceType),
      events.map(({ resourceId }) => resourceId),
      events.map(({ seq }) => seq),
    ],
  );
  return new Set(rows.map(({ seq }) => BigInt(seq)));
}
