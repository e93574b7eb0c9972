import type { StoreHash } from "#lib/ids.ts";
import { eventsByKey } from "#lib/features/events/records.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { isOfItsRows } from "#lib/platform/db/unstorable.ts";
import { brokenBy } from "./broken.ts";
import type { Clock } from "./clock.ts";
import type { ForwardedEvent } from "./event.ts";
import { factsOf, needsFacts } from "./facts.ts";
import { countAttempt } from "./figures.ts";
import type { Item, Lane } from "./lane.ts";
import type { Judged } from "./outcome.ts";
import { sendOnce } from "./send-once.ts";
import { Turns, type Turn } from "./turns.ts";

/** Requests under way in this process, and to one store's destinations. */
const SOCKETS_MAX = 256;
const STORE_SOCKETS_MAX = 50;
/** Of these, those to destinations that take nothing. */
const ILL_PART = 1 / 4;
/**
 * Of these, those that a destination may take which has some already: the rest is for those that have none, since many may stop
 * answering at one moment, and nobody knows it before their time is up.
 */
const MORE_PART = 3 / 4;
/** After an event could not be read. */
const UNREAD_AGAIN_MS = 1_000;

const NOT_READ = new Trouble({
  level: "error",
  message: "an event could not be read, so that it was not sent; trying again",
  over: "events are read for destinations again",
});

/** An attempt, and what it came to. */
export interface Attempted {
  judged: Judged;
  at: Date;
  tookMs: number;
}

/** Requests under way, and those of them to destinations that take nothing. */
interface Under {
  way: number;
  ill: number;
}
const NONE: Readonly<Under> = { way: 0, ill: 0 };

interface Options {
  clock: Clock;
  /** Fires when requests are to end at once. */
  signal: AbortSignal;
  /** Called when a lane has nothing to send at once. */
  idle: (lane: Lane) => void;
  /** Called when an attempt came to something. */
  attempted: (lane: Lane, item: Item, attempted: Attempted) => void;
  /** Called for an event that the log has no longer. */
  vanished: (lane: Lane, item: Item) => void;
}

/** Sends what lanes offer, each in its turn, within the bounds that they share. */
export class Sender {
  readonly #options: Options;
  readonly #turns = new Turns<Lane>();
  readonly #timers = new Map<Lane, () => void>();
  readonly #ofStore = new Map<StoreHash, Under>();
  readonly #all: Under = { way: 0, ill: 0 };
  #isAsked = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Requests that are under way. */
  get underWay(): number {
    return this.#all.way;
  }

  /** Tells that a lane may have something to send. */
  ready(lane: Lane): void {
    this.#turns.add(lane);
    if (this.#isAsked) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      this.#turns.offer((each) => this.#turn(each));
    });
  }

  /** Sends nothing of a lane anymore. Repeatable. */
  drop(lane: Lane): void {
    this.#turns.remove(lane);
    this.#timers.get(lane)?.();
    this.#timers.delete(lane);
  }

  #turn(lane: Lane): Turn {
    const ofStore = this.#ofStore.get(lane.storeHash) ?? NONE;
    const { underWay } = lane.window;
    if (this.#all.way >= SOCKETS_MAX) return "full";
    if (underWay > 0 && this.#all.way >= SOCKETS_MAX * MORE_PART) return "blocked";
    // A store's only busy destination may have all of the store's.
    const hasOthers = ofStore.way > underWay;
    if (ofStore.way >= STORE_SOCKETS_MAX * (underWay > 0 && hasOthers ? MORE_PART : 1)) return "blocked";
    const isCrowded = this.#all.ill >= SOCKETS_MAX * ILL_PART || ofStore.ill >= STORE_SOCKETS_MAX * ILL_PART;
    if (lane.isIll && isCrowded) return "blocked";
    const offer = lane.offer();
    if ("item" in offer) {
      void this.#send(lane, offer.item);
      return "went";
    }
    this.#timers.get(lane)?.();
    this.#timers.delete(lane);
    if (offer.againMs !== null) this.#wake(lane, offer.againMs);
    this.#options.idle(lane);
    return "idle";
  }

  #wake(lane: Lane, ms: number): void {
    this.#timers.set(
      lane,
      this.#options.clock.after(ms, () => this.ready(lane)),
    );
  }

  async #send(lane: Lane, item: Item): Promise<void> {
    const { clock, signal, attempted, vanished } = this.#options;
    const isIll = lane.isIll;
    this.#count(lane, isIll, 1);
    try {
      const event = item.event ?? (await readEvent(lane, item, clock.now()));
      if (!event) return vanished(lane, item);
      const [at, startedMs] = [clock.now(), clock.nowMs()];
      const judged = await sendOnce(lane.destination, event, item, { now: clock.now, signal });
      const tookMs = Math.max(0, Math.round(clock.nowMs() - startedMs));
      const firstArrivedAt = item.attempts === 0 ? event.firstArrivedAt : null;
      countAttempt({ outcome: judged.outcome, tookMs, at, firstArrivedAt });
      attempted(lane, item, { judged, at, tookMs });
    } catch (error) {
      if (!signal.aborted && isOfItsRows(error)) {
        const judged = brokenBy(error, { destinationId: lane.destinationId, seq: item.seq });
        return attempted(lane, item, { judged, at: clock.now(), tookMs: 0 });
      }
      if (!signal.aborted) {
        NOT_READ.met(error);
        this.#wake(lane, UNREAD_AGAIN_MS);
      }
      lane.window.giveBack(item);
    } finally {
      this.#count(lane, isIll, -1);
      if (this.#timers.get(lane) === undefined) this.ready(lane);
    }
  }

  #count({ storeHash }: Lane, isIll: boolean, by: 1 | -1): void {
    const ofStore = this.#ofStore.get(storeHash) ?? { ...NONE };
    for (const each of [this.#all, ofStore]) {
      each.way += by;
      if (isIll) each.ill += by;
    }
    if (ofStore.way === 0) this.#ofStore.delete(storeHash);
    else this.#ofStore.set(storeHash, ofStore);
  }
}

/** An event as the log has it, with what is known of its thing by now where that is sent. */
async function readEvent(
  { storeHash, destination }: Lane,
  { occurredAt, hash }: Item,
  now: Date,
): Promise<ForwardedEvent | null> {
  const [row] = await eventsByKey(storeHash, [{ occurredAt, hash }]);
  const event = row ? { ...row, storeHash, facts: null } : null;
  const known = event && needsFacts(destination) ? await factsOf(event, now) : null;
  NOT_READ.passed();
  return event && { ...event, facts: known?.facts ?? null };
}
