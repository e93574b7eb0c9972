import { Agent, request } from "node:http";
import type { SignedDelivery } from "./deliveries.ts";

/** What a sender saw of its delivery. */
export interface Answer {
  /** 0 when there was none. */
  status: number;
  /** Milliseconds from the moment at which it had a connection to the end of its answer. */
  tookMs: number;
}

/** Makes connections for `post`; keeps them open between deliveries. */
export const keptConnections = (max: number) => new Agent({ keepAlive: true, maxSockets: max });

/** Sends one delivery. Never throws: a sender that was hung up on has no answer. */
export function post(url: string, agent: Agent, { headers, body }: SignedDelivery): Promise<Answer> {
  let startedAt = performance.now();
  return new Promise((settle) => {
    const end = (status: number) => settle({ status, tookMs: performance.now() - startedAt });
    const sent = request(url, { agent, method: "POST", headers }, (response) => {
      response.resume().once("close", () => end(response.complete ? (response.statusCode ?? 0) : 0));
    });
    // Before that it waited for one that another delivery of ours had.
    sent.once("socket", () => (startedAt = performance.now()));
    sent.once("error", () => end(0));
    sent.end(body);
  });
}
