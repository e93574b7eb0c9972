import { once } from "node:events";
import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { TestStop } from "#lib/contract/test-events.ts";

/** Longest text of an answer's header, or of a system's, that is passed on. */
const DETAIL_CHARS_MAX = 200;

/** A request as it goes out. */
export interface TestCall {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** What an answer said, as far as it is read. */
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

/** What a request is at: the phase that it stopped in tells more than its error. */
type Phase = "resolving" | "connecting" | "securing" | "answering";

const STOP_OF_CODE: Readonly<Record<string, TestStop>> = {
  ENOTFOUND: "name_unknown",
  EAI_AGAIN: "name_unknown",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "no_route",
  ENETUNREACH: "no_route",
  EADDRNOTAVAIL: "no_route",
  ETIMEDOUT: "too_slow",
};

/**
 * Posts to an address of ours, over a connection of its own, and tells what the answer is or what came in between.
 * Redirects are not followed, and of the answer nothing but its head is read. Not to be used with an address that a person
 * else can choose: no address is refused. Never throws, save that it ends when `signal` fires.
 * @param options.timeoutMs Bound from resolving the name to the head of the answer.
 */
export async function sendTest(
  call: TestCall,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Sending> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const way: { phase: Phase; address: string | null } = { phase: "resolving", address: null };
  try {
    return {
      result: await post(call, way, AbortSignal.any([timeout, signal])),
      address: way.address,
    };
  } catch (error) {
    if (signal.aborted) throw error;
    const code = textIn(error, "code");
    const stop = timeout.aborted ? "too_slow" : stopOf(code, way.phase);
    return {
      address: way.address ?? textIn(error, "address"),
      result: { stop, detail: stop === "too_slow" ? way.phase : code },
    };
  }
}

function stopOf(code: string | null, phase: Phase): TestStop {
  return STOP_OF_CODE[code ?? ""] ?? (phase === "securing" ? "insecure" : "cut_off");
}

async function post(
  { url, headers, body }: TestCall,
  way: { phase: Phase; address: string | null },
  signal: AbortSignal,
): Promise<TestAnswer> {
  const isSecure = url.startsWith("https:");
  const request = (isSecure ? requestHttps : requestHttp)(url, {
    method: "POST",
    agent: false,
    signal,
    headers: { ...headers, "Content-Length": body.byteLength },
  });
  request.on("socket", (socket) => {
    socket.once("lookup", (error: Error | null, address: string) => {
      if (!error) Object.assign(way, { phase: "connecting", address });
    });
    socket.once("connect", () => {
      Object.assign(way, { phase: isSecure ? "securing" : "answering", address: socket.remoteAddress });
    });
    socket.once("secureConnect", () => {
      way.phase = "answering";
    });
  });
  request.end(body);
  // Cast: this event brings the answer and nothing else.
  const [response] = (await once(request, "response")) as [IncomingMessage];
  // What it says beyond its head is of no use, and may have no end.
  response.destroy();
  const status = response.statusCode ?? 0;
  return {
    status,
    redirectsTo: status >= 300 && status < 400 ? originOf(response.headers.location, url) : null,
    asksPassword: response.headers["www-authenticate"] !== undefined,
  };
}

function originOf(location: string | undefined, base: string): string | null {
  const url = location === undefined ? null : URL.parse(location, base);
  return url && /^https?:$/.test(url.protocol) ? url.origin.slice(0, DETAIL_CHARS_MAX) : null;
}

/** A text that an error carries beside its message, or the first of those it stands for does. */
function textIn(error: unknown, name: "code" | "address"): string | null {
  const one = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const value = typeof one === "object" && one !== null ? Reflect.get(one, name) : null;
  return typeof value === "string" ? value.slice(0, DETAIL_CHARS_MAX) : null;
}
