import { subscribe } from "#lib/platform/db/notifications.ts";
import type { StoreHash } from "#lib/ids.ts";
import { EVENTS_CHANNEL } from "#lib/platform/db/channels.ts";
import { type EventRow, eventsAfterSeq, eventsBySeq, newestSeqs } from "./records.ts";

/** New events in the order of their arrival. Every viewer of a process gets the same object. */
export interface News {
  rows: readonly EventRow[];
  /** More came than is told: the log has them. */
  hasGap: boolean;
}

export interface Listener {
  hear(news: News): void;
  /** The feed broke off. A viewer who wants more follows again, from where they were. */
  fail(error: unknown): void;
}

/** From one reading of a store's new events to the next: ten times a second, whatever the store's pace. */
const READ_EVERY_MS = 100;
/** Most events of one reading; a store at five thousand a second and more is not followed event by event. */
const READ_MAX = 500;
/**
 * Commits end in another order than their numbers were given out, so a catch-up reads this many numbers before the last
 * one again and drops what is known. Two commits of 500 per process are under way at most.
 */
export const OVERLAP = 1_000n;
/** Numbers that are kept to know events by. */
const KNOWN_MAX = 4_000;

/** The feeds of the stores that a person in this process looks at. */
const feeds = new Map<string, Feed>();
let unsubscribe: (() => void) | undefined;

/**
 * Tells the listener of a store's new events as they are committed, by this process or another. The database is read
 * once for all listeners of a store in this process.
 * @returns `ready` resolves when nothing that is committed from then on is missed; `leave` ends it, and may be repeated.
 */
export function followStore(store: StoreHash, listener: Listener): { ready: Promise<void>; leave(): void } {
  let feed = feeds.get(store);
  if (!feed) feeds.set(store, (feed = new Feed(store)));
  unsubscribe ??= subscribe(EVENTS_CHANNEL, (payload) => {
    if (payload === null) for (const each of feeds.values()) each.catchUp();
    else for (const [hash, seqs] of seqsByStore(payload)) feeds.get(hash)?.add(seqs);
  });
  feed.listeners.add(listener);
  const joined = feed;
  return {
    ready: joined.ready,
    leave: () => {
      joined.listeners.delete(listener);
      if (joined.listeners.size > 0) return;
      if (feeds.get(store) === joined) feeds.delete(store);
      if (feeds.size > 0) return;
      unsubscribe?.();
      unsubscribe = undefined;
    },
  };
}

/** The arrival numbers that a commit's notification names, by store. Pure. */
export function seqsByStore(payload: string): Map<string, bigint[]> {
  const seqs = new Map<string, bigint[]>();
  for (const entry of payload.split(",")) {
    const [store, seq] = entry.split(":");
    if (!store || !seq) continue;
    const found = seqs.get(store);
    if (found) found.push(BigInt(seq));
    else seqs.set(store, [BigInt(seq)]);
  }
  return seqs;
}

/** News without what happened before `oldest`; the same object where nothing did. Pure. */
export function newsSince(news: News, oldest: Date): News {
  const rows = news.rows.filter(({ occurredAt }) => occurredAt >= oldest);
  return rows.length === news.rows.length ? news : { ...news, rows };
}

class Feed {
  readonly listeners = new Set<Listener>();
  readonly ready: Promise<void>;
  readonly #store: StoreHash;
  /** A set keeps the order of its entries: the first one is the oldest. */
  readonly #known = new Set<bigint>();
  #last = 0n;
  #fresh: bigint[] = [];
  #mustCatchUp = false;
  #isReading = true;

  constructor(store: StoreHash) {
    this.#store = store;
    this.ready = this.#begin();
    this.ready.catch((error: unknown) => this.#fail(error));
  }

  add(seqs: readonly bigint[]): void {
    this.#fresh.push(...seqs);
    this.#read();
  }

  /** Some news may have been missed. */
  catchUp(): void {
    this.#mustCatchUp = true;
    this.#read();
  }

  async #begin(): Promise<void> {
    for (const seq of (await newestSeqs(this.#store, Number(OVERLAP))).toReversed()) this.#note(seq);
    this.#isReading = false;
    this.#read();
  }

  #read(): void {
    if (this.#isReading || (this.#fresh.length === 0 && !this.#mustCatchUp)) return;
    this.#isReading = true;
    this.#tell().then(
      () => {
        setTimeout(() => {
          this.#isReading = false;
          this.#read();
        }, READ_EVERY_MS).unref();
      },
      (error: unknown) => this.#fail(error),
    );
  }

  async #tell(): Promise<void> {
    const seqs = this.#fresh;
    const mustCatchUp = this.#mustCatchUp;
    this.#fresh = [];
    this.#mustCatchUp = false;
    const after = this.#last > OVERLAP ? this.#last - OVERLAP : 0n;
    const limit = Number(OVERLAP) + READ_MAX;
    const found = mustCatchUp
      ? await eventsAfterSeq(this.#store, after, limit)
      : await eventsBySeq(this.#store, seqs.slice(-READ_MAX));
    const fresh = found.filter(({ seq }) => !this.#known.has(seq));
    const rows = fresh.slice(-READ_MAX);
    for (const seq of [...seqs, ...found.map((row) => row.seq)]) this.#note(seq);
    const hasGap = fresh.length > READ_MAX || (mustCatchUp ? found.length === limit : seqs.length > READ_MAX);
    if (rows.length === 0 && !hasGap) return;
    const news = { rows, hasGap };
    for (const { hear } of this.listeners) hear(news);
  }

  #note(seq: bigint): void {
    this.#known.add(seq);
    if (seq > this.#last) this.#last = seq;
    for (const oldest of this.#known) {
      if (this.#known.size <= KNOWN_MAX) break;
      this.#known.delete(oldest);
    }
  }

  #fail(error: unknown): void {
    if (feeds.get(this.#store) === this) feeds.delete(this.#store);
    for (const { fail } of this.listeners) fail(error);
  }
}
