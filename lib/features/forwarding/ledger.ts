import type { Clock } from "./clock.ts";
import type { AttemptRow, RetryRow } from "./deliveries.records.ts";
import type { ForwardedEvent } from "./event.ts";
import { FactsGate } from "./facts-gate.ts";
import { needsFacts } from "./facts.ts";
import type { Item, Lane } from "./lane.ts";
import type { Outbox } from "./outbox.ts";
import type { Ending } from "./progress.ts";
import { nextTry } from "./schedule.ts";
import type { Attempted } from "./sender.ts";
import { thingOf } from "./thing.ts";
import { whyNotWanted } from "./wanted.ts";

interface Options {
  clock: Clock;
  /** Events wait so long at most until the thing they are about was read. */
  factsMs: number;
  outbox: Outbox;
  /** Called when a lane may have something to send, or room for more. */
  moved: (lane: Lane) => void;
  /** Called when a destination is to be sent nothing anymore. */
  turnOff: (lane: Lane, reason: "gone" | "refused" | "unanswered") => void;
}

/** Keeps account of a lane's events: which of them it wants, and what became of them. */
export class Ledger {
  readonly #options: Options;
  readonly #gate: FactsGate;

  constructor(options: Options) {
    this.#options = options;
    const { clock, factsMs, moved } = options;
    const admit = (lane: Lane, events: readonly ForwardedEvent[]) => {
      this.#admit(lane, events);
      moved(lane);
    };
    this.#gate = new FactsGate({ clock, factsMs, admit });
  }

  /**
   * Takes new events of a lane in the order of their numbers: they wait in its window, or are not wanted. What a destination
   * chooses by, or is sent of the thing, is waited for first.
   */
  take(lane: Lane, events: readonly ForwardedEvent[]): void {
    const unknown = events.filter((event) => !this.#isFinished(lane, event));
    const { settings } = lane.destination;
    if (!needsFacts(lane.destination)) this.#admit(lane, unknown);
    else {
      const byType = { ...settings, filter: null };
      const wanted = unknown.filter((event) => whyNotWanted(byType, event) === null);
      for (const event of unknown) if (!wanted.includes(event)) this.#finish(lane, event.seq, "not_wanted");
      this.#gate.add(lane, wanted);
    }
    this.#options.moved(lane);
  }

  /** Forgets what waits of a lane. */
  drop(lane: Lane): void {
    this.#gate.drop(lane);
  }

  /** Whether the last owner finished it, or it is in the window. */
  #isFinished(lane: Lane, { seq }: ForwardedEvent): boolean {
    const known = lane.window.has(seq) ? "kept" : lane.known.get(seq);
    lane.known.delete(seq);
    if (known) this.#finish(lane, seq, known);
    return known !== undefined;
  }

  #admit(lane: Lane, events: readonly ForwardedEvent[]): void {
    const { clock } = this.#options;
    for (const event of events) {
      const { seq, occurredAt, hash, scope } = event;
      if (whyNotWanted(lane.destination.settings, event) !== null) {
        this.#finish(lane, seq, "not_wanted");
        continue;
      }
      const place = { seq, occurredAt, hash, scope, thing: thingOf(event) };
      this.leaveOut(lane, lane.window.add({ ...place, ...FRESH, event, sinceMs: clock.nowMs() }));
    }
  }

  #finish(lane: Lane, seq: bigint, ending: Ending): void {
    lane.progress.finish(seq, ending, this.#options.clock.nowMs());
  }

  /** Notes that newer events about the same things are there instead. */
  leaveOut(lane: Lane, items: readonly Item[]): void {
    for (const { seq, isKept } of items) {
      if (isKept) this.#options.outbox.add({ lane, seq, retry: "over", counts: { skipped: 1 } });
      else this.#finish(lane, seq, "skipped");
    }
  }

  /** Notes an event that the log has no longer: it was erased, or is beyond retention. */
  vanished(lane: Lane, item: Item): void {
    const { seq, isKept } = item;
    if (isKept) this.#options.outbox.add({ lane, seq, retry: "over" });
    this.#over(lane, item, "kept");
  }

  /** Nothing more is to be done for one that was under way. */
  #over(lane: Lane, item: Item, ending: Ending): void {
    lane.window.settle(item, null);
    this.#finish(lane, item.seq, ending);
    this.#options.moved(lane);
  }

  /** Notes what an attempt came to. The event's place is free once that is written down. */
  attempted(lane: Lane, item: Item, { judged, at, tookMs }: Attempted): void {
    if (lane.isDropped) return;
    const { clock, outbox, moved, turnOff } = this.#options;
    const now = clock.now();
    const isUnanswered = lane.note(judged, at, Math.random());
    const { outcome, status, failure, answer, turnsOff } = judged;
    const isDelivered = outcome === "delivered";
    const place = { ...placeOf(lane, item), outcome, status, failure };
    const attempt: AttemptRow = { ...place, at, attempt: item.attempts + 1, tookMs, answer };
    if (turnsOff) turnOff(lane, outcome === "refused" ? "refused" : "gone");
    else if (isUnanswered) turnOff(lane, "unanswered");
    if (turnsOff && !isDelivered) {
      // Where it was in the log stays: the event is sent when a person turns the destination on again.
      const written = () => lane.window.giveBack(item);
      this.#note(lane, { attempt, counts: { failed: 1 }, written });
      return;
    }
    item.attempts++;
    item.firstAt ??= at;
    const tried = { schedule: lane.destination.settings.schedule, outcome, attempts: item.attempts };
    const nextAt = isDelivered
      ? null
      : nextTry({ ...tried, notBefore: judged.notBefore }, now, Math.random());
    // Its row says so already, and stays as it is.
    if (item.isDismissed && !isDelivered) {
      this.#note(lane, { attempt, counts: { failed: 1 }, written: () => this.#over(lane, item, "kept") });
      return;
    }
    const isGivenUp = !isDelivered && nextAt === null;
    const retry: RetryRow | "over" | undefined = isDelivered
      ? item.isKept
        ? "over"
        : undefined
      : { ...place, ...triesOf(item, at), state: isGivenUp ? "failed" : "waiting", nextAt };
    this.#note(lane, {
      attempt,
      ...(retry === undefined ? {} : { retry }),
      counts: { delivered: isDelivered ? 1 : 0, failed: isDelivered ? 0 : 1, givenUp: isGivenUp ? 1 : 0 },
      written: () => {
        const isLeft = lane.window.settle(item, nextAt === null ? null : lane.dueMs(nextAt));
        this.#finish(lane, item.seq, isDelivered ? "delivered" : "kept");
        if (isLeft) outbox.add({ lane, seq: item.seq, retry: "over", counts: { skipped: 1 } });
        moved(lane);
      },
    });
  }

  #note(
    lane: Lane,
    note: {
      attempt: AttemptRow;
      retry?: RetryRow | "over";
      counts: Record<string, number>;
      written: () => void;
    },
  ): void {
    lane.unwritten++;
    const { written } = note;
    this.#options.outbox.add({
      ...note,
      lane,
      seq: note.attempt.seq,
      written: () => {
        lane.unwritten--;
        written();
      },
    });
  }

  /** Writes down those that wait behind one that is to be tried again, so that the position can pass them. */
  keepHeld(lane: Lane): void {
    const { clock, outbox } = this.#options;
    const now = clock.now();
    for (const item of lane.window.held()) {
      lane.window.keep(item);
      const { seq } = item;
      const why = { outcome: "ill", status: null, failure: "HELD" } as const;
      const tries = { ...triesOf(item, now), state: "waiting", nextAt: null } as const;
      outbox.add({
        lane,
        seq,
        retry: { ...placeOf(lane, item), ...why, ...tries },
        written: () => this.#finish(lane, seq, "kept"),
      });
    }
  }

  /** Forgets what events hold that wait since before a time: they are read again, as far as they were not erased. */
  forgetBodies(lane: Lane, beforeMs: number): void {
    for (const item of lane.window.waiting()) if (item.sinceMs < beforeMs) item.event = null;
  }

  /** Moves a lane's position past what was finished before a time, and counts what it passes that no attempt tells of. */
  advance(lane: Lane, beforeMs: number): void {
    const passed = lane.progress.advance(beforeMs);
    if (!passed) return;
    const counts = { notWanted: passed.not_wanted, skipped: passed.skipped };
    if (counts.notWanted + counts.skipped === 0) this.#options.outbox.touch(lane);
    else this.#options.outbox.add({ lane, seq: lane.progress.position, counts });
    lane.window.forget(lane.progress.position, this.#options.clock.nowMs());
  }
}

const FRESH = {
  dueMs: 0,
  isKept: false,
  skipped: 0,
  isDismissed: false,
  attempts: 0,
  firstAt: null,
  isReplay: false,
};

const placeOf = ({ destinationId, storeHash }: Lane, { seq, occurredAt, hash, scope, thing }: Item) => ({
  destinationId,
  storeHash,
  seq,
  occurredAt,
  hash,
  scope,
  thing,
});

const triesOf = ({ attempts, firstAt }: Item, lastAt: Date) => ({
  attempts,
  firstAt: firstAt ?? lastAt,
  lastAt,
});
