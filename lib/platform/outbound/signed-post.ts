import { once } from "node:events";
import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { webhookUrlFault } from "#lib/contract/values/alert-faults.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import { PrivateAddress, resolvePublic, type ResolvedAddress } from "./public-address.ts";
import { DELIVERED, type Attempt } from "./attempt.ts";

/** Bound of an attempt, from resolving the name to the status of the answer. */
const TIMEOUT_MS = 5_000;
/** Statuses of 4xx that pass: too slow, too early, too many. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** What is sent to a webhook. */
export interface WebhookCall {
  url: string;
  /** Each `whsec_` and the base64 of a key's bytes. All of them sign. */
  secrets: readonly string[];
  /** The same in every attempt, so that a receiver can tell a copy. */
  id: string;
  body: string;
}

export interface WebhookOptions {
  now: Date;
  /** Allows http, and this machine. */
  isSandbox: boolean;
  /** Ends the attempt early, when the process stops. */
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
}

/**
 * Posts a message, signed by Standard Webhooks, to a public address. The name is resolved once and the connection goes to
 * what it resolved to, so that it cannot lead elsewhere meanwhile; redirects are not followed. Repeatable. Never throws,
 * save that it ends when `signal` fires. Source: Standard Webhooks 1.0.0, headers and signature scheme.
 */
export async function postWebhook(call: WebhookCall, options: WebhookOptions): Promise<Attempt> {
  const { isSandbox, signal, timeoutMs = TIMEOUT_MS } = options;
  if (webhookUrlFault(call.url, isSandbox) !== null)
    return { result: "refused", status: null, failure: "PRIVATE_ADDRESS" };
  const timeout = AbortSignal.timeout(timeoutMs);
  const end = signal ? AbortSignal.any([timeout, signal]) : timeout;
  try {
    const { hostname } = new URL(call.url);
    const addresses = await Promise.race([
      resolvePublic(hostname, { isLoopbackAllowed: isSandbox }),
      ended(end),
    ]);
    return judge(await post(call, addresses, options.now, end));
  } catch (error) {
    if (signal?.aborted) throw error;
    if (error instanceof PrivateAddress) return { result: "refused", status: null, failure: error.code };
    const failure = timeout.aborted ? "RECEIVER_TOO_SLOW" : "RECEIVER_UNREACHABLE";
    return { result: "passing", status: null, failure };
  }
}

/** The key's bytes of a secret as Standard Webhooks writes it. */
export function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ""), "base64");
}

async function post(
  { url, secrets, id, body }: WebhookCall,
  addresses: ResolvedAddress[],
  now: Date,
  signal: AbortSignal,
): Promise<number> {
  const bytes = Buffer.from(body);
  const timestamp = Math.floor(now.getTime() / 1_000);
  const request = (url.startsWith("https:") ? requestHttps : requestHttp)(url, {
    method: "POST",
    agent: false,
    signal,
    lookup: (_hostname, { all }, answer) => {
      const [first = { address: "", family: 4 }] = addresses;
      if (all) answer(null, addresses);
      else answer(null, first.address, first.family);
    },
    headers: {
      "Content-Type": "application/json",
      "Content-Length": bytes.length,
      "User-Agent": "Webhook Keeper",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": secrets.map((secret) => sign(id, timestamp, bytes, keyOf(secret))).join(" "),
    },
  });
  request.end(bytes);
  // Cast: this event brings the answer and nothing else.
  const [response] = (await once(request, "response")) as [IncomingMessage];
  // What it says beyond the status is of no use, and may have no end.
  response.destroy();
  return response.statusCode ?? 0;
}

function judge(status: number): Attempt {
  if (status >= 200 && status < 300) return DELIVERED(status);
  if (status >= 300 && status < 400) return { result: "refused", status, failure: "RECEIVER_REDIRECTS" };
  if (status >= 400 && status < 500 && !PASSING.has(status))
    return { result: "refused", status, failure: "RECEIVER_REFUSED" };
  return { result: "passing", status, failure: "RECEIVER_FAILED" };
}

async function ended(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, "abort");
  throw signal.reason;
}
