import { Trouble } from "#lib/log/trouble.ts";
import { HOUR_MS } from "#lib/time.ts";
import type { Clock } from "./clock.ts";
import { writeNotes, type AttemptRow, type HourCounts, type RetryRow } from "./deliveries.records.ts";
import type { Lane } from "./lane.ts";

/** So many attempts are written in one commit, and then at once. */
const ROWS_MAX = 200;
/** After a failure, at first; each wait is twice the one before, up to a bound. */
const AGAIN_MS = 250;
const AGAIN_MS_MAX = 4_000;

const NOT_WRITTEN = new Trouble({
  level: "error",
  message: "what came of deliveries to destinations was not written down; trying again",
  over: "what came of deliveries to destinations is written down again",
});

/** What is written down about one event of a destination. */
export interface Note {
  lane: Lane;
  seq: bigint;
  attempt?: AttemptRow;
  /** Its row in `delivery_retries` from now on; `over` when there is to be none anymore. Left out: nothing about it. */
  retry?: RetryRow | "over";
  counts?: Partial<Omit<HourCounts, "destinationId" | "hour">>;
  /** Called once it is in the database. Not when another worker owns the destination by now. */
  written?: () => void;
}

interface Options {
  ownerId: string;
  clock: Clock;
  flushMs: number;
  /** Called for a lane that another worker owns by now. */
  lost: (lane: Lane) => void;
}

/** Collects what is to be written down and writes it in commits, one after the other. */
export class Outbox {
  readonly #options: Options;
  #notes: Note[] = [];
  /** Lanes whose state is to be written. */
  #lanes = new Set<Lane>();
  #cancel: (() => void) | null = null;
  #isUrgent = false;
  #writing: Promise<boolean> | null = null;
  #againMs = AGAIN_MS;

  constructor(options: Options) {
    this.#options = options;
  }

  add(note: Note): void {
    this.#notes.push(note);
    this.touch(note.lane);
    if (this.#notes.length >= ROWS_MAX) this.hurry();
  }

  /** Has a lane's state written with the next commit. */
  touch(lane: Lane): void {
    this.#lanes.add(lane);
    this.#schedule(this.#options.flushMs);
  }

  /** Has it written at once: someone waits for it. */
  hurry(): void {
    if (this.#isUrgent || this.#lanes.size === 0) return;
    this.#isUrgent = true;
    this.#cancel?.();
    this.#cancel = null;
    this.#schedule(0);
  }

  /** Writes all there is, once. @returns whether that worked. */
  async flush(): Promise<boolean> {
    await this.#writing;
    this.#cancel?.();
    this.#cancel = null;
    return this.#lanes.size === 0 || this.#write();
  }

  #schedule(ms: number): void {
    if (this.#writing || this.#cancel) return;
    this.#cancel = this.#options.clock.after(ms, () => {
      this.#cancel = null;
      void this.#write();
    });
  }

  #write(): Promise<boolean> {
    this.#writing ??= this.#writeOnce().finally(() => {
      this.#writing = null;
      if (this.#lanes.size > 0 && !this.#cancel) this.#schedule(this.#isUrgent ? 0 : this.#options.flushMs);
    });
    return this.#writing;
  }

  async #writeOnce(): Promise<boolean> {
    const [notes, lanes] = [this.#notes, this.#lanes];
    this.#notes = [];
    this.#lanes = new Set();
    this.#isUrgent = false;
    let owned: Set<string>;
    try {
      owned = await writeNotes(this.#options.ownerId, {
        feeds: [...lanes].map((lane) => lane.state()),
        attempts: notes.flatMap(({ attempt }) => attempt ?? []),
        ...retriesOf(notes),
        hours: hoursOf(notes, this.#options.clock.now()),
      });
    } catch (error) {
      NOT_WRITTEN.met(error);
      this.#notes = [...notes, ...this.#notes];
      for (const lane of lanes) this.#lanes.add(lane);
      this.#cancel?.();
      this.#cancel = null;
      this.#againMs = Math.min(this.#againMs * 2, AGAIN_MS_MAX);
      this.#cancel = this.#options.clock.after(this.#againMs, () => {
        this.#cancel = null;
        void this.#write();
      });
      return false;
    }
    NOT_WRITTEN.passed();
    this.#againMs = AGAIN_MS;
    for (const lane of lanes) if (!owned.has(lane.destinationId)) this.#options.lost(lane);
    for (const { lane, written } of notes) if (owned.has(lane.destinationId)) written?.();
    return true;
  }
}

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
