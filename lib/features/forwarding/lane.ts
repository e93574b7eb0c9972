import type { OpenDestination } from "#lib/features/destinations/destination.ts";
import { DAY_MS } from "#lib/time.ts";
import { admits, CLOSED, concurrencyOf, noted, resumed, type BreakerState } from "./breaker.ts";
import { Bucket } from "./bucket.ts";
import type { Clock } from "./clock.ts";
import type { ForwardedEvent } from "./event.ts";
import type { FeedRow } from "./deliveries.records.ts";
import type { FeedState, Held } from "./feed.ts";
import type { Judged } from "./outcome.ts";
import type { Claim } from "./owners.records.ts";
import { Progress } from "./progress.ts";
import type { WaitingRetry } from "./retries.records.ts";
import type { ForwarderTimes } from "./times.ts";
import { Window, type Waiting } from "./window.ts";

/** Most rows of a destination in `delivery_retries` that wait. */
export const RETRIES_MAX = 1_000;
/** A destination that took nothing for so long is turned off. */
const UNANSWERED_MS = 5 * DAY_MS;

/** Templates wait for each other. */
const TEMPLATE_ENDED = /^TEMPLATE_TOO_(?:SLOW|LARGE)/;

/** An event on its way to a destination. */
export interface Item extends Waiting {
  occurredAt: Date;
  hash: string;
  scope: string;
  /** Null where it is to be read again before it is sent. */
  event: ForwardedEvent | null;
  /** Since when it waits, by the clock that is never put back. */
  sinceMs: number;
  /** A person let it go while it was under way: it is not tried again. */
  isDismissed: boolean;
  attempts: number;
  /** When it was tried first; null before. */
  firstAt: Date | null;
  /** A person sends it again. */
  isReplay: boolean;
}

const UNREAD = { event: null, sinceMs: 0, isDismissed: false, skipped: 0 };

/** What a lane has to send now: an event, or when to ask again; null when only something new changes that. */
export type Offer = { item: Item } | { againMs: number | null };

/** A destination that this worker owns: what waits for it, and how it is. */
export class Lane implements Held {
  readonly destinationId: string;
  readonly storeHash: OpenDestination["storeHash"];
  readonly epoch: number;
  readonly progress: Progress;
  readonly window: Window<Item>;
  /** Finished already when it was claimed, by number. */
  readonly known = new Map<bigint, "delivered" | "kept">();
  /** Not to be sent to from then on, by the clock that is never put back. */
  ownedUntilMs: number;
  /** Nothing more is begun; what is under way ends. */
  isLeaving = false;
  /** Another worker owns it, or none. */
  isDropped = false;
  /** The log may have more after the cursor. */
  isBehind = true;
  /** There are more rows that wait than the window was given. */
  hasMoreRetries = false;
  /** Events that wait until the things they are about were read. */
  atGate = 0;
  /** Answers that are not written down. */
  unwritten = 0;
  #destination: OpenDestination;
  readonly #clock: Clock;
  readonly #bucket: Bucket;
  #breaker: BreakerState;
  #notBefore: Date | null;
  #state: FeedState;
  #writes = 0;

  constructor(destination: OpenDestination, claim: Claim, times: ForwarderTimes, clock: Clock) {
    const { settings } = destination;
    this.#destination = destination;
    this.destinationId = claim.destinationId;
    this.storeHash = destination.storeHash;
    this.epoch = claim.epoch;
    this.progress = new Progress(claim.positionSeq);
    this.window = new Window({ ...settings, latestEveryMs: times.latestEveryMs, rowsMax: RETRIES_MAX });
    this.ownedUntilMs = 0;
    this.#clock = clock;
    this.#bucket = new Bucket(settings.ratePerSecond, clock.nowMs());
    this.#breaker = claim.breaker ?? CLOSED;
    this.#notBefore = claim.lastFailure?.startsWith("RECEIVER_BUSY") ? claim.nextAt : null;
    this.#state = claim;
    if (claim.isAsked) this.tryNow();
  }

  get destination(): OpenDestination {
    return this.#destination;
  }

  /** Whether it took nothing that it was sent last, or its template did not end: it shares the sockets that are left to such. */
  get isIll(): boolean {
    const { illSince, lastFailure } = this.#state;
    return illSince !== null || this.#breaker.kind !== "closed" || TEMPLATE_ENDED.test(lastFailure ?? "");
  }

  /** Whether it is sent to now: what is not sent is not read. */
  get isOpen(): boolean {
    return !this.isLeaving && !this.isDropped && admits(this.#breaker, this.#clock.now()).kind !== "closed";
  }

  /** Takes the next event that may be sent now. */
  offer(): Offer {
    const [now, nowMs] = [this.#clock.now(), this.#clock.nowMs()];
    if (this.isLeaving || this.isDropped || nowMs >= this.ownedUntilMs) return { againMs: null };
    const admission = admits(this.#breaker, now);
    if (admission.kind === "closed") return { againMs: admission.until.getTime() - now.getTime() };
    if (this.#notBefore && this.#notBefore > now)
      return { againMs: this.#notBefore.getTime() - now.getTime() };
    const most = concurrencyOf(this.#breaker, this.#destination.settings.concurrency, now);
    if (this.window.underWay >= most) return { againMs: null };
    const waitMs = this.#bucket.waitMs(nowMs);
    if (waitMs > 0) return { againMs: this.window.nextAtMs() === null ? null : waitMs };
    const item = this.window.next(nowMs);
    if (!item) {
      const atMs = this.window.nextAtMs();
      return { againMs: atMs === null ? null : Math.max(1, atMs - nowMs) };
    }
    this.#bucket.take(nowMs);
    return { item };
  }

  /** Ends a pause, and a wait that it asked for: a person has it tried at once. */
  tryNow(): void {
    this.#breaker = resumed(this.#breaker, this.#clock.now());
    this.#notBefore = null;
  }

  /** Notes how an attempt ended that began at a time. @returns whether the destination is to be turned off since it took nothing for days. */
  note(judged: Judged, at: Date, random: number): boolean {
    const { outcome, status, failure, notBefore } = judged;
    const now = this.#clock.now();
    const isSlow = failure?.startsWith("RECEIVER_TOO_SLOW") || TEMPLATE_ENDED.test(failure ?? "");
    const slow = isSlow ? { begunAt: at } : null;
    this.#breaker = noted(this.#breaker, outcome, now, random, slow);
    if (notBefore && notBefore > (this.#notBefore ?? now)) this.#notBefore = notBefore;
    const isAnswer = outcome === "delivered" || outcome === "unwelcome" || outcome === "given_up";
    const illSince = isAnswer
      ? null
      : outcome === "ill"
        ? (this.#state.illSince ?? now)
        : this.#state.illSince;
    this.#state = {
      ...this.#state,
      illSince,
      lastFailure: failure,
      lastStatus: outcome === "delivered" ? null : status,
      lastDeliveredAt: outcome === "delivered" ? now : this.#state.lastDeliveredAt,
    };
    return illSince !== null && now.getTime() - illSince.getTime() >= UNANSWERED_MS;
  }

  /** How it is, as the database has to know it, for one write. */
  state(): FeedRow {
    return {
      ...this.#state,
      writtenNo: ++this.#writes,
      destinationId: this.destinationId,
      epoch: this.epoch,
      positionSeq: this.progress.position,
      doneSeq: this.progress.done,
      breaker: this.#breaker,
      nextAt: this.#nextAt(),
    };
  }

  /** Puts an event that waits in a row into the window. */
  addRetry(row: WaitingRetry): Item[] {
    const { seq, occurredAt, hash, scope, thing, attempts, firstAt, nextAt, isReplay } = row;
    const item = { seq, occurredAt, hash, scope, thing, attempts, firstAt, isReplay };
    return this.window.add({ ...item, dueMs: this.dueMs(nextAt), isKept: true, ...UNREAD });
  }

  /** A time of the wall by the clock that is never put back; what has come is a millisecond old at least. */
  dueMs(at: Date | null): number {
    const nowMs = this.#clock.nowMs();
    return Math.max(1, at === null ? nowMs : nowMs + at.getTime() - this.#clock.now().getTime());
  }

  /** Takes a changed destination over, where what waits can stay as it is. @returns whether it could. */
  change(destination: OpenDestination): boolean {
    const { order, isLatestOnly, ratePerSecond, payload, filter, takesSourceEvents } =
      this.#destination.settings;
    const { settings } = destination;
    const isSame =
      settings.order === order &&
      settings.isLatestOnly === isLatestOnly &&
      settings.ratePerSecond === ratePerSecond &&
      settings.payload === payload &&
      settings.takesSourceEvents === takesSourceEvents &&
      JSON.stringify([settings.filter, settings.eventTypes]) ===
        JSON.stringify([filter, this.#destination.settings.eventTypes]);
    if (isSame) this.#destination = destination;
    return isSame;
  }

  #nextAt(): Date | null {
    const now = this.#clock.now();
    if (this.#breaker.kind !== "closed") return new Date(this.#breaker.untilMs);
    if (this.#notBefore && this.#notBefore > now) return this.#notBefore;
    const retryMs = this.window.nextRetryMs();
    return retryMs === null ? null : new Date(now.getTime() + Math.max(0, retryMs - this.#clock.nowMs()));
  }
}
