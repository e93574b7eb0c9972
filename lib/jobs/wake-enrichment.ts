import { database } from "#lib/platform/db/client.ts";
import { subscribe } from "#lib/platform/db/notifications.ts";
import { READING_SCOPES } from "#lib/features/enrichment/kinds.ts";
import { EVENTS_CHANNEL, STORES_CHANNEL } from "#lib/platform/db/channels.ts";
import { PRIORITIES, UNHURRIED } from "#lib/platform/queue/priorities.ts";
import { Trouble } from "#lib/log/trouble.ts";

/** Stores with news are collected for so long, and woken by one statement. */
const COLLECT_MS = 1_000;
/** The things are read this long after that: a burst is over by then, or goes on and is read again. */
const DELAY_MS = 1_000;

const NOT_WOKEN = new Trouble({ level: "warn", message: "could not wake the reading of what changed" });

/**
 * Wakes enrichment whenever any process commits events or installs a store. It listens to the notification that the
 * commit sends to live viewers anyway, so that intake does nothing for it. At the start and after a lost connection
 * it wakes every store with events that were not read.
 * @returns a function that stops it; you may call it twice.
 */
export function wakeEnrichment(): () => void {
  const stores = new Set<string>();
  let isEverything = false;
  let timer: NodeJS.Timeout | undefined;

  const wake = async () => {
    timer = undefined;
    const hashes = isEverything ? null : [...stores];
    stores.clear();
    isEverything = false;
    try {
      await enqueueEnrichment(hashes, new Date());
    } catch (error) {
      // The next events of these stores wake them again, and so does the clock.
      NOT_WOKEN.met(error, { stores: hashes?.length });
    }
  };
  const collect = (hashes: readonly string[] | null) => {
    if (hashes === null) isEverything = true;
    else for (const hash of hashes) stores.add(hash);
    timer ??= setTimeout(() => void wake(), COLLECT_MS).unref();
  };
  const unsubscribe = [
    subscribe(EVENTS_CHANNEL, (payload) => collect(payload === null ? null : storesNamed(payload))),
    subscribe(STORES_CHANNEL, (payload) => collect(payload === null ? null : [payload])),
  ];
  return () => {
    for (const end of unsubscribe) end();
    clearTimeout(timer);
  };
}

/** The stores that a commit's notification names, each once. Pure. */
function storesNamed(payload: string): string[] {
  return [...new Set(payload.split(",").map((entry) => entry.slice(0, entry.indexOf(":"))))];
}

/**
 * Enqueues the reading of these stores' things, of those that granted some of it and did not switch it off. Repeatable: a
 * job that waits already keeps its turn.
 * @param hashes Null for every store that was never read, or has events that were not looked at.
 */
export async function enqueueEnrichment(hashes: readonly string[] | null, now: Date): Promise<void> {
  await database().pool.query(
    `SELECT graphile_worker.add_jobs(ARRAY(
     SELECT ('read-resources', json_build_object('storeHash', stores.hash), NULL, $3::timestamptz, NULL,
       'read-resources:' || stores.hash, $4::smallint, ARRAY[$5])::graphile_worker.job_spec
     FROM stores LEFT JOIN readings ON readings.store_hash = stores.hash
     WHERE uninstalled_at IS NULL AND access_token_sealed IS NOT NULL AND scopes && $2
       AND coalesce(is_on, true)
       AND CASE WHEN $1::text[] IS NULL
         THEN seen_seq IS NULL
           OR EXISTS (SELECT FROM events WHERE events.store_hash = stores.hash AND seq > seen_seq)
         ELSE stores.hash = ANY($1) END
     ORDER BY stores.hash), true)`,
    [hashes, READING_SCOPES, new Date(now.getTime() + DELAY_MS), PRIORITIES.clock, UNHURRIED],
  );
}
