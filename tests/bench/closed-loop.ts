import autocannon from "autocannon";
import type { SignedDelivery } from "#tests/lab/deliveries.ts";

/** A round of requests, each connection sending its next one as soon as it has the answer to the last. */
export interface ClosedRound {
  url: string;
  connections: number;
  deliveries: readonly SignedDelivery[];
}

export interface ClosedOutcome {
  /** Answers with 2xx a second, from the first answer to the last. */
  perSecond: number;
  /** Answers by status, and connections that broke. */
  statuses: Record<string, number>;
}

/**
 * Sends every delivery once and counts the answers. Requests are built before the clock starts.
 * @throws when an answer is not 2xx: a rate of refusals would be no rate.
 */
export async function closedRound({ url, connections, deliveries }: ClosedRound): Promise<ClosedOutcome> {
  const each = Math.floor(deliveries.length / connections);
  let made = 0;
  let first = 0;
  let last = 0;
  const statuses: Record<string, number> = {};
  await new Promise<void>((done, fail) => {
    const instance = autocannon(
      {
        url,
        connections,
        amount: each * connections,
        method: "POST",
        timeout: 30,
        setupClient: (client) => {
          const own = deliveries.slice(made * each, (made + 1) * each);
          made++;
          client.setRequests(own.map(({ headers, body }) => ({ method: "POST", headers, body })));
        },
      },
      (error: Error | null) => (error ? fail(error) : done()),
    );
    instance.on("response", (_client, status) => {
      last = performance.now();
      first ||= last;
      statuses[status] = (statuses[status] ?? 0) + 1;
    });
    instance.on("reqError", () => (statuses.error = (statuses.error ?? 0) + 1));
  });
  const answered = statuses[200] ?? 0;
  if (answered !== each * connections) throw new Error(`${url} answered ${JSON.stringify(statuses)}`);
  return { perSecond: ((answered - connections) * 1000) / (last - first), statuses };
}
