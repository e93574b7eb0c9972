import { setTimeout as wait } from "node:timers/promises";
import { Trouble } from "#lib/log/trouble.ts";
import { readSharedFigures, type SharedFigures } from "./figures.records.ts";

/** However often the metrics are asked for, the database is asked no more often than this. */
const READ_EVERY_MS = 15_000;
/** Nobody who asks for metrics waits longer. */
const WAIT_MS = 3_000;

const UNREAD = new Trouble({
  level: "warn",
  message: "the figures that all processes share could not be read for the metrics",
  over: "the figures that all processes share are read again",
});

/** Figures that are read seldom, once for all who ask. */
export class SeldomRead {
  readonly #read: () => Promise<SharedFigures>;
  readonly #waitMsMax: number;
  #reading: Promise<SharedFigures | null> | undefined;
  #known: { figures: SharedFigures | null; atMs: number } | undefined;

  constructor(read: () => Promise<SharedFigures> = readSharedFigures, waitMsMax = WAIT_MS) {
    this.#read = read;
    this.#waitMsMax = waitMsMax;
  }

  /** The figures, fifteen seconds old at most; null when they cannot be had within three. Never throws. */
  async get(nowMs: number): Promise<SharedFigures | null> {
    if (this.#known && nowMs - this.#known.atMs < READ_EVERY_MS) return this.#known.figures;
    this.#reading ??= this.#readNow(nowMs).finally(() => {
      this.#reading = undefined;
    });
    const enough = new AbortController();
    const late = wait(this.#waitMsMax, null, { signal: enough.signal, ref: false }).catch(() => null);
    try {
      return await Promise.race([this.#reading, late]);
    } finally {
      enough.abort();
    }
  }

  async #readNow(atMs: number): Promise<SharedFigures | null> {
    try {
      const figures = await this.#read();
      this.#known = { figures, atMs };
      UNREAD.passed();
      return figures;
    } catch (error) {
      this.#known = { figures: null, atMs };
      UNREAD.met(error);
      return null;
    }
  }
}
