import { Agent, request } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import { SELF_SIGNED } from "#tests/fixtures/self-signed.ts";
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

/** The same to a proxy that ends TLS with the certificate of the tests. */
export const keptSecureConnections = (max: number) =>
  new SecureAgent({ keepAlive: true, maxSockets: max, ca: SELF_SIGNED.cert });

/** Sends one delivery. Never throws: a sender that was hung up on has no answer. */
export function post(url: string, agent: Agent, { headers, body }: SignedDelivery): Promise<Answer> {
  let startedAt = performance.now();
  const ask = url.startsWith("https:") ? secureRequest : request;
  return new Promise((settle) => {
    const end = (status: number) => settle({ status, tookMs: performance.now() - startedAt });
    const sent = ask(url, { agent, method: "POST", headers }, (response) => {
      response.resume().once("close", () => end(response.complete ? (response.statusCode ?? 0) : 0));
    });
    // Before that it waited for one that another delivery of ours had.
    sent.once("socket", () => (startedAt = performance.now()));
    sent.once("error", () => end(0));
    sent.end(body);
  });
}
