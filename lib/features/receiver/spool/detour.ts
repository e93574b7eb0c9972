import { setTimeout as pause } from "node:timers/promises";
import { log } from "#lib/log/log.ts";
import { outsideRequests } from "#lib/log/request-id.ts";
import { Trouble } from "#lib/log/trouble.ts";
import type { SpooledArrival, StoreCopy, WaitingArrival } from "./arrivals.ts";
import { countKept, countSpool } from "./figures.ts";
import { Spool } from "./spool.ts";

/** 160 deliveries a second for half a day, of the usual size; a fifth of what is left of a small disk. */
const BYTES_MAX = 4 * 1024 ** 3;
/** As long as BigCommerce itself would try. Source: BigCommerce docs, Webhooks overview. */
const AGE_MS_MAX = 48 * 3_600_000;
/** PostgreSQL may lie on the same disk. */
const FREE_BYTES_MIN = 1024 ** 3;
/** How often an absent database is tried. */
const PROBE_MS = 500;
/** How often it is looked whether a process of this machine died and left something. */
const TAKE_OVER_MS = 60_000;
/** They share their commits with new deliveries, and must not make those much longer. */
const PAGE_MAX = 200;
/** A stop waits no longer than this for what is being committed; what is left is committed after the next start. */
const STOP_MS = 2_000;

const AWAY = new Trouble({
  level: "error",
  message: "the database does not take deliveries; they wait in the spool",
  over: "the database takes deliveries again",
  calmMs: 1_000,
});
const REFUSED = new Trouble({
  level: "error",
  message: "deliveries are refused: the database does not take them, and neither does the spool",
  over: "the spool takes deliveries again",
  calmMs: 1_000,
});
const STUCK = new Trouble({ level: "error", message: "what waits in the spool cannot be read or removed" });
const UNOPENED = new Trouble({
  level: "error",
  message: "the spool cannot be opened; deliveries are refused while the database is away",
});

/** How what waits gets into the log. */
export interface WayBack {
  /** By the commit that new deliveries share. */
  commit(arrival: SpooledArrival): Promise<void>;
  /** By a commit of its own. */
  commitAlone(arrival: SpooledArrival): Promise<void>;
  /** @throws while the database takes no arrival at all. */
  tryCommit(): Promise<void>;
  /** Whether all that decides what becomes of an arrival was read from the database since the start. */
  isInformed(): Promise<boolean>;
  /** Those about a thing that was erased since they came: they are not to come into the log. @throws as the database does. */
  erased(arrivals: readonly WaitingArrival[]): Promise<ReadonlySet<WaitingArrival>>;
  /** Sends those that wait for a commit of the database this way. */
  giveUpWaiting(cause: Error): void;
}

/**
 * `unusable` when it cannot be opened. `empty` and `draining` while the database takes deliveries, with something still to bring there in the latter;
 * `filling` and `full` while it does not, `full` when the last delivery could not be kept either.
 */
export type SpoolStanding = "unusable" | "empty" | "draining" | "filling" | "full";

/**
 * The way that deliveries take while the database is away: onto this machine's disk, and from there into the log, oldest
 * first, when it is back. One failed commit turns the way, one that works turns it back.
 */
export class Detour {
  readonly #spool: Spool;
  readonly #back: WayBack;
  #isAway = false;
  #isRefusing = false;
  #isClosing = false;
  #wake: () => void = () => undefined;
  #page = PAGE_MAX;
  #drained = 0;
  #tookOverMs = -Infinity;
  #running: Promise<void> | undefined;

  constructor(spool: Spool, back: WayBack) {
    [this.#spool, this.#back] = [spool, back];
    countSpool(spool);
  }

  /** The spool of a folder, or null, and a line in the log, when it cannot be opened. Never throws. */
  static async openSpool(folder: string): Promise<Spool | null> {
    try {
      const bounds = { bytesMax: BYTES_MAX, ageMsMax: AGE_MS_MAX, freeBytesMin: FREE_BYTES_MIN };
      const spool = await Spool.open({ folder, bounds });
      UNOPENED.passed();
      return spool;
    } catch (error) {
      UNOPENED.met(error);
      return null;
    }
  }

  /** Begins to bring what waits into the log. @param isAway The database is known to be away. */
  start(isAway: boolean): void {
    this.#isAway = isAway;
    this.#running = outsideRequests(() => this.#run());
  }

  /** Whether deliveries should come here at once. */
  get isAway(): boolean {
    return this.#isAway;
  }

  get standing(): SpoolStanding {
    if (this.#isAway) return this.#isRefusing ? "full" : "filling";
    return this.#spool.waiting() > 0 ? "draining" : "empty";
  }

  /** How many of a store's deliveries wait here. */
  waiting(storeHash: string): number {
    return this.#spool.waiting(storeHash);
  }

  /** A commit failed: whatever comes now comes here, and what waits for its commit, too. */
  turn(cause: unknown): void {
    AWAY.met(cause);
    if (this.#isAway) return;
    this.#isAway = true;
    this.#back.giveUpWaiting(cause instanceof Error ? cause : new Error(String(cause)));
    this.#wake();
  }

  /** Resolves once an arrival is on this machine's disk. @throws when it cannot be kept here either. */
  async keep(arrival: SpooledArrival): Promise<void> {
    try {
      await this.#spool.append(arrival);
    } catch (error) {
      this.#isRefusing = true;
      REFUSED.met(error);
      throw error;
    }
    countKept();
    this.#isRefusing = false;
    REFUSED.passed();
    // The database may have come back while it was written.
    if (!this.#isAway) this.#wake();
  }

  /** Keeps what is known of stores, for a start while the database is away. Never throws. */
  keepStores(stores: readonly StoreCopy[], isAll: boolean): void {
    this.#spool.keepStores(stores, isAll).catch((error: unknown) => STUCK.met(error));
  }

  /** Ends; what waits stays. The doors must be shut before. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#wake();
    await Promise.race([this.#running, pause(STOP_MS, undefined, { ref: false })]);
    await this.#spool.close();
  }

  async #run(): Promise<void> {
    while (!this.#isClosing) {
      try {
        if (this.#isAway) {
          await this.#rest(PROBE_MS);
          if (!this.#isClosing) await this.#probe();
        } else if (this.#spool.waiting() > 0) await this.#drain();
        else if (performance.now() - this.#tookOverMs > TAKE_OVER_MS) await this.#takeOver();
        else await this.#rest(TAKE_OVER_MS);
      } catch (error) {
        STUCK.met(error);
        await this.#rest(PROBE_MS);
      }
    }
  }

  /** Waits, until something happens. */
  #rest(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Tries whether the database is back, by the arrival that has waited longest. */
  async #probe(): Promise<void> {
    try {
      const [first] = this.#spool.waiting() > 0 ? await this.#spool.page(1) : [];
      if (!(await this.#back.isInformed())) return;
      if (first) await this.#bring(first);
      else await this.#back.tryCommit();
    } catch (error) {
      AWAY.met(error);
      return;
    }
    this.#isAway = false;
    AWAY.passed();
  }

  /** Brings one alone. One that the database does not take, though it takes others, is set aside. */
  async #bring(arrival: WaitingArrival): Promise<void> {
    let isBack = false;
    try {
      const isErased = (await this.#back.erased([arrival])).has(arrival);
      const bring = () => (isErased ? this.#back.tryCommit() : this.#back.commitAlone(arrival));
      await bring().catch(async () => {
        await this.#back.tryCommit();
        isBack = true;
        // The database may have come back between the two.
        await bring();
      });
    } catch (error) {
      if (!isBack) throw error;
      log.error(
        { err: error, storeHash: arrival.storeHash, arrivedAt: arrival.arrivedAt },
        "set a delivery of the spool aside: the database takes others, and not this one",
      );
      return this.#spool.setAside(arrival);
    }
    this.#drained++;
    // Half a page, then: whichever the database does not take is alone in the end.
    this.#page = 1;
    await this.#spool.remove([arrival]);
  }

  /** Brings a page, together with whatever is new. */
  async #drain(): Promise<void> {
    this.#page = Math.min(this.#page * 2, PAGE_MAX);
    const page = await this.#spool.page(this.#page);
    let erased: ReadonlySet<WaitingArrival>;
    try {
      erased = await this.#back.erased(page);
    } catch (error) {
      return this.turn(error);
    }
    const came = await Promise.allSettled(
      page.map((arrival) => (erased.has(arrival) ? Promise.resolve() : this.#back.commit(arrival))),
    );
    const stored = page.filter((_, index) => came[index]?.status === "fulfilled");
    if (stored.length > 0) await this.#spool.remove(stored);
    this.#drained += stored.length;
    if (erased.size > 0)
      log.info({ events: erased.size }, "left out deliveries about what was erased meanwhile");
    const failed = came.find((each) => each.status === "rejected");
    if (failed) return this.turn(failed.reason);
    STUCK.passed();
    if (this.#spool.waiting() > 0) return;
    log.info({ events: this.#drained }, "all that waited in the spool is in the log");
    this.#drained = 0;
    // What ended the outage may have ended others, too.
    this.#tookOverMs = -Infinity;
  }

  async #takeOver(): Promise<void> {
    this.#tookOverMs = performance.now();
    const { taken, unreadable } = await this.#spool.takeOver();
    for (const each of unreadable) log.error(each, "a file of the spool cannot be read");
    if (taken > 0) log.info({ events: taken }, "took over what a process that ended left in the spool");
  }
}
