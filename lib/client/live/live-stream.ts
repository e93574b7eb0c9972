import type { EventView } from "#lib/contract/events.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { streamReader, type StreamMessage } from "./sse.ts";

/** How the line to the server is. `polling`: the stream does not come about, somebody has to ask instead. */
export type LineState = "connecting" | "live" | "reconnecting" | "polling";

/** Failures in a row after which asking replaces waiting; the stream is tried further all the same. */
const FAILURES_BEFORE_POLLING = 3;
/** The server sends something every 15 seconds; a line that is silent for longer is dead, whatever the browser thinks. */
const SILENCE_MAX_MS = 40_000;
/** Ids kept to know repeated events by. The server repeats at most 1,000 after a lost connection. */
const KNOWN_MAX = 4_000;

/** What outlives a single connection: where to resume, and which events came already. */
export interface StreamMemory {
  lastId: string | null;
  known: Set<string>;
}

export const newMemory = (): StreamMemory => ({ lastId: null, known: new Set() });

export interface StreamOptions {
  /** Opens the stream; `lastId` resumes after that message. Fails with `ApiProblem`. */
  open: (lastId: string | null, signal: AbortSignal) => Promise<Response>;
  /** Hears of an event and of the place in the order of arrival that it has. */
  onEvent: (event: EventView, position: string) => void;
  /** More came than the stream tells one by one. */
  onGap: () => void;
  onState: (state: LineState) => void;
  /** Waits that long, or less once `signal` aborts. Never fails. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  memory: StreamMemory;
  signal: AbortSignal;
}

/** Milliseconds until the next attempt after that many failures in a row: 1, 2, 4, 8, then 10 seconds. Pure. */
export function reconnectDelayMs(failures: number): number {
  return Math.min(10_000, 1_000 * 2 ** Math.max(0, failures - 1));
}

/**
 * Follows a store's new events until `signal` aborts, each event once, across lost connections.
 * @throws {ApiProblem} when the server refuses for good, because the session ended for instance.
 */
export async function followEvents(options: StreamOptions): Promise<void> {
  const { open, onState, wait, memory, signal } = options;
  let failures = 0;
  onState("connecting");
  while (!signal.aborted) {
    const silence = new AbortController();
    let waitMs = 0;
    const either = AbortSignal.any([signal, silence.signal]);
    try {
      const response = await open(memory.lastId, either);
      onState("live");
      failures = 0;
      await readAll(response, options, silence, either);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiProblem && isFinal(error)) throw error;
      failures += 1;
      const askedToWait = error instanceof ApiProblem && error.retryAfterSeconds;
      if (askedToWait) {
        // There is no room for this stream: to ask is what is left, and to knock more often would help nobody.
        failures = Math.max(failures, FAILURES_BEFORE_POLLING);
        waitMs = askedToWait * 1_000;
      }
    } finally {
      silence.abort();
    }
    if (signal.aborted) return;
    onState(failures >= FAILURES_BEFORE_POLLING ? "polling" : "reconnecting");
    await wait(Math.max(waitMs, reconnectDelayMs(failures)), signal);
  }
}

async function readAll(
  response: Response,
  options: StreamOptions,
  silence: AbortController,
  signal: AbortSignal,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  // A body that was not made by a network does not end by itself when its request is given up.
  signal.addEventListener("abort", () => void reader.cancel().catch(() => undefined), { once: true });
  const decoder = new TextDecoder();
  const read = streamReader();
  for (;;) {
    const watch = setTimeout(() => silence.abort(), SILENCE_MAX_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(watch));
    if (done) return;
    for (const message of read(decoder.decode(value, { stream: true }))) take(message, options);
  }
}

function take({ id, event, data }: StreamMessage, { memory, onEvent, onGap }: StreamOptions): void {
  if (id !== "") memory.lastId = id;
  if (event === "gap") return onGap();
  if (event !== "event") return;
  // The stream's own route wrote it in the contract's shape.
  const arrived = JSON.parse(data) as EventView;
  if (memory.known.has(arrived.id)) return;
  memory.known.add(arrived.id);
  // A set keeps the order of its entries: the first one is the oldest.
  for (const oldest of memory.known) {
    if (memory.known.size <= KNOWN_MAX) break;
    memory.known.delete(oldest);
  }
  onEvent(arrived, id);
}

function isFinal({ status }: ApiProblem): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
