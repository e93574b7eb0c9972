import type { DeliveryOutcome } from "#lib/contract/values/destinations.ts";
import type { Kind } from "#lib/features/destinations/kinds/kind.ts";
import type { Answered, Outcome } from "#lib/platform/outbound/exchange.ts";
import { storableText } from "#lib/storable-text.ts";
import { DAY_MS } from "#lib/time.ts";

/** Longest wait that a receiver may ask for. */
const RETRY_AFTER_MS_MAX = DAY_MS;
/** Longest address that is told of where a redirect leads. */
const LOCATION_CHARS_MAX = 500;
/** Statuses that are about this one event: another one may be welcome. */
const UNWELCOME: ReadonlySet<number> = new Set([400, 409, 413, 415, 422]);

/** What one attempt came to, and what follows from it. */
export interface Judged {
  outcome: DeliveryOutcome;
  /** HTTP status; null without an answer. */
  status: number | null;
  /**
   * Why it did not arrive: a code, and behind a space what it names, if anything, such as `RECEIVER_REDIRECTS
   * https://example.com`. Null when it did arrive.
   */
  failure: string | null;
  /** Until when the destination, and not this event alone, asks to wait; null when it does not. */
  notBefore: Date | null;
  /** How the answer begins, with the whole address of a redirect before it; null of a success, and when it is empty. */
  answer: string | null;
  /** Whether nothing more is to be sent to this destination; it may be so although the event was delivered. */
  turnsOff: boolean;
}

/**
 * What an attempt came to, by its answer alone. Pure.
 * Source: Standard Webhooks 1.0.0, delivery; RFC 9110, 10.2.3 (`Retry-After`) and 15.5.11 (410).
 */
export function judge(outcome: Outcome, now: Date): Judged {
  if (outcome.kind === "refused") return withoutAnswer("refused", outcome.why);
  if (outcome.kind === "answered") return judgeAnswer(outcome, now);
  const name = outcome.failure === "timeout" ? outcome.phase : outcome.code;
  return withoutAnswer("ill", withDetail(FAILURES[outcome.failure], name));
}

/** The same, where a kind of destination has a way of its own to say some of it. Pure. */
export function judgeOf({ verdictOf }: Pick<Kind, "verdictOf">, outcome: Outcome, now: Date): Judged {
  const judged = judge(outcome, now);
  const verdict = outcome.kind === "answered" ? verdictOf?.(outcome) : null;
  if (outcome.kind !== "answered" || !verdict) return judged;
  return { ...judged, ...verdict, answer: storableText(outcome.text) || null, turnsOff: false };
}

const FAILURES = {
  name: "RECEIVER_NAME_UNKNOWN",
  connect: "RECEIVER_UNREACHABLE",
  tls: "RECEIVER_INSECURE",
  timeout: "RECEIVER_TOO_SLOW",
  broken: "RECEIVER_HUNG_UP",
} as const;

/** What an attempt came to that has no answer. Pure. */
export function withoutAnswer(outcome: DeliveryOutcome, failure: string): Judged {
  return { outcome, status: null, failure, notBefore: null, answer: null, turnsOff: outcome === "refused" };
}

function judgeAnswer({ status, head, text }: Answered, now: Date): Judged {
  const wishes = (head["webhook-delivery"] ?? "").toLowerCase().split(/[\s,]+/);
  const turnsOff = status === 410 || wishes.includes("disable");
  const isRedirect = status >= 300 && status < 400;
  const leadsTo = isRedirect ? (head.location ?? "").slice(0, LOCATION_CHARS_MAX) : "";
  const told = storableText(leadsTo === "" ? text : `Location: ${leadsTo}\n\n${text}`);
  const judged = { status, notBefore: null, answer: told === "" ? null : told, turnsOff };
  if (status >= 200 && status < 300) return { ...judged, outcome: "delivered", failure: null, answer: null };
  if (turnsOff) return { ...judged, outcome: "gone", failure: "RECEIVER_GONE" };
  if (wishes.includes("abort-message"))
    return { ...judged, outcome: "given_up", failure: "RECEIVER_GAVE_UP" };
  const notBefore = retryAfter(head["retry-after"], now);
  if (status === 429 || (status === 503 && notBefore !== null))
    return { ...judged, outcome: "busy", failure: "RECEIVER_BUSY", notBefore };
  if (UNWELCOME.has(status)) return { ...judged, outcome: "unwelcome", failure: "RECEIVER_REJECTED" };
  if (isRedirect)
    return { ...judged, outcome: "ill", failure: withDetail("RECEIVER_REDIRECTS", originOf(leadsTo)) };
  return { ...judged, outcome: "ill", failure: "RECEIVER_FAILED" };
}

const withDetail = (code: string, detail: string | null) => (detail === null ? code : `${code} ${detail}`);

/** Where a redirect leads without its path, which may be a secret; null when it stays, or leads nowhere. */
function originOf(location: string): string | null {
  const url = URL.parse(location);
  return url && /^https?:$/.test(url.protocol) ? storableText(url.origin) : null;
}

const DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const LONG_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const CLOCK = String.raw`\d\d:\d\d:\d\d`;
/** The three ways to write a date in HTTP. Anything else `Date` would guess at. Source: RFC 9110, 5.6.7. */
const DATED = new RegExp(
  String.raw`^(?:${DAY}, \d\d ${MONTH} \d{4} ${CLOCK} GMT|${LONG_DAY}, \d\d-${MONTH}-\d\d ${CLOCK} GMT|${DAY} ${MONTH} [ \d]\d ${CLOCK} \d{4})$`,
);

/** Until when an answer asks to wait, a day at most; null when it does not say so in a way that HTTP knows. Pure. */
function retryAfter(text: string | undefined, now: Date): Date | null {
  const value = text?.trim() ?? "";
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1_000 : dateMs(value) - now.getTime();
  if (Number.isNaN(waitMs)) return null;
  return new Date(now.getTime() + Math.min(Math.max(waitMs, 0), RETRY_AFTER_MS_MAX));
}

function dateMs(text: string): number {
  if (!DATED.test(text)) return Number.NaN;
  return Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
}
