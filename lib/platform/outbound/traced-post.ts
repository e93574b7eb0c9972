import type { TestStop } from "#lib/contract/test-events.ts";
import { postToOwn } from "./client.ts";
import type { Answered, OutboundCall, Outcome } from "./exchange.ts";

/** Longest origin that is passed on. */
const ORIGIN_CHARS_MAX = 200;

/** What an answer said, as far as it matters. */
export interface TestAnswer {
  status: number;
  /** Where a redirect leads, without its path; null when it is none, or leads nowhere. */
  redirectsTo: string | null;
  /** Whether it asks for a password of a browser's kind. */
  asksPassword: boolean;
}

/** How it went on the way there. */
export interface Sending {
  /** The IP address that the connection led, or was to lead, to; null when the name has none. */
  address: string | null;
  result: TestAnswer | { stop: TestStop; detail: string | null };
}

const STOP_OF_CODE: Readonly<Record<string, TestStop>> = {
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "no_route",
  ENETUNREACH: "no_route",
  EADDRNOTAVAIL: "no_route",
};

/**
 * Posts to an address of ours, over a connection of its own, and tells what the answer is or what came in between. Not to
 * be used with an address that a person else can choose: no address is refused. Never throws, save that it ends when
 * `signal` fires.
 * @param options.timeoutMs Bound from resolving the name to the head of the answer.
 */
export async function sendTest(
  call: OutboundCall,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Sending> {
  const { way, outcome } = await postToOwn(call, { headMs: timeoutMs, signal });
  if (outcome.kind === "answered") return { address: way.address, result: answerOf(outcome, call.url) };
  return {
    address: way.address ?? (outcome.kind === "failed" ? outcome.address : null),
    result: stopOf(outcome, way.phase),
  };
}

function stopOf(outcome: Exclude<Outcome, Answered>, phase: keyof typeof STOPS) {
  const code = outcome.kind === "failed" ? outcome.code : outcome.why;
  if (outcome.kind === "failed" && outcome.failure === "timeout")
    return { stop: "too_slow" as const, detail: phase };
  return {
    stop: phase === "connecting" ? (STOP_OF_CODE[code ?? ""] ?? STOPS[phase]) : STOPS[phase],
    detail: code,
  };
}

const STOPS = {
  resolving: "name_unknown",
  connecting: "cut_off",
  securing: "insecure",
  answering: "cut_off",
} as const satisfies Record<string, TestStop>;

function answerOf({ status, head }: Answered, url: string): TestAnswer {
  return {
    status,
    redirectsTo: status >= 300 && status < 400 ? originOf(head.location, url) : null,
    asksPassword: head["www-authenticate"] !== undefined,
  };
}

function originOf(location: string | undefined, base: string): string | null {
  const url = location === undefined ? null : URL.parse(location, base);
  return url && /^https?:$/.test(url.protocol) ? url.origin.slice(0, ORIGIN_CHARS_MAX) : null;
}
