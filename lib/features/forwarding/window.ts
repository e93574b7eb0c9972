import type { Order } from "#lib/contract/values/destinations.ts";
import { DueList } from "./due-list.ts";

/** An event that waits for its turn at a destination. The window alone changes it. */
export interface Waiting {
  readonly seq: bigint;
  /** What it is about; null when it names nothing. */
  readonly thing: string | null;
  /** Not before; 0 is at once. Milliseconds of a clock that is never put back. */
  dueMs: number;
  /** Whether it has a row in `delivery_retries`. */
  isKept: boolean;
  /** How many older ones about the thing were left out for it: latest only. */
  skipped: number;
}

export interface WindowOptions {
  order: Order;
  /** Of those about one thing that wait only the newest goes. */
  isLatestOnly: boolean;
  /** Latest only: one about a thing goes so often at most. */
  latestEveryMs: number;
  /** Most rows in `delivery_retries`, with those that requests under way may come to need. */
  rowsMax: number;
}

/** Events that wait for each other: those about a thing, all of a destination's, or one alone. */
interface Line<T> {
  /** By number; the one that is under way is in front. */
  items: T[];
  isBusy: boolean;
  /** Nothing of it goes before. */
  notBeforeMs: number;
}

type Key = bigint | string;
/** Of so many turns a retry that is due has one, even while new events come without end. */
const RETRY_TURN = 5;

/**
 * What waits at a destination, and which of it goes next. It knows no clock and no request: whoever sends asks for the next
 * one, and says what became of it.
 */
export class Window<T extends Waiting> {
  readonly #options: WindowOptions;
  readonly #lines = new Map<Key, Line<T>>();
  readonly #keys = new Map<bigint, Key>();
  /** Lines whose first was never tried and may go, the longest-waiting first. */
  readonly #ready = new Set<Key>();
  /** Lines whose first waits for its next attempt. */
  readonly #retries = new DueList<Key>();
  /** Lines of which one went a short while ago: latest only. */
  readonly #paced = new DueList<Key>();
  /** The newest of a thing that went: latest only. */
  readonly #newest = new Map<string, bigint>();
  #turn = 0;
  #kept = 0;
  #underWay = 0;
  /** Those under way that have no row. */
  #fresh = 0;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  /** Events in it, those under way among them. */
  get size(): number {
    return this.#keys.size;
  }

  /** Those that have a row. */
  get kept(): number {
    return this.#kept;
  }

  get underWay(): number {
    return this.#underWay;
  }

  has(seq: bigint): boolean {
    return this.#keys.has(seq);
  }

  /** The numbers of all in it. */
  seqs(): Iterable<bigint> {
    return this.#keys.keys();
  }

  /** Adds one. @returns those that are left out since a newer one is there, perhaps this one: latest only. */
  add(item: T): T[] {
    const key = this.#keyOf(item);
    const line = this.#lines.get(key) ?? { items: [], isBusy: false, notBeforeMs: 0 };
    const left = this.#olderThan(item, line);
    if (left.includes(item)) return left;
    for (const each of left) {
      this.#drop(each, line);
      item.skipped += each.skipped + 1;
    }
    const waitsFrom = line.isBusy ? 1 : 0;
    let place = line.items.length;
    while (place > waitsFrom && (line.items[place - 1]?.seq ?? 0n) > item.seq) place--;
    line.items.splice(place, 0, item);
    this.#keys.set(item.seq, key);
    if (item.isKept) this.#kept++;
    this.#lines.set(key, line);
    this.#place(key, line);
    return left;
  }

  /** The next one, which is under way from now on; null when none may go now. What was never tried goes first. */
  next(nowMs: number): T | null {
    for (let key = this.#paced.due(nowMs); key !== undefined; key = this.#paced.due(nowMs)) {
      this.#paced.remove(key);
      this.#ready.add(key);
    }
    const retry = this.#retries.due(nowMs);
    if (retry !== undefined && ++this.#turn % RETRY_TURN === 0) return this.#take(retry, nowMs);
    const key = this.#firstReady() ?? retry;
    return key === undefined ? null : this.#take(key, nowMs);
  }

  /** When `next` may have one; 0 is now, null not before something is added or settled. */
  nextAtMs(): number | null {
    if (this.#firstReady() !== undefined) return 0;
    const [paced, retry] = [this.#paced.firstMs, this.#retries.firstMs];
    return paced === null || retry === null ? (paced ?? retry) : Math.min(paced, retry);
  }

  /** When the next one that was tried is tried again; null without such. */
  nextRetryMs(): number | null {
    return this.#retries.firstMs;
  }

  /**
   * One that was under way is done, or waits for its next attempt and so has a row.
   * @param againMs When that is; null when it is done.
   * @returns whether it is left out after all, since a newer one about the thing waits: latest only.
   */
  settle(item: T, againMs: number | null): boolean {
    const found = this.#landed(item);
    if (!found) return false;
    const { key, line } = found;
    const newer = againMs !== null && this.#options.isLatestOnly ? this.#newerThan(item, line) : undefined;
    if (newer) newer.skipped += item.skipped + 1;
    if (againMs === null || newer) this.#drop(item, line);
    else {
      item.dueMs = againMs;
      this.keep(item);
    }
    this.#place(key, line);
    return newer !== undefined;
  }

  /** One that was under way waits as before: no attempt was made. */
  giveBack(item: T): void {
    const found = this.#landed(item);
    if (found) this.#place(found.key, found.line);
  }

  /** Notes that one has a row from now on. */
  keep(item: T): void {
    if (!item.isKept) this.#kept++;
    item.isKept = true;
  }

  /** Those without a row that wait behind one that is to be tried again, as many as may have one. */
  held(): T[] {
    const held: T[] = [];
    for (const { items } of this.#lines.values()) {
      if (items[0]?.isKept) held.push(...items.slice(1).filter(({ isKept }) => !isKept));
    }
    return held.slice(0, Math.max(0, this.#options.rowsMax - this.#kept - this.#fresh));
  }

  /** Those that wait. */
  waiting(): T[] {
    return [...this.#lines.values()].flatMap(({ items, isBusy }) => items.slice(isBusy ? 1 : 0));
  }

  /** Those that are under way. */
  flying(): T[] {
    return [...this.#lines.values()].flatMap(({ items: [first], isBusy }) =>
      isBusy && first ? [first] : [],
    );
  }

  /** One that waits is tried at another time. */
  reschedule(item: T, dueMs: number): void {
    const key = this.#keyOf(item);
    const line = this.#lines.get(key);
    if (!line) return;
    item.dueMs = dueMs;
    this.#place(key, line);
  }

  /** Takes out one that waits. */
  remove(item: T): void {
    const key = this.#keyOf(item);
    const line = this.#lines.get(key);
    if (!line) return;
    this.#drop(item, line);
    this.#place(key, line);
  }

  /** Notes that one about a thing has arrived: an older one is not sent anymore. Latest only. */
  noteNewest(thing: string, seq: bigint): void {
    if (seq > (this.#newest.get(thing) ?? 0n)) this.#newest.set(thing, seq);
  }

  /** Forgets what only matters to events up to a position, and to what is over. */
  forget(position: bigint, nowMs: number): void {
    for (const [thing, seq] of this.#newest) if (seq <= position) this.#newest.delete(thing);
    for (const [key, { items, notBeforeMs }] of this.#lines)
      if (items.length === 0 && notBeforeMs <= nowMs) this.#lines.delete(key);
  }

  #keyOf({ seq, thing }: T): Key {
    if (this.#options.order === "strict") return "*";
    return this.#options.order === "none" && !this.#options.isLatestOnly ? seq : (thing ?? seq);
  }

  #olderThan(item: T, line: Line<T>): T[] {
    if (!this.#options.isLatestOnly || item.thing === null) return [];
    const others = line.items.slice(line.isBusy ? 1 : 0).filter(({ thing }) => thing === item.thing);
    const isOld = (this.#newest.get(item.thing) ?? 0n) > item.seq || others.some(({ seq }) => seq > item.seq);
    return isOld ? [item] : others;
  }

  #newerThan({ thing, seq }: T, line: Line<T>): T | undefined {
    return thing === null ? undefined : line.items.find((each) => each.thing === thing && each.seq > seq);
  }

  #firstReady(): Key | undefined {
    const hasRoom = this.#kept + this.#fresh < this.#options.rowsMax;
    for (const key of this.#ready) if (hasRoom || this.#lines.get(key)?.items[0]?.isKept) return key;
    return undefined;
  }

  #take(key: Key, nowMs: number): T | null {
    const line = this.#lines.get(key);
    const item = line?.items[0];
    if (!line || !item) return null;
    line.isBusy = true;
    this.#underWay++;
    if (!item.isKept) this.#fresh++;
    if (this.#options.isLatestOnly && item.thing !== null) {
      this.noteNewest(item.thing, item.seq);
      if (this.#options.order !== "strict") line.notBeforeMs = nowMs + this.#options.latestEveryMs;
    }
    this.#place(key, line);
    return item;
  }

  #landed(item: T): { key: Key; line: Line<T> } | null {
    const key = this.#keyOf(item);
    const line = this.#lines.get(key);
    if (!line?.isBusy || line.items[0] !== item) return null;
    line.isBusy = false;
    this.#underWay--;
    if (!item.isKept) this.#fresh--;
    return { key, line };
  }

  #drop(item: T, line: Line<T>): void {
    const place = line.items.indexOf(item);
    if (place < 0) return;
    line.items.splice(place, 1);
    this.#keys.delete(item.seq);
    if (item.isKept) this.#kept--;
  }

  /** Puts a line where its first one belongs. */
  #place(key: Key, line: Line<T>): void {
    const [first] = line.items;
    const atMs = first ? Math.max(first.dueMs, line.notBeforeMs) : 0;
    this.#retries.remove(key);
    this.#paced.remove(key);
    if (!first || line.isBusy) {
      this.#ready.delete(key);
      if (!first && line.notBeforeMs === 0) this.#lines.delete(key);
    } else if (first.dueMs > 0) {
      this.#ready.delete(key);
      this.#retries.add(key, atMs);
    } else if (line.notBeforeMs > 0 && !this.#ready.has(key)) this.#paced.add(key, line.notBeforeMs);
    else this.#ready.add(key);
  }
}
