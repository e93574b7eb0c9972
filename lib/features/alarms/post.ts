import type { OperatorSettings } from "#lib/config/operator-settings.ts";
import { log } from "#lib/log/log.ts";
import type { Attempt } from "#lib/platform/outbound/attempt.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/time.ts";
import type { AlarmMessage } from "./message.ts";
import { attemptBy, waysOf, type Way } from "./ways.ts";

/** Between the first two attempts; each gap is twice the one before. */
const FIRST_GAP_MS = MINUTE_MS;
const LONGEST_GAP_MS = HOUR_MS;
/** After some two days nobody waits for it, and a reminder came. */
const ATTEMPTS_MAX = 50;

interface Waiting {
  message: AlarmMessage;
  attempts: number;
  nextMs: number;
}

/**
 * Brings messages to the operator, by mail and by the webhook, each on its own. What does not arrive is tried again, more and
 * more rarely; a newer message of the same alarm takes its place, so that what waits is bounded by the number of alarms. It waits in
 * memory: a process that ends forgets it, and the alarm's next word says what is so.
 */
export class AlarmPost {
  readonly #ways: readonly Way[];
  readonly #waiting: Map<string, Waiting>[];

  constructor(operator: OperatorSettings) {
    this.#ways = waysOf(operator);
    this.#waiting = this.#ways.map(() => new Map());
  }

  /** Has a message go out with the next call of {@link send}. */
  put(alarm: string, message: AlarmMessage): void {
    for (const waiting of this.#waiting) waiting.set(alarm, { message, attempts: 0, nextMs: -Infinity });
  }

  /** Sends what is due. Never throws, save that it ends when `signal` fires. @param nowMs Of a clock that is never put back. */
  async send(now: Date, nowMs: number, signal: AbortSignal): Promise<void> {
    await Promise.all(
      this.#ways.map(async (way, index) => {
        for (const [alarm, waiting] of this.#waiting[index] ?? []) {
          if (waiting.nextMs > nowMs || signal.aborted) continue;
          const attempt = await attemptBy(way, waiting.message, now, signal);
          if (this.#settle(alarm, way, waiting, attempt, nowMs)) this.#waiting[index]?.delete(alarm);
        }
      }),
    );
  }

  /** @returns whether it is settled. */
  #settle(
    alarm: string,
    way: Way,
    waiting: Waiting,
    { result, status, failure }: Attempt,
    nowMs: number,
  ): boolean {
    waiting.attempts++;
    const gapMs = Math.min(FIRST_GAP_MS * 2 ** (waiting.attempts - 1), LONGEST_GAP_MS);
    waiting.nextMs = nowMs + gapMs;
    const said = { alarm, channel: "email" in way ? "email" : "webhook", result, status, failure };
    if (result === "delivered") log.info(said, "told the operator of an alarm");
    else log.error(said, "the operator was not told of an alarm");
    return result !== "passing" || waiting.attempts >= ATTEMPTS_MAX;
  }
}
