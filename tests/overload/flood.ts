import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { signedDeliveries, type Sender } from "#tests/lab/deliveries.ts";
import { post } from "#tests/lab/post.ts";

/** More than the app lets in, so that its own bound is met, too. */
const CONNECTIONS_MAX = 6_000;
const TICK_MS = 10;

/** What became of the deliveries of a flood. */
export interface FloodOutcome {
  /** Deliveries by the status of their answer; 0 for those that were hung up on. */
  statuses: Record<number, number>;
  /** Milliseconds of the slowest answer. */
  slowestMs: number;
  /** Deliveries that were due and not sent, because too many others had no answer yet. */
  unsent: number;
}

/**
 * Sends deliveries at a rate that does not depend on the answers, for a time. Resolves when all have their answer.
 * @param onSecond Called every second.
 */
export async function flood(
  url: string,
  sender: Sender,
  { perSecond, seconds, onSecond }: { perSecond: number; seconds: number; onSecond(): void },
): Promise<FloodOutcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });
  const outcome: FloodOutcome = { statuses: {}, slowestMs: 0, unsent: 0 };
  const open = new Set<Promise<void>>();
  const startedAt = performance.now();
  let due = 0;
  let second = 0;
  for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - startedAt) / 1_000) {
    const count = Math.floor(elapsed * perSecond) - due;
    due += count;
    const sendable = Math.min(count, CONNECTIONS_MAX - open.size);
    outcome.unsent += count - sendable;
    for (const delivery of signedDeliveries(sendable, sender, new Date())) {
      const sending: Promise<void> = post(url, agent, delivery).then(({ status, tookMs }) => {
        outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1;
        if (status !== 0) outcome.slowestMs = Math.max(outcome.slowestMs, tookMs);
        open.delete(sending);
      });
      open.add(sending);
    }
    if (elapsed >= second + 1) {
      second = Math.floor(elapsed);
      onSecond();
    }
    await pause(TICK_MS);
  }
  await Promise.all(open);
  agent.destroy();
  return outcome;
}
