import { HOUR_MS } from "#lib/time.ts";
import type { AttemptRow, FeedRow, HourCounts, Notes, RetryRow } from "./deliveries.records.ts";
import type { Lane } from "./lane.ts";

/** What is written down about one event of a destination. */
export interface Note {
  lane: Lane;
  seq: bigint;
  attempt?: AttemptRow;
  /** Its row in `delivery_retries` from now on; `over` when there is to be none anymore. Left out: nothing about it. */
  retry?: RetryRow | "over";
  counts?: Partial<Omit<HourCounts, "destinationId" | "hour">>;
  /** Whether it says as little as it can, since PostgreSQL refused to keep more. */
  isPlain?: boolean;
  /**
   * Called once it is in the database, or cannot be: PostgreSQL refused it. Not when another worker owns the destination by
   * now.
   */
  written?: () => void;
}

/** What is written in one commit. */
export interface Batch {
  notes: readonly Note[];
  lanes: readonly Lane[];
  /** How the lanes are; null until it is tried. From then on it stays, so that what was written without an answer is known. */
  feeds: readonly FeedRow[] | null;
}

/** Notes to be written together, with the state of these lanes. Pure. */
export const batchOf = (notes: readonly Note[], lanes: readonly Lane[]): Batch => ({
  notes,
  lanes,
  feeds: null,
});

/** The rows of a batch; the first asking fixes how its lanes are. */
export function rowsOf(batch: Batch, now: Date): Notes {
  batch.feeds ??= batch.lanes.map((lane) => lane.state());
  return {
    feeds: batch.feeds,
    attempts: batch.notes.flatMap(({ attempt }) => attempt ?? []),
    ...retriesOf(batch.notes),
    hours: hoursOf(batch.notes, now),
  };
}

/** The batch in two halves, by lanes or of the one lane's notes; the lane's state goes before these by itself. Pure. */
export function halvesOf({ notes, lanes }: Batch): Batch[] {
  const half = Math.ceil((lanes.length > 1 ? lanes.length : notes.length) / 2);
  if (lanes.length === 1)
    return [[], notes.slice(0, half), notes.slice(half)].map((some) => batchOf(some, lanes));
  return [lanes.slice(0, half), lanes.slice(half)].map((some) =>
    batchOf(
      notes.filter(({ lane }) => some.includes(lane)),
      some,
    ),
  );
}

/** A note without what another machine, or a damaged row, may have put into it: it tells that no more could be kept. Pure. */
export function plain(note: Note): Note {
  const { attempt, retry } = note;
  return {
    ...note,
    isPlain: true,
    ...(attempt && { attempt: { ...attempt, ...bare(attempt, attempt.at), tookMs: 0, answer: null } }),
    ...(retry && retry !== "over" && { retry: { ...retry, ...bare(retry, retry.lastAt) } }),
  };
}

const bare = ({ occurredAt, outcome }: Pick<AttemptRow, "occurredAt" | "outcome">, at: Date) => ({
  occurredAt: Number.isNaN(occurredAt.getTime()) ? at : occurredAt,
  status: null,
  failure: outcome === "delivered" ? null : "NOT_KEPT",
});

/** The last that was said of each event's row. Pure. */
function retriesOf(notes: readonly Note[]): {
  retries: RetryRow[];
  over: { destinationId: string; seq: bigint }[];
} {
  const last = new Map<string, { lane: Lane; seq: bigint; retry: RetryRow | "over" }>();
  for (const { lane, seq, retry } of notes)
    if (retry) last.set(`${lane.destinationId} ${seq}`, { lane, seq, retry });
  const all = [...last.values()];
  return {
    retries: all.flatMap(({ retry }) => (retry === "over" ? [] : retry)),
    over: all.flatMap(({ lane: { destinationId }, seq, retry }) =>
      retry === "over" ? { destinationId, seq } : [],
    ),
  };
}

/** The counts by destination and hour. Pure. */
function hoursOf(notes: readonly Note[], now: Date): HourCounts[] {
  const hours = new Map<string, HourCounts>();
  for (const { lane, attempt, counts } of notes) {
    if (!counts) continue;
    const hour = new Date(Math.floor((attempt?.at ?? now).getTime() / HOUR_MS) * HOUR_MS);
    const name = `${lane.destinationId} ${hour.getTime()}`;
    const sum = hours.get(name) ?? { ...NO_COUNTS, destinationId: lane.destinationId, hour };
    hours.set(name, {
      ...sum,
      delivered: sum.delivered + (counts.delivered ?? 0),
      failed: sum.failed + (counts.failed ?? 0),
      givenUp: sum.givenUp + (counts.givenUp ?? 0),
      skipped: sum.skipped + (counts.skipped ?? 0),
      notWanted: sum.notWanted + (counts.notWanted ?? 0),
    });
  }
  return [...hours.values()];
}

const NO_COUNTS = { delivered: 0, failed: 0, givenUp: 0, skipped: 0, notWanted: 0 };
