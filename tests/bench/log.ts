import { EventQuery } from "#lib/contract/events.ts";
import { connectForChore, database } from "#lib/platform/db/client.ts";
import { cursorText } from "#lib/features/events/ids.ts";
import { eventPage } from "#lib/features/events/log.ts";
import { ensurePartitions, keepPartitions } from "#lib/features/events/partitions.ts";
import { dayOf } from "#lib/features/events/slots.ts";
import { StoreHash } from "#lib/ids.ts";
import { openLab } from "#tests/lab/lab.ts";
import { fillDay, settleLog } from "./fill.ts";
import { measureFirstList } from "./first-list.ts";
import { LOG_FILTERS, type Turn } from "./log-filters.ts";
import { percentile, resultOf, type Result } from "./statistics.ts";
import { openTwoLogs } from "./two-logs.ts";

type Say = (line: string) => void;

const DAY_MS = 86_400_000;
const RETENTION_DAYS = 30;
/** Stores and their parts of all events. */
const SHARES = { big: 0.8, middle: 0.15, small: 0.04, tiny: 0.01 } as const;
const FEW_EVENTS = 10_000;
const TURNS = 40;
const WARM_UP_TURNS = 3;
/** Each filter's turns add this to their numbers, so that they lie apart. */
const STEP = 7_919;
const RESOURCES = 20_000;
const OLD_EVENTS = 200_000;
const CHORE = { statementMs: 30 * 60_000, lockMs: 0 };

/**
 * Measures pages of the log through `eventPage`, for every kind of filter, in a month of several stores with 10,000
 * events and in one with `events`, in turn; then the month's charts, what dropping a day writes beside deleting it, and
 * when a browser shows the first rows.
 */
export async function measureLog(
  rounds: number,
  say: Say,
  { events }: { events: number },
): Promise<Result[]> {
  const lab = await openLab();
  try {
    const now = dayOf(new Date());
    await ensurePartitions(new Date(now.getTime() - RETENTION_DAYS * DAY_MS), now);
    const logs = await openTwoLogs(lab.databaseUrl);
    await fillMonth(FEW_EVENTS, now, say);
    await logs.swap();
    await fillMonth(events, now, say);

    const figures = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++) {
      await measurePages(labelOf(events), round, now, figures);
      await logs.swap();
      await measurePages(labelOf(FEW_EVENTS), round, now, figures);
      await logs.swap();
      say(`round ${round + 1} of ${rounds}`);
    }
    const pages = [...figures].map(([name, values]) => resultOf(name, "milliseconds", values));
    const charts = await measureCharts(labelOf(events), rounds, now);
    const dropped = await measureDroppedDay(now);
    say("building ...");
    return [...pages, ...charts, dropped, ...(await measureFirstList(lab, "big", labelOf(events)))];
  } finally {
    await lab.close();
  }
}

async function fillMonth(events: number, now: Date, say: Say): Promise<void> {
  const startedAt = performance.now();
  for (let day = RETENTION_DAYS; day > 0; day--) {
    for (const [storeHash, share] of Object.entries(SHARES)) {
      const ofDay = Math.ceil((events * share) / RETENTION_DAYS);
      await fillDay({ storeHash, day: new Date(now.getTime() - day * DAY_MS), events: ofDay });
    }
  }
  await settleLog();
  say(`${events} events filled in ${Math.round((performance.now() - startedAt) / 1000)} s`);
}

/** One round on the log that is behind the address; adds the 95th percentiles to the figures. */
async function measurePages(
  label: string,
  round: number,
  now: Date,
  figures: Map<string, number[]>,
): Promise<void> {
  const note = (name: string, samplesMs: readonly number[]) => {
    const all = figures.get(`log.page.${label}.${name}`) ?? [];
    figures.set(`log.page.${label}.${name}`, [...all, percentile(samplesMs, 0.95)]);
  };
  // A new connection first learns every partition.
  await measureRound("big", { first: 0, turns: WARM_UP_TURNS }, now);
  const turns = { first: WARM_UP_TURNS + round * TURNS, turns: TURNS };
  const big = await measureRound("big", turns, now);
  const small = await measureRound("small", turns, now);
  note("p95", [...big.values()].flat());
  note("smallStore.p95", [...small.values()].flat());
  note("order1023.p95", big.get("resource") ?? []);
  note("floor.p95", await measureFloor());
  for (const [name, samplesMs] of big) note(`${name}.p95`, samplesMs);
}

/** One turn after the other of all filters, in milliseconds each. */
async function measureRound(
  hash: string,
  { first, turns }: { first: number; turns: number },
  now: Date,
): Promise<Map<string, number[]>> {
  const store = StoreHash.parse(hash);
  const samplesMs = new Map<string, number[]>();
  for (let number = first; number < first + turns; number++) {
    const turn = await turnOf(store, number, now);
    for (const [name, queryOf] of Object.entries(LOG_FILTERS)) {
      const query = EventQuery.parse(queryOf(turn));
      const startedAt = performance.now();
      await eventPage(store, query, RETENTION_DAYS, now);
      samplesMs.set(name, [...(samplesMs.get(name) ?? []), performance.now() - startedAt]);
    }
  }
  return samplesMs;
}

/** A query that reads nothing, the same way: what the round trip costs on the machine as it is at this moment. */
async function measureFloor(): Promise<number[]> {
  const samplesMs: number[] = [];
  for (let turn = 0; turn < 10 * TURNS; turn++) {
    const startedAt = performance.now();
    await database().prisma.$queryRaw`SELECT 1 AS one`;
    samplesMs.push(performance.now() - startedAt);
  }
  return samplesMs;
}

async function turnOf(store: StoreHash, number: number, now: Date): Promise<Turn> {
  // Anywhere in the month but its first day.
  const at = new Date(now.getTime() - ((number * STEP * 60_000) % ((RETENTION_DAYS - 1) * DAY_MS)));
  const cursor = cursorText({ occurredAt: at, seq: 0n });
  const { events } = await eventPage(store, { cursor, limit: 1 }, RETENTION_DAYS, now);
  return { id: (1023 + number * STEP) % RESOURCES, hash: events[0]?.hash ?? "", at, cursor };
}

/** The charts' month: of all event types, of a frequent one, and of a wildcard. */
const CHARTS = {
  chart30d: undefined,
  chart30dScope: "store/order/created",
  chart30dWildcard: "store/order/*",
} as const;

async function measureCharts(label: string, rounds: number, now: Date): Promise<Result[]> {
  // Not before the lab is open: what it needs reads the settings as soon as it is imported.
  const { readChart } = await import("#lib/screens/chart/chart.ts");
  const store = StoreHash.parse("big");
  const results: Result[] = [];
  for (const [name, scope] of Object.entries(CHARTS)) {
    const p95s: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const samplesMs: number[] = [];
      for (let turn = 0; turn < TURNS; turn++) {
        const startedAt = performance.now();
        await readChart(store, { period: "30d", scope }, now);
        samplesMs.push(performance.now() - startedAt);
      }
      p95s.push(percentile(samplesMs, 0.95));
    }
    results.push(resultOf(`log.${name}.${label}.p95`, "milliseconds", p95s));
  }
  return results;
}

/** WAL of retention's run that drops a day, as a part of the WAL of deleting that day's rows. */
async function measureDroppedDay(now: Date): Promise<Result> {
  const old = new Date(now.getTime() - 2 * RETENTION_DAYS * DAY_MS);
  const [partition = ""] = await ensurePartitions(old, old);
  await fillDay({ storeHash: "big", day: old, events: OLD_EVENTS });
  const deleted = await walOf(async () => {
    const client = await connectForChore(CHORE);
    try {
      await client.query("BEGIN");
      await client.query(`DELETE FROM ${client.escapeIdentifier(partition)}`);
      await client.query("ROLLBACK");
    } finally {
      await client.end();
    }
  });
  const dropped = await walOf(() => keepPartitions(now, RETENTION_DAYS));
  return resultOf("log.dropDay.walShare", "of deleting it", [dropped / deleted]);
}

/** Bytes of write-ahead log that came during `work`, each from a checkpoint on: pages are logged whole after one. */
async function walOf(work: () => Promise<unknown>): Promise<number> {
  const { pool } = database();
  await pool.query("CHECKPOINT");
  const before = await pool.query<{ lsn: string }>("SELECT pg_current_wal_insert_lsn() AS lsn");
  await work();
  const after = await pool.query<{ bytes: number }>(
    "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)::float8 AS bytes",
    [before.rows[0]?.lsn],
  );
  return after.rows[0]?.bytes ?? 0;
}

/** "10k", "10m". */
function labelOf(events: number): string {
  return events >= 1_000_000 ? `${events / 1_000_000}m` : `${events / 1_000}k`;
}
