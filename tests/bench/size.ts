import { arrivalLikeReal } from "#tests/lab/arrivals.ts";
import { openLab } from "#tests/lab/lab.ts";
import { databaseCpuMs } from "./database-cost.ts";
import { resultOf, type Result } from "./statistics.ts";

const DAYS = 4;
/** Half of the events belong to the first store, half of the rest to the second, and so on. */
const STORES = 12;
/** As many as a busy receiver commits together. */
const BATCH = 64;
const EVENTS_MAX = 200_000;
const DAY_MS = 86_400_000;

/**
 * Measures the disk that a million events take, by table and index, as they came and with their days packed. Events are
 * stored by the receiver's own commit, in the order of their time.
 */
export async function measureSize(
  _rounds: number,
  say: (line: string) => void,
  { events }: { events: number },
): Promise<Result[]> {
  const lab = await openLab();
  try {
    const { commitArrivals } = await import("#lib/features/receiver/commit.ts");
    const { ensurePartitions } = await import("#lib/features/events/partitions.ts");
    const { packOldDays } = await import("#lib/features/events/packing.records.ts");
    const today = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS);
    const first = new Date(today.getTime() - (DAYS + 3) * DAY_MS);
    await ensurePartitions(first, today);
    const count = Math.min(events, EVENTS_MAX);
    let cpuMs = 0;
    const databaseBeforeMs = databaseCpuMs(lab);
    for (let from = 0; from < count; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => {
        const number = from + index;
        const store = Math.min(STORES - 1, Math.clz32(Math.imul(number + 1, 2_654_435_761)));
        const at = new Date(first.getTime() + (number / count) * DAYS * DAY_MS);
        return arrivalLikeReal(`size${store}`, number, at);
      });
      const before = process.cpuUsage();
      await commitArrivals(batch);
      const { user, system } = process.cpuUsage(before);
      cpuMs += (user + system) / 1_000;
    }
    const databaseMs = databaseCpuMs(lab) - databaseBeforeMs;
    const asTheyCame = await sizes(count);
    const startedMs = performance.now();
    await packOldDays(today, 0);
    const tookMs = performance.now() - startedMs;
    const packed = await sizes(count);
    for (const [name, bytes] of packed)
      say(`${name}: ${(asTheyCame.get(name) ?? 0).toFixed(0)} bytes an event, packed ${bytes.toFixed(0)}`);
    const total = (parts: ReadonlyMap<string, number>) =>
      [...parts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1_000;
    return [
      resultOf("disk.as_they_came", "GB per million", [total(asTheyCame)]),
      resultOf("disk.packed", "GB per million", [total(packed)]),
      resultOf("packing", "s per million", [(tookMs * 1_000) / count]),
      resultOf("commit.app_cpu", "µs per event", [(cpuMs * 1_000) / count]),
      resultOf("commit.database_cpu", "µs per event", [(databaseMs * 1_000) / count]),
    ];
  } finally {
    await lab.close();
  }
}

/** Bytes an event of the log's tables, of each of their indexes, and of the roll-up. */
async function sizes(count: number): Promise<Map<string, number>> {
  const { database } = await import("#lib/platform/db/client.ts");
  const { rows } = await database().pool.query<{ name: string; bytes: string }>(`
    SELECT 'events' AS name, sum(pg_table_size(inhrelid))::text AS bytes
    FROM pg_inherits WHERE inhparent = 'events'::regclass
    UNION ALL
    SELECT parent.relname, sum(pg_relation_size(kept.inhrelid))::text
    FROM pg_index JOIN pg_class AS parent ON parent.oid = indexrelid
    JOIN pg_inherits AS kept ON kept.inhparent = indexrelid
    WHERE indrelid = 'events'::regclass GROUP BY 1
    UNION ALL SELECT 'event_hours', pg_total_relation_size('event_hours')::text`);
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes) / count]));
}
