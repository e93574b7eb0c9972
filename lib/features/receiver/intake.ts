import { config } from "#lib/config/config.ts";
import { erasedMeanwhile } from "#lib/features/privacy/erasure/late.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { tryCommit } from "./commit.ts";
import { GroupCommit, Overloaded } from "./group-commit.ts";
import { measuredCommit } from "./measured-commit.ts";
import type { Arrival } from "./merge.ts";
import { Detour, type SpoolStanding } from "./spool/detour.ts";
import type { SpooledArrival, StoreCopy } from "./spool/arrivals.ts";
import { waitingArrivals } from "./waiting.ts";

/** Most arrivals of one statement; 20 to 500 rows a statement wrote 30,000 to 90,000 rows a second. */
const BATCH_ITEMS_MAX = 500;
/** A third commit in flight gained nothing and doubled the wait of those behind it. */
const COMMITS_MAX = 2;
/** Two small batches cost PostgreSQL half as much again as one of both: decision 0010. */
const BESIDE_ITEMS_MIN = 16;
/** Memory for arrivals that wait for their commit. */
const WAITING_BYTES_MAX = 64 * 1024 * 1024;
/** What a waiting arrival costs beside its body. */
const ITEM_OVERHEAD_BYTES = 2_048;
/** An arrival's turn comes within this time, or never: with the commit itself, BigCommerce would not wait longer. */
const WAIT_MS_MAX = 3_000;
/** The same where there is a spool, which takes what the database does not take soon. */
const WAIT_MS_MAX_BESIDE_SPOOL = 2_000;
/** A database that is silent for so long is away, where there is a spool. */
const SILENCE_MS_BESIDE_SPOOL = 2_500;
/** However often health is asked, a commit is tried no more often than this. */
const TRIAL_EVERY_MS = 500;

/** All refusals that are no fault of the sender's, whichever cause they have; where there is no spool. */
export const NOT_COMMITTED = new Trouble({
  level: "error",
  message: "deliveries were not committed",
  over: "deliveries are committed again",
  calmMs: 1_000,
});

/** What keeping an arrival needs of the receiver. */
export interface IntakeWork {
  /** Parses a proven arrival, by what is known of its store now. */
  arrivalOf(arrival: SpooledArrival): Arrival;
  /** Whether the stores were read from the database since the start; reads them when not. Never throws. */
  isInformed(): Promise<boolean>;
}

/** Where proven arrivals are kept: in the log or, while the database is away and there is a spool, on this machine's disk. */
export class Intake {
  readonly #work: IntakeWork;
  readonly #hasSpool = config().spoolDir !== null;
  readonly #silenceMs = this.#hasSpool ? SILENCE_MS_BESIDE_SPOOL : undefined;
  readonly #commits = new GroupCommit<Arrival>({
    commit: (batch) => measuredCommit(batch, this.#silenceMs),
    sizeBytes: ({ body }) => body.byteLength + ITEM_OVERHEAD_BYTES,
    batchItemsMax: BATCH_ITEMS_MAX,
    commitsMax: COMMITS_MAX,
    besideItemsMin: BESIDE_ITEMS_MIN,
    waitingBytesMax: WAITING_BYTES_MAX,
    waitMsMax: this.#hasSpool ? WAIT_MS_MAX_BESIDE_SPOOL : WAIT_MS_MAX,
    holding: waitingArrivals(),
  });
  #detour: Detour | null = null;
  #hasFailed = false;
  #trial: { startedMs: number; works: Promise<boolean> } | undefined;

  constructor(work: IntakeWork) {
    this.#work = work;
  }

  /**
   * Opens the spool, where the settings name one. Never throws.
   * @returns what was known of the stores when it was last in use; null without a spool.
   */
  async openSpool(): Promise<readonly StoreCopy[] | null> {
    const { spoolDir } = config();
    const spool = spoolDir === null ? null : await Detour.openSpool(spoolDir);
    if (!spool) return null;
    const { arrivalOf, isInformed } = this.#work;
    this.#detour = new Detour(spool, {
      commit: (arrival) => this.#commits.write(arrivalOf(arrival)),
      commitAlone: (arrival) => measuredCommit([arrivalOf(arrival)], this.#silenceMs),
      tryCommit: () => tryCommit(new Date()),
      isInformed,
      erased: (arrivals) => erasedMeanwhile(arrivals, arrivalOf),
      giveUpWaiting: (cause) => this.#commits.giveUp(cause),
    });
    return spool.stores;
  }

  /** Begins to bring what waits in the spool into the log. @param isAway The database did not answer. */
  start(isAway: boolean): void {
    this.#detour?.start(isAway);
  }

  /** Waits for what is under way. Nothing may be stored from then on. */
  async close(): Promise<void> {
    await this.#commits.drain();
    await this.#detour?.close();
  }

  /** Keeps what is known of stores beside the spool, for a start while the database is away. Never throws. */
  keepStores(stores: readonly StoreCopy[], isAll: boolean): void {
    this.#detour?.keepStores(stores, isAll);
  }

  /** Whether the database is away, and arrivals go to the spool. */
  get isAway(): boolean {
    return this.#detour?.isAway ?? false;
  }

  /** How the spool is doing; null without one. */
  get spoolStanding(): SpoolStanding | null {
    return this.#detour?.standing ?? (this.#hasSpool ? "unusable" : null);
  }

  /** How many of a store's arrivals wait in the spool. */
  spooled(storeHash: string): number {
    return this.#detour?.waiting(storeHash) ?? 0;
  }

  /**
   * Resolves when an arrival is on disk: in the log, or in the spool.
   * @throws when it is in neither.
   */
  async store(arrival: SpooledArrival): Promise<"stored" | "spooled"> {
    const detour = this.#detour;
    if (!detour?.isAway) {
      try {
        await this.#commits.write(this.#work.arrivalOf(arrival));
        if (!detour) this.#succeeded();
        return "stored";
      } catch (error) {
        if (!detour) throw this.#failed(error);
        detour.turn(error);
      }
    }
    await detour.keep(arrival);
    return "spooled";
  }

  /**
   * Whether an arrival would be kept now. Without a spool it answers by the last commit or, if that failed, by a trial. So
   * it is true again as soon as the database is back, even if nothing arrives. Never throws.
   */
  async isTaking(now: Date): Promise<boolean> {
    if (this.#detour) return this.#detour.standing !== "full";
    if (!this.#hasFailed) return true;
    const startedMs = performance.now();
    if (!this.#trial || startedMs - this.#trial.startedMs > TRIAL_EVERY_MS)
      this.#trial = { startedMs, works: this.#tryCommit(now) };
    return this.#trial.works;
  }

  async #tryCommit(now: Date): Promise<boolean> {
    try {
      await tryCommit(now);
      this.#succeeded();
      return true;
    } catch {
      // The arrival that failed before said why in the log, and the next one will.
      return false;
    }
  }

  #failed(error: unknown): unknown {
    if (!(error instanceof Overloaded)) this.#hasFailed = true;
    NOT_COMMITTED.met(error);
    return error;
  }

  #succeeded(): void {
    this.#hasFailed = false;
    NOT_COMMITTED.passed();
  }
}
