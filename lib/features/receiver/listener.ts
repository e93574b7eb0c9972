import type { IncomingMessage, ServerResponse } from "node:http";
import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { BodyBudget } from "./body-budget.ts";
import { BODY_BYTES_MAX, receiver, refuseUnopened, STATUS_OF } from "./receive.ts";
import { refusedRequest, rejections, UNKNOWN_STORE } from "./rejections.ts";
import { passRest } from "./rest-of-body.ts";
import { type CutShort, readWhole } from "./whole-body.ts";

const PATH = /^\/api\/webhooks\/([^/?#]+)\/?(?:[?#]|$)/;

/** Memory for bodies that are not complete yet, all together. */
const READING_BYTES_MAX = 32 * 1024 * 1024;
/** A body that takes longer has a sender who gave up: BigCommerce waits ten seconds or so for its answer. */
const READING_MS_MAX = 10_000;
const SWEEP_MS = 1_000;

const budget = new BodyBudget({ bytesMax: READING_BYTES_MAX, timeMsMax: READING_MS_MAX });
setInterval(() => budget.sweep(performance.now()), SWEEP_MS).unref();

/** What is answered to a body that was not read to its end. */
const CUT_SHORT = {
  too_large: { status: 413, reason: "too_large" },
  too_slow: { status: 408, reason: "too_slow" },
  crowded_out: { status: 503, reason: "overloaded" },
} as const satisfies Record<CutShort, { status: number; reason: RejectionReason }>;

/**
 * The store's hash, when a request's path is an address of the receiver; undefined otherwise.
 * @param url Path and query, as `readTarget` gives it.
 */
export function receiverPath(url: string | undefined): string | undefined {
  return PATH.exec(url ?? "")?.[1];
}

/**
 * The receiver's door on a plain Node server: answers one arrival for `storeHash` with a status and nothing else.
 * It takes four to five times as many as the route door can (docs/performance.md), which is why the custom server has it.
 * Never throws; a sender that goes away is forgotten.
 */
export async function answerArrival(
  request: IncomingMessage,
  response: ServerResponse,
  storeHash: string,
  now: () => Date,
): Promise<void> {
  if (request.method !== "POST") return answer(response, 405, { Allow: "POST" });
  const body = await readWhole(request, budget, BODY_BYTES_MAX);
  if (body === "gone") return;
  const headers = headersOf(request);
  if (typeof body === "string") {
    const { status, reason } = CUT_SHORT[body];
    // The sender has its answer at once; the connection ends when the rest of the body has been passed over.
    response.writeHead(status, { "Content-Length": "0", Connection: "close" }).flushHeaders();
    await Promise.all([
      countRefusal(storeHash, headers, reason, now()),
      passRest(request).then(() => response.end()),
    ]);
    return;
  }
  try {
    const receipt = await (await receiver()).receive({ storeHash, headers, body }, now());
    answer(response, STATUS_OF[receipt.outcome]);
  } catch (error) {
    answer(response, STATUS_OF.not_committed);
    refuseUnopened(error, headers, body.byteLength, now());
  }
}

/** Counts a body that was not read to its end. Never throws. */
async function countRefusal(
  storeHash: string,
  headers: Record<string, string | undefined>,
  reason: RejectionReason,
  now: Date,
): Promise<void> {
  try {
    (await receiver()).countRefusal({ storeHash, headers }, reason, null, now);
  } catch {
    // Without the database no one knows yet which stores are ours.
    rejections().add(UNKNOWN_STORE, reason, refusedRequest(headers, null), now);
  }
}

function answer(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "Content-Length": "0", ...headers }).end();
}

/** A header that came twice is joined by `node:http` itself, save for `set-cookie`, which no arrival has. */
function headersOf({ headers }: IncomingMessage): Record<string, string | undefined> {
  delete headers["set-cookie"];
  // Cast: every other header is one text; see the documentation of `message.headers`.
  return headers as Record<string, string | undefined>;
}
