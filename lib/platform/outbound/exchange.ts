import { request, type Dispatcher } from "undici";
import { NotConnected, Refused, type Phase } from "./connect.ts";
import type { Refusal } from "./rules.ts";
import { textIn } from "./system-error.ts";

/** Of a body this much is read, so that the connection can be kept, and of that this much is told unless more is asked for. */
const BODY_BYTES_MAX = 16 * 1_024;
const TEXT_BYTES_MAX = 4 * 1_024;
/** Bound of reading a body, from its head. */
const BODY_MS_MAX = 2_000;

/** A request as it goes out. */
export interface OutboundCall {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** What a request comes to. What the other side does is a value, never an error. */
export type Outcome =
  | Answered
  | { kind: "refused"; why: Refusal }
  | {
      kind: "failed";
      /** `broken`: there was a connection, and no answer that HTTP knows came by it. */
      failure: "name" | "connect" | "tls" | "timeout" | "broken";
      phase: Phase;
      /** A system's code; null when it has none. */
      code: string | null;
      /** The IP address that the connection was to lead to, where that is known. */
      address: string | null;
    };

/** An answer, a redirect like any other. */
export interface Answered {
  kind: "answered";
  status: number;
  /** Names in lower case; several of one name in one line. */
  head: Readonly<Record<string, string>>;
  /** How the body begins; empty when it is compressed, since nothing is ever unpacked. */
  text: string;
}

/** How long a request may take. */
export interface Patience {
  /** Bound from its beginning, the name and the connection included, to the head of the answer. */
  headMs: number;
  /** Of the answer's text so much is told; 4 KB when it is left out. */
  textBytesMax?: number;
  /** Ends it early, when the process stops. */
  signal?: AbortSignal | undefined;
}

const FAILURES = { resolving: "name", connecting: "connect", securing: "tls", answering: "broken" } as const;

/**
 * Posts once. Redirects are not followed; of the answer's body little is read, in little time. Never throws, save that it
 * ends when `signal` fires.
 */
export async function exchange(
  dispatcher: Dispatcher,
  { url, headers, body }: OutboundCall,
  { headMs, textBytesMax = TEXT_BYTES_MAX, signal }: Patience,
): Promise<Outcome> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), headMs);
  try {
    const answer = await request(url, {
      dispatcher,
      method: "POST",
      headers: { ...headers, "Accept-Encoding": "identity" },
      body,
      signal: signal ? AbortSignal.any([late.signal, signal]) : late.signal,
      // The bounds above and below are whole ones; these would begin anew with each byte.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    clearTimeout(timer);
    const head = headOf(answer.headers);
    const bytes = await beginningOf(answer.body, Math.max(textBytesMax, BODY_BYTES_MAX));
    const isPlain = /^(?:identity)?$/i.test(head["content-encoding"] ?? "");
    return {
      kind: "answered",
      status: answer.statusCode,
      head,
      text: isPlain ? textOf(bytes.subarray(0, textBytesMax)) : "",
    };
  } catch (error) {
    if (signal?.aborted) throw error;
    return outcomeOf(error, late.signal.aborted);
  } finally {
    clearTimeout(timer);
  }
}

function outcomeOf(error: unknown, isLate: boolean): Outcome {
  if (error instanceof Refused) return { kind: "refused", why: error.why };
  const { phase, address }: NotConnected["way"] =
    error instanceof NotConnected ? error.way : { phase: "answering", address: null };
  const code = textIn(error, "code");
  const isSlow = isLate || (code === "ETIMEDOUT" && phase !== "resolving");
  return {
    kind: "failed",
    failure: isSlow ? "timeout" : FAILURES[phase],
    phase,
    // The library's own name for a connection that was closed.
    code: code === "UND_ERR_SOCKET" ? "ECONNRESET" : code,
    address,
  };
}

function headOf(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = ""]) => [
      name,
      Array.isArray(value) ? value.join(", ") : value,
    ]),
  );
}

/** What comes of a body within the bounds; a body that breaks off is as good as one that ends. */
async function beginningOf(body: Dispatcher.ResponseData["body"], bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let left = bytesMax;
  body.on("error", () => undefined);
  const timer = setTimeout(() => body.destroy(), BODY_MS_MAX);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) break;
    }
  } catch {
    // What came is told.
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

/** Without the replacement of a character that the bound cut in two. */
const textOf = (bytes: Buffer) => new TextDecoder().decode(bytes, { stream: true });
