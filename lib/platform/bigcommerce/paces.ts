import {
  type Pace,
  paceAfterAnswer,
  paceAfterCall,
  paceAfterSilence,
  type PacedAnswer,
  paceWaitMs,
  quotaRoom,
  type QuotaRoom,
  UNKNOWN_PACE,
} from "./pace.ts";
import { processWide } from "#lib/process-wide.ts";

/** From this many stores on, those that nothing holds back any more are forgotten. */
const STORES_KEPT = 1_000;

/** The pace of one store's calls, shared by all that make them. Times are milliseconds of the callers' one clock. */
export class StorePace {
  #pace: Pace = UNKNOWN_PACE;

  /** How long to wait before a call; ask again after the wait. */
  waitMs(nowMs: number): number {
    return paceWaitMs(this.#pace, nowMs);
  }

  /** How much of the store's quota is left. */
  room(nowMs: number): QuotaRoom {
    return quotaRoom(this.#pace, nowMs);
  }

  /** A call is sent. */
  called(nowMs: number): void {
    this.#pace = paceAfterCall(this.#pace, nowMs);
  }

  /** It is answered. */
  heard(answer: PacedAnswer, nowMs: number): void {
    this.#pace = paceAfterAnswer(this.#pace, answer, nowMs);
  }

  /** It ended without an answer. */
  missed(): void {
    this.#pace = paceAfterSilence(this.#pace);
  }

  /** Whether what is known has no meaning any more. */
  isOver(nowMs: number): boolean {
    const { underWay, resetsAtMs, heldUntilMs } = this.#pace;
    return underWay === 0 && nowMs >= Math.max(resetsAtMs, heldUntilMs);
  }
}

const paces = processWide("paces", () => new Map<string, StorePace>());

/** The pace of a store's calls in this process. Other processes learn of them by the quota that BigCommerce names. */
export function paceOfStore(storeHash: string, nowMs: number): StorePace {
  if (paces.size >= STORES_KEPT) {
    for (const [hash, pace] of paces) if (pace.isOver(nowMs)) paces.delete(hash);
  }
  const pace = paces.get(storeHash) ?? new StorePace();
  paces.set(storeHash, pace);
  return pace;
}

/** The smallest share of its quota that a store has left, of those that this process calls; 1 when none is called. */
export function smallestQuotaShare(nowMs: number): number {
  let smallest = 1;
  for (const pace of paces.values()) smallest = Math.min(smallest, pace.room(nowMs).share);
  return smallest;
}
