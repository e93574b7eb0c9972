import type { StoreHash } from "#lib/ids.ts";
import { seqsByStore } from "#lib/features/events/live-feed.ts";
import { eventsAfterSeq, eventsBySeq, type EventRow } from "#lib/features/events/records.ts";
import { Trouble } from "#lib/log/trouble.ts";
import type { Clock } from "./clock.ts";
import type { ForwardedEvent } from "./event.ts";
import { seqsBetween } from "./feeds.records.ts";
import { RETRIES_MAX, type Lane } from "./lane.ts";

/** Events of one reading. */
const PAGE = 500;
/** A lane reads on when fewer wait in it. */
const LOW = 250;
/**
 * Most events that wait in memory, of all lanes together. Beyond it a lane reads little, and only when next to nothing waits
 * in it: those that fill the memory wait, and one that sends as it reads goes on.
 */
const WAITING_MAX = 20_000;
const PAGE_SMALL = 50;
const LOW_SMALL = 10;
/** Numbers that a lane remembers above its position: at 3,000 events a second those of a minute. */
const REMEMBERED_MAX = 200_000;
/** News is collected for so long, and read at once. */
const COLLECT_MS = 15;
const AGAIN_MS = 1_000;
const COUNT_MS = 50;

const NOT_READ = new Trouble({
  level: "error",
  message: "new events could not be read for destinations; trying again",
  over: "new events are read for destinations again",
});

interface Options {
  clock: Clock;
  lanes: () => Iterable<Lane>;
  ofStore: (store: string) => Iterable<Lane>;
  /** Takes events of a lane that were never seen, in the order of their numbers. */
  take: (lane: Lane, events: readonly ForwardedEvent[]) => void;
}

/** Reads events for lanes: news as it is told, pages of the log where a lane is behind, and again what a commit brought late. */
export class Reader {
  readonly #options: Options;
  readonly #news = new Map<string, bigint[]>();
  readonly #reading = new Set<Lane>();
  /** Pages that are being read, for lanes of one store that are at the same place. */
  readonly #pages = new Map<string, Promise<EventRow[]>>();
  #isCollecting = false;
  #countedMs = Number.NEGATIVE_INFINITY;
  #wasCrowded = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Hears of a commit's events. @param payload Null when some may have been missed. */
  hear(payload: string | null): void {
    if (payload === null) {
      for (const lane of this.#options.lanes()) {
        lane.isBehind = true;
        this.fill(lane);
      }
      return;
    }
    for (const [store, seqs] of seqsByStore(payload)) {
      const [first] = this.#options.ofStore(store);
      if (!first) continue;
      const known = this.#news.get(store);
      if (known) known.push(...seqs);
      else this.#news.set(store, seqs);
    }
    if (this.#isCollecting || this.#news.size === 0) return;
    this.#isCollecting = true;
    this.#options.clock.after(COLLECT_MS, () => {
      this.#isCollecting = false;
      const news = [...this.#news];
      this.#news.clear();
      for (const [store, seqs] of news) void this.#readNews(store, seqs);
    });
  }

  /** Reads on for a lane that is behind, as far as it has room. Repeatable. */
  fill(lane: Lane): void {
    if (lane.isBehind && this.#hasRoom(lane) && !this.#reading.has(lane)) void this.#readPage(lane);
  }

  /**
   * Reads what lies between a lane's position and its cursor, and is not known yet: a commit that ended late brought it.
   * @throws when the database does not answer.
   */
  async readLate(lane: Lane): Promise<void> {
    const { storeHash, progress } = lane;
    if (progress.position === progress.cursor) return;
    const late = (await seqsBetween(storeHash, progress.position, progress.cursor)).filter(
      (seq) => !progress.has(seq),
    );
    for (let from = 0; from < late.length; from += PAGE)
      this.#take(lane, await eventsBySeq(storeHash, late.slice(from, from + PAGE)));
  }

  async #readNews(store: string, seqs: readonly bigint[]): Promise<void> {
    const lanes = [...this.#options.ofStore(store)];
    const [first] = lanes;
    const isMuch = seqs.length > (this.#isCrowded() ? PAGE_SMALL : PAGE);
    const ready = lanes.filter((lane) => !isMuch && !lane.isBehind && this.#hasRoom(lane));
    for (const lane of lanes) if (!ready.includes(lane)) lane.isBehind = true;
    try {
      if (first && ready.length > 0) {
        const rows = await eventsBySeq(first.storeHash, seqs);
        for (const lane of ready) this.#take(lane, rows);
        NOT_READ.passed();
      }
    } catch (error) {
      NOT_READ.met(error);
      for (const lane of ready) this.#later(lane);
    }
    for (const lane of lanes) this.fill(lane);
  }

  async #readPage(lane: Lane): Promise<void> {
    this.#reading.add(lane);
    try {
      const size = this.#isCrowded() ? PAGE_SMALL : PAGE;
      const rows = await this.#page(lane.storeHash, lane.progress.cursor, size);
      lane.isBehind = rows.length === size;
      this.#take(lane, rows);
      NOT_READ.passed();
    } catch (error) {
      NOT_READ.met(error);
      this.#later(lane);
      return;
    } finally {
      this.#reading.delete(lane);
    }
    this.fill(lane);
  }

  #later(lane: Lane): void {
    lane.isBehind = true;
    this.#options.clock.after(AGAIN_MS, () => this.fill(lane));
  }

  #page(store: StoreHash, after: bigint, size: number): Promise<EventRow[]> {
    const name = `${store} ${after} ${size}`;
    const reading = this.#pages.get(name) ?? eventsAfterSeq(store, after, size);
    this.#pages.set(name, reading);
    return reading.finally(() => this.#pages.delete(name));
  }

  #take(lane: Lane, rows: readonly EventRow[]): void {
    const fresh = rows.filter(({ seq }) => lane.progress.see(seq));
    if (fresh.length === 0) return;
    this.#options.take(
      lane,
      fresh.map((row) => ({ ...row, storeHash: lane.storeHash, facts: null })),
    );
  }

  #hasRoom(lane: Lane): boolean {
    const { window, progress } = lane;
    return (
      lane.isOpen &&
      window.kept < RETRIES_MAX &&
      lane.atGate + window.size - window.kept < (this.#isCrowded() ? LOW_SMALL : LOW) &&
      progress.size < REMEMBERED_MAX
    );
  }

  /** Whether memory is full of events that wait. Counted now and then: there may be thousands of lanes. */
  #isCrowded(): boolean {
    const nowMs = this.#options.clock.nowMs();
    if (nowMs - this.#countedMs < COUNT_MS) return this.#wasCrowded;
    let waiting = 0;
    for (const { window, atGate } of this.#options.lanes()) waiting += atGate + window.size - window.kept;
    this.#countedMs = nowMs;
    this.#wasCrowded = waiting >= WAITING_MAX;
    return this.#wasCrowded;
  }
}
