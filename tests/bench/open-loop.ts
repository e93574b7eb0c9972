import { Agent, request } from "node:http";
import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import type { SignedDelivery } from "#tests/lab/deliveries.ts";

/** A round of requests that start when they are due, whatever became of those before. */
export interface OpenRound {
  url: string;
  perSecond: number;
  deliveries: readonly SignedDelivery[];
  /** Hears of every delivery as it is acknowledged. */
  onAnswered?: (hash: string) => void;
}

/** Milliseconds from the instant at which a request was due to the end of its answer, so that a stall counts for all who wait. */
export interface Latency {
  p50: number;
  p99: number;
  p999: number;
}

const CONNECTIONS_MAX = 256;
const MICROS = 1_000;

/**
 * Sends every delivery at its own instant, evenly spread.
 * @throws when an answer is not 200: the latency of refusals is no latency.
 */
export async function openRound({ url, perSecond, deliveries, onAnswered }: OpenRound): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX });
  const histogram = createHistogram();
  const startAt = performance.now() + 100;
  const answers: Promise<void>[] = [];
  for (let next = 0; next < deliveries.length;) {
    const now = performance.now();
    while (next < deliveries.length && startAt + (next * 1000) / perSecond <= now) {
      const delivery = deliveries[next];
      if (delivery)
        answers.push(
          send(url, agent, delivery, startAt + (next * 1000) / perSecond, histogram).then(() =>
            onAnswered?.(delivery.hash),
          ),
        );
      next++;
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(answers);
  agent.destroy();
  const milliseconds = (percentile: number) => histogram.percentile(percentile) / MICROS;
  return { p50: milliseconds(50), p99: milliseconds(99), p999: milliseconds(99.9) };
}

function send(
  url: string,
  agent: Agent,
  { headers, body }: SignedDelivery,
  dueAt: number,
  histogram: RecordableHistogram,
): Promise<void> {
  return new Promise((done, fail) => {
    const sent = request(url, { agent, method: "POST", headers }, (response) => {
      response.resume().once("end", () => {
        histogram.record(Math.max(1, Math.round((performance.now() - dueAt) * MICROS)));
        if (response.statusCode === 200) done();
        else fail(new Error(`${url} answered ${response.statusCode}`));
      });
    });
    sent.once("error", fail);
    sent.end(body);
  });
}
