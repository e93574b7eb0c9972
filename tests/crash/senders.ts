import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { signedDelivery, type Sender, type SignedDelivery } from "#tests/lab/deliveries.ts";
import type { Witness } from "./verdict.ts";

const SENDERS = 32;
/** Part of the deliveries that come again though they were acknowledged, as BigCommerce's do now and then. */
const REPEATED = 0.05;
/** Part that comes again because nobody acknowledged it. */
const RETRIED = 0.2;
/** After a refusal a sender rests, so that a dead server is not asked thousands of times a second. */
const REST_MS = 20;
const ANSWER_MS = 20_000;

/** Senders at work: they never stop for a crash, and they remember every answer. */
export interface Senders {
  witness: Witness;
  acknowledgements(): number;
  /** Sends once more whatever was never acknowledged, until all of it is, and stops. */
  finish(): Promise<void>;
}

/** Begins to deliver to `url`, each of many senders one delivery after the other. */
export function startSenders(url: string, sender: Sender): Senders {
  const acknowledged = new Map<string, number>();
  const done: string[] = [];
  const open = new Set<string>();
  /** Copies of a delivery tell the same time of their event, which is part of what it is recognised by. */
  const sent = new Map<string, Date>();
  const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });
  let answers = 0;
  const stopping = new AbortController();

  const deliver = async (hash: string): Promise<void> => {
    const now = new Date();
    const occurredAt = sent.get(hash) ?? now;
    sent.set(hash, occurredAt);
    open.add(hash);
    const index = Number.parseInt(hash.slice(0, 6), 16);
    const status = await post(url, agent, signedDelivery(hash, { index, occurredAt }, sender, now));
    if (status !== 200) {
      await pause(REST_MS);
      return;
    }
    answers++;
    open.delete(hash);
    if (!acknowledged.has(hash)) done.push(hash);
    acknowledged.set(hash, (acknowledged.get(hash) ?? 0) + 1);
  };
  const choose = (): string => {
    const chance = Math.random();
    if (chance < REPEATED && done.length > 0) return done[Math.floor(Math.random() * done.length)] ?? "";
    const [waiting] = chance < REPEATED + RETRIED ? open : [];
    return waiting ?? randomBytes(20).toString("hex");
  };
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) await deliver(choose());
  };
  const workers = Array.from({ length: SENDERS }, work);
  return {
    witness: { acknowledged, sent },
    acknowledgements: () => answers,
    finish: async () => {
      stopping.abort();
      await Promise.all(workers);
      while (open.size > 0) await Promise.all([...open].slice(0, SENDERS).map(deliver));
      agent.destroy();
    },
  };
}

/** The status of the answer; 0 when there was none. */
function post(url: string, agent: Agent, { headers, body }: SignedDelivery): Promise<number> {
  return new Promise((settle) => {
    const sending = request(url, { agent, method: "POST", headers, timeout: ANSWER_MS }, (response) => {
      response.resume().once("close", () => settle(response.complete ? (response.statusCode ?? 0) : 0));
    });
    sending.once("timeout", () => sending.destroy());
    sending.once("error", () => settle(0));
    sending.end(body);
  });
}
