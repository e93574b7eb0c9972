import { CONCURRENCY_MAX, type DeliveryOutcome } from "#lib/contract/values/destinations.ts";
import { MINUTE_MS } from "#lib/time.ts";

/** So many ill outcomes in a row pause a destination. */
const ILL_IN_A_ROW = 10;
/** Or so many outcomes within the window, at least half of them ill. */
const SEEN_MIN = 20;
/** The window: the present slot and the eleven before it. */
const SLOT_MS = 5_000;
const SLOTS = 12;
const PAUSE_MS = 30_000;
const PAUSE_MS_MAX = 10 * MINUTE_MS;
/** Each pause is so much shorter or longer, so that destinations on one machine are not tried together. */
const SPREAD = 0.2;
/** So many successes after a pause end it. */
const SUCCESSES = 2;

/** Outcomes within one slot. */
interface Slot {
  /** Number of the slot since 1970. */
  slot: number;
  seen: number;
  ill: number;
}

interface Closed {
  kind: "closed";
  illInARow: number;
  slots: readonly Slot[];
  /** Requests at once, while it grows again after a pause; null when nothing limits it. */
  concurrency: number | null;
  /** When it was left one request at once; absent before. Milliseconds since 1970. */
  narrowedMs?: number;
}

interface Paused {
  kind: "paused";
  /** Until then nothing is sent; from then on one event at a time. Milliseconds since 1970. */
  untilMs: number;
  /** Pauses in a row, this one included. */
  pauses: number;
  /** Successes since the pause was over. */
  successes: number;
}

/** What is remembered of how a destination answers. JSON of a few hundred bytes, however much is sent. */
export type BreakerState = Closed | Paused;

/** Nothing is known against the destination. */
export const CLOSED: Closed = { kind: "closed", illInARow: 0, slots: [], concurrency: null };

/** Whether something may be sent. `probe`: one event, and its outcome is noted before another one. */
export type Admission = { kind: "open" } | { kind: "probe" } | { kind: "closed"; until: Date };

/**
 * Whether something may be sent to a destination now. Whoever sends a probe takes another event than for the probe
 * before, so that one event alone cannot keep the destination paused. Pure.
 */
export function admits(state: BreakerState, now: Date): Admission {
  if (state.kind === "closed") return { kind: "open" };
  return now.getTime() < state.untilMs
    ? { kind: "closed", until: new Date(state.untilMs) }
    : { kind: "probe" };
}

/**
 * Requests to a destination at once: none within a pause, one as a probe. After a pause, or a request that got no answer in
 * time, one more with each success, so that they double with each round: after six rounds fifty are back. Pure.
 * @param most As its settings have it.
 */
export function concurrencyOf(state: BreakerState, most: number, now: Date): number {
  if (state.kind === "closed") return Math.min(state.concurrency ?? most, most);
  return now.getTime() < state.untilMs ? 0 : 1;
}

/**
 * The state after an outcome. Those of requests that were under way when a pause began change nothing. Only whether a
 * destination works counts: an event that it does not want is none of its faults. Pure.
 * @param now When the outcome was known.
 * @param random From 0 to 1.
 * @param slow Of a request that got no answer in time, or was not made in time; null of any other. It leaves one request at once, unless it began before
 * the last that did: what hung at one moment counts as one.
 */
export function noted(
  state: BreakerState,
  outcome: DeliveryOutcome,
  now: Date,
  random: number,
  slow: { begunAt: Date } | null = null,
): BreakerState {
  const nowMs = now.getTime();
  if (state.kind === "closed") {
    const next = notedOpen(state, outcome, nowMs, random);
    const narrows = slow !== null && slow.begunAt.getTime() >= (state.narrowedMs ?? 0);
    return narrows && next.kind === "closed" ? { ...next, concurrency: 1, narrowedMs: nowMs } : next;
  }
  if (nowMs < state.untilMs) return state;
  switch (outcome) {
    // An answer about this event, which only a receiver that works can give.
    case "delivered":
    case "unwelcome":
    case "given_up":
      return state.successes + 1 >= SUCCESSES
        ? { ...CLOSED, concurrency: 1, narrowedMs: nowMs }
        : { ...state, successes: state.successes + 1 };
    case "ill":
      return paused(state.pauses + 1, nowMs, random);
    case "busy":
      return paused(state.pauses, nowMs, random);
    // Nobody was asked, or nobody will be anymore.
    case "gone":
    case "refused":
    case "broken":
      return state;
  }
}

/** The state once a person had the destination tried at once: a pause is over, and one event goes. Pure. */
export const resumed = (state: BreakerState, now: Date): BreakerState =>
  state.kind === "paused" ? { ...state, untilMs: Math.min(state.untilMs, now.getTime()) } : state;

function notedOpen(state: Closed, outcome: DeliveryOutcome, nowMs: number, random: number): BreakerState {
  if (outcome !== "delivered" && outcome !== "ill") return state;
  const isIll = outcome === "ill";
  const slots = withOutcome(state.slots, isIll, nowMs);
  const illInARow = isIll ? state.illInARow + 1 : 0;
  const seen = slots.reduce((sum, each) => sum + each.seen, 0);
  const ill = slots.reduce((sum, each) => sum + each.ill, 0);
  if (illInARow >= ILL_IN_A_ROW || (seen >= SEEN_MIN && ill * 2 >= seen)) return paused(1, nowMs, random);
  const { concurrency } = state;
  return {
    ...state,
    illInARow,
    slots,
    concurrency: concurrency === null || isIll ? concurrency : grown(concurrency),
  };
}

function paused(pauses: number, nowMs: number, random: number): Paused {
  const pauseMs = Math.min(PAUSE_MS * 2 ** (pauses - 1), PAUSE_MS_MAX) * (1 - SPREAD + 2 * SPREAD * random);
  return { kind: "paused", untilMs: nowMs + Math.round(pauseMs), pauses, successes: 0 };
}

/** The window with one more outcome; what is older, or of a clock that was put back, is dropped. */
function withOutcome(slots: readonly Slot[], isIll: boolean, nowMs: number): Slot[] {
  const now = Math.floor(nowMs / SLOT_MS);
  const present = slots.find(({ slot }) => slot === now) ?? { slot: now, seen: 0, ill: 0 };
  const others = slots.filter(({ slot }) => slot < now && slot > now - SLOTS);
  return [...others, { slot: now, seen: present.seen + 1, ill: present.ill + (isIll ? 1 : 0) }];
}

/** As large as any destination may have it, nothing limits it anymore. */
const grown = (concurrency: number) => (concurrency + 1 >= CONCURRENCY_MAX ? null : concurrency + 1);
