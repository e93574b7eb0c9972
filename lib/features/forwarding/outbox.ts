import { Trouble } from "#lib/log/trouble.ts";
import { isOfItsRows } from "#lib/platform/db/unstorable.ts";
import type { Clock } from "./clock.ts";
import { writeNotes } from "./deliveries.records.ts";
import type { Lane } from "./lane.ts";
import { batchOf, halvesOf, plain, rowsOf, type Batch, type Note } from "./notes.ts";

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
const REFUSED = new Trouble({
  level: "error",
  message: "PostgreSQL refuses to keep what came of a delivery; the others are kept",
});

interface Options {
  ownerId: string;
  clock: Clock;
  flushMs: number;
  /** Called for a lane that another worker owns by now. */
  lost: (lane: Lane) => void;
}

/**
 * Collects what is to be written down and writes it in commits, one after the other. What PostgreSQL refuses for its rows is
 * written in ever smaller parts, until what is refused stands alone.
 */
export class Outbox {
  readonly #options: Options;
  #notes: Note[] = [];
  /** Lanes whose state is to be written. */
  #lanes = new Set<Lane>();
  /** What is being written, or is to be written again, before all else. */
  #batches: Batch[] = [];
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
    // What could not be written before goes first, by itself.
    if (this.#batches.length > 0 && !(await this.#write())) return false;
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
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
      if (this.#lanes.size > 0 && !this.#cancel) this.#schedule(this.#isUrgent ? 0 : this.#options.flushMs);
    });
    return this.#writing;
  }

  async #writeAll(): Promise<boolean> {
    if (this.#batches.length === 0) {
      this.#batches.push(batchOf(this.#notes, [...this.#lanes]));
      this.#notes = [];
      this.#lanes = new Set();
      this.#isUrgent = false;
    }
    for (let [batch] = this.#batches; batch; [batch] = this.#batches) {
      let owned: ReadonlySet<string> = new Set();
      try {
        owned = await writeNotes(this.#options.ownerId, rowsOf(batch, this.#options.clock.now()));
      } catch (error) {
        if (isOfItsRows(error)) {
          this.#divide(batch, error);
          continue;
        }
        NOT_WRITTEN.met(error);
        this.#later();
        return false;
      }
      this.#batches.shift();
      for (const lane of batch.lanes) if (!owned.has(lane.destinationId)) this.#options.lost(lane);
      for (const { lane, written } of batch.notes) if (owned.has(lane.destinationId)) written?.();
    }
    NOT_WRITTEN.passed();
    this.#againMs = AGAIN_MS;
    return true;
  }

  #later(): void {
    this.#againMs = Math.min(this.#againMs * 2, AGAIN_MS_MAX);
    this.#cancel?.();
    this.#cancel = this.#options.clock.after(this.#againMs, () => {
      this.#cancel = null;
      void this.#write();
    });
  }

  /** Puts smaller parts in place of the first batch, which PostgreSQL refused for something in it. */
  #divide(batch: Batch, error: unknown): void {
    const { notes, lanes } = batch;
    const [[lane], [note]] = [lanes, notes];
    const isAlone = lanes.length === 1 && notes.length <= 1;
    if (isAlone) REFUSED.met(error, { destinationId: lane?.destinationId, seq: note && String(note.seq) });
    if (isAlone && lane && !note) {
      this.#batches = this.#batches.filter((each) => !each.lanes.includes(lane));
      return this.#options.lost(lane);
    }
    this.#batches.shift();
    if (!isAlone) this.#batches.unshift(...halvesOf(batch));
    else if (note?.isPlain) note.written?.();
    else if (note) this.#batches.unshift(batchOf([], lanes), batchOf([plain(note)], lanes));
  }
}
