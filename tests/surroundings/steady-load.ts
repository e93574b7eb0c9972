import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "#tests/bench/statistics.ts";
import { answeredPercentMin, judge, type Answered, type KeptRow } from "#tests/crash/verdict.ts";
import { signedDeliveries, type Sender } from "#tests/lab/deliveries.ts";
import { keptSecureConnections, post } from "#tests/lab/post.ts";

const TICK_MS = 5;
const CONNECTIONS_MAX = 256;
/** The log is looked at again so often, while something is missing. */
const LOOK_MS = 1_000;

/** What became of the first attempts; nothing is sent a second time. */
export interface LoadReport {
  sent: number;
  /** First attempts by the status of their answer; 0 for those that got none. */
  statuses: Record<number, number>;
  /** Milliseconds from sending to the answer. */
  p50: number;
  p99: number;
  max: number;
  /** The least part that was answered 200 in two minutes, in percent. */
  answeredPercentMin: number;
  /** Acknowledged and not in the log; in the log more than once. */
  lost: number;
  doubled: number;
}

/** A load that goes on until it is told to end. */
export interface SteadyLoad {
  sent(): number;
  /** How each was answered so far, by the event's hash. */
  answers(): ReadonlyMap<string, Answered>;
  /**
   * Waits for the answers that are due, and holds the log against them.
   * @param patienceMs So long what was acknowledged may still be on its way into the log.
   */
  end(readLog: () => Promise<readonly KeptRow[]>, patienceMs?: number): Promise<LoadReport>;
}

/** Sends new events at a rate that does not depend on the answers, as BigCommerce does: first attempts alone. */
export function startLoad(url: string, sender: Sender, perSecond: number): SteadyLoad {
  const agent = keptSecureConnections(CONNECTIONS_MAX);
  const ended = new AbortController();
  const answers = new Map<string, Answered>();
  const open = new Set<Promise<void>>();
  let sent = 0;
  const send = async () => {
    for (const startedAt = performance.now(); !ended.signal.aborted; await pause(TICK_MS)) {
      const due = Math.floor(((performance.now() - startedAt) / 1_000) * perSecond);
      for (const delivery of signedDeliveries(due - sent, sender, new Date())) {
        const atMs = performance.now();
        const sending: Promise<void> = post(url, agent, delivery).then((answer) => {
          answers.set(delivery.hash, { atMs, ...answer });
          open.delete(sending);
        });
        open.add(sending);
      }
      sent = due;
    }
  };
  const sending = send();
  return {
    sent: () => sent,
    answers: () => answers,
    end: async (readLog, patienceMs = 0) => {
      ended.abort();
      await sending;
      await Promise.all(open);
      agent.destroy();
      const all = [...answers.values()];
      const times = all.map(({ tookMs }) => tookMs);
      const acknowledged = new Map(
        [...answers].flatMap(([hash, { status }]) => (status === 200 ? [[hash, 1] as const] : [])),
      );
      const compare = async () => {
        const rows = (await readLog()).filter(({ hash }) => answers.has(hash));
        return judge({ acknowledged, sent: answers }, rows);
      };
      const giveUpAt = performance.now() + patienceMs;
      let verdict = await compare();
      for (; verdict.lost > 0 && performance.now() < giveUpAt; verdict = await compare())
        await pause(LOOK_MS);
      const statuses: Record<number, number> = {};
      for (const { status } of all) statuses[status] = (statuses[status] ?? 0) + 1;
      return {
        sent: all.length,
        statuses,
        p50: percentile(times, 0.5),
        p99: percentile(times, 0.99),
        max: times.reduce((most, each) => Math.max(most, each), 0),
        answeredPercentMin: answeredPercentMin(all),
        lost: verdict.lost,
        doubled: verdict.doubled,
      };
    },
  };
}
