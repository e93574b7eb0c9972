import { Overloaded } from "./errors.ts";

export interface TurnLimits {
  /** Requests that are worked at, at once, while the process has no time to spare. */
  busyMax: number;
  /** So many more may begin between two looks while it has. */
  spareMax: number;
  /** One that takes longer waits for another request, and takes no time from anyone. */
  workMsMax: number;
  /** No one waits longer for their turn. */
  waitMsMax: number;
}

/** Ends a turn; called again it does nothing. */
export type End = (nowMs: number) => void;

interface Waiting {
  sinceMs: number;
  begin: (end: End) => void;
  refuse: (error: Overloaded) => void;
}

/**
 * Lets requests begin one after the other while the process is busy, so that they share its time as well as they would at
 * once, and what goes by them, the deliveries, waits for a few at most. Requests that wait for a database or for
 * BigCommerce keep no process busy: then any number begins.
 */
export class Turns {
  readonly #limits: TurnLimits;
  // In the order in which they came, and began.
  readonly #waiting = new Set<Waiting>();
  readonly #working = new Set<{ sinceMs: number }>();
  #spare = 0;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /**
   * Waits for a turn.
   * @throws {Overloaded} when it takes too long to come.
   */
  take(nowMs: number): Promise<End> {
    return new Promise((begin, refuse) => {
      this.#waiting.add({ sinceMs: nowMs, begin, refuse });
      this.#beginThoseWithRoom(nowMs);
    });
  }

  /** Looks who may begin, and who waited for too long; to be called now and then, with whether the process is busy. */
  look(nowMs: number, isBusy: boolean): void {
    const { spareMax, workMsMax, waitMsMax } = this.#limits;
    this.#spare = isBusy ? 0 : spareMax;
    for (const work of this.#working) if (nowMs - work.sinceMs > workMsMax) this.#working.delete(work);
    for (const each of this.#waiting) {
      if (nowMs - each.sinceMs <= waitMsMax) break;
      this.#waiting.delete(each);
      each.refuse(new Overloaded("the request's turn did not come"));
    }
    this.#beginThoseWithRoom(nowMs);
  }

  #beginThoseWithRoom(nowMs: number): void {
    for (const each of this.#waiting) {
      if (this.#working.size >= this.#limits.busyMax) {
        if (this.#spare === 0) return;
        this.#spare--;
      }
      this.#waiting.delete(each);
      const work = { sinceMs: nowMs };
      this.#working.add(work);
      each.begin((endMs) => {
        if (this.#working.delete(work)) this.#beginThoseWithRoom(endMs);
      });
    }
  }
}
