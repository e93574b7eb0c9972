/** What a piece of a body costs beside its bytes: a body that comes byte by byte takes many times its size. */
const PIECE_OVERHEAD_BYTES = 128;

export interface BodyLimits {
  /** Memory for all bodies that are being read. */
  bytesMax: number;
  /** Milliseconds for one body, from its headers to its end. */
  timeMsMax: number;
}

/** Why a body is not read to its end. */
export type GaveWay = "crowded_out" | "too_slow";

/** One body that is being read. */
export interface Reader {
  bytes: number;
  readonly sinceMs: number;
  readonly giveWay: (why: GaveWay) => void;
}

/**
 * Bounds the memory of bodies that have begun to come and are not complete. Above the bound the one that has been at
 * it for longest gives way: a real arrival comes in one piece, so thousands of slow senders push out each other and
 * not the arrival that comes meanwhile.
 */
export class BodyBudget {
  readonly #limits: BodyLimits;
  /** In the order in which they began. */
  readonly #readers = new Set<Reader>();
  #bytes = 0;

  constructor(limits: BodyLimits) {
    this.#limits = limits;
  }

  /** Bytes of all bodies that are being read or kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** @param giveWay Called at most once, when this body is not to be read any further; it has ended then. */
  begin(nowMs: number, giveWay: (why: GaveWay) => void): Reader {
    const reader = { bytes: 0, sinceMs: nowMs, giveWay };
    this.#readers.add(reader);
    return reader;
  }

  /** A piece of a body came. Bodies give way, perhaps this one, until all of them fit again. */
  grow(reader: Reader, bytes: number): void {
    if (!this.#readers.has(reader)) return;
    reader.bytes += bytes + PIECE_OVERHEAD_BYTES;
    this.#bytes += bytes + PIECE_OVERHEAD_BYTES;
    for (const oldest of this.#readers) {
      if (this.#bytes <= this.#limits.bytesMax) return;
      this.#drop(oldest, "crowded_out");
    }
  }

  /** The body is complete, or its sender is gone. May be repeated. */
  end(reader: Reader): void {
    if (this.#readers.delete(reader)) this.#bytes -= reader.bytes;
  }

  /**
   * A body is complete and stays in memory: it counts as before, and cannot give way any more.
   * @returns what lets go of it; further calls of it do nothing.
   */
  keep(bytes: number): () => void {
    let isKept = true;
    this.#bytes += bytes;
    return () => {
      if (isKept) this.#bytes -= bytes;
      isKept = false;
    };
  }

  /** Lets go of bodies that take too long; to be called now and then. */
  sweep(nowMs: number): void {
    for (const oldest of this.#readers) {
      if (nowMs - oldest.sinceMs <= this.#limits.timeMsMax) return;
      this.#drop(oldest, "too_slow");
    }
  }

  #drop(reader: Reader, why: GaveWay): void {
    this.end(reader);
    reader.giveWay(why);
  }
}
