import { sign } from "#lib/crypto/webhook-signature.ts";
import { DELIVERED, type Attempt } from "./attempt.ts";
import { outbound } from "./client.ts";
import type { Outcome } from "./exchange.ts";

/** Bound of an attempt, from resolving the name to the status of the answer. */
const TIMEOUT_MS = 5_000;
/** Statuses of 4xx that pass: too slow, too early, too many. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** What is sent to a webhook. */
export interface WebhookCall {
  url: string;
  /** Each `whsec_` and the base64 of a key's bytes. All of them sign; without any nothing does. */
  secrets: readonly string[];
  /** The same in every attempt, so that a receiver can tell a copy. */
  id: string;
  body: string;
}

export interface WebhookOptions {
  now: Date;
  /** Ends the attempt early, when the process stops. */
  signal?: AbortSignal | undefined;
}

/**
 * Posts a message, signed by Standard Webhooks, where the guard lets it. Repeatable. Never throws, save that it ends when
 * `signal` fires. Source: Standard Webhooks 1.0.0, headers and signature scheme.
 */
export async function postWebhook(
  { url, secrets, id, body }: WebhookCall,
  { now, signal }: WebhookOptions,
): Promise<Attempt> {
  const bytes = Buffer.from(body);
  const timestamp = Math.floor(now.getTime() / 1_000);
  const signature = secrets.map((secret) => sign(id, timestamp, bytes, keyOf(secret))).join(" ");
  const headers = {
    "Content-Type": "application/json",
    "User-Agent": "Webhook Keeper",
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    ...(signature !== "" && { "webhook-signature": signature }),
  };
  return judge(await outbound().post({ url, headers, body: bytes }, { headMs: TIMEOUT_MS, signal }));
}

/** The key's bytes of a secret as Standard Webhooks writes it. */
export function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ""), "base64");
}

function judge(outcome: Outcome): Attempt {
  if (outcome.kind === "refused") return { result: "refused", status: null, failure: outcome.why };
  if (outcome.kind === "failed") {
    const failure = outcome.failure === "timeout" ? "RECEIVER_TOO_SLOW" : "RECEIVER_UNREACHABLE";
    return { result: "passing", status: null, failure };
  }
  const { status } = outcome;
  if (status >= 200 && status < 300) return DELIVERED(status);
  if (status >= 300 && status < 400) return { result: "refused", status, failure: "RECEIVER_REDIRECTS" };
  if (status >= 400 && status < 500 && !PASSING.has(status))
    return { result: "refused", status, failure: "RECEIVER_REFUSED" };
  return { result: "passing", status, failure: "RECEIVER_FAILED" };
}
