import { streamsEnding } from "./ending-streams.ts";

/** Something is sent at least this often, so that no one between takes the line for dead. */
const HEARTBEAT_MS = 15_000;

/** Bytes that wait for a slow reader before the source is asked for more. */
const WAITING_BYTES = 64 * 1024;

/** One server-sent event. Source: WHATWG HTML, 9.2. */
export interface ServerSentEvent {
  /** Where to resume after it; null leaves that as it is. */
  id: string | null;
  event: string;
  data: unknown;
}

/**
 * Answers with a stream of server-sent events that ends when `source` does. When the reader goes away, or the process
 * ends its streams, `abort` fires for `source`; while the reader is slow, the source is not asked for more.
 * @param open Makes the source; it gets a signal that aborts when no one reads any more. Messages that it gives to
 * several readers, as the same array, are written out once.
 * @param isStillAllowed Asked at each heartbeat; the stream ends when it says no.
 * @param onEnd Called once, when nothing more is sent, whatever the reason; at once when the reader is gone already.
 */
export function eventStream(
  request: Request,
  open: (signal: AbortSignal) => AsyncIterable<readonly ServerSentEvent[]>,
  isStillAllowed: () => Promise<boolean>,
  onEnd: () => void = () => undefined,
): Response {
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal, streamsEnding()]);
  // Not every server cancels a body that it never began to send.
  if (signal.aborted) onEnd();
  else signal.addEventListener("abort", onEnd, { once: true });
  const source = open(signal)[Symbol.asyncIterator]();
  let heartbeat: NodeJS.Timeout;
  const end = () => {
    clearInterval(heartbeat);
    gone.abort();
  };

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        heartbeat = setInterval(() => {
          controller.enqueue(STILL_HERE);
          void isStillAllowed().then(
            (isAllowed) => isAllowed || gone.abort(),
            () => undefined,
          );
        }, HEARTBEAT_MS);
        // Headers alone do not reach a browser that waits for the first byte.
        controller.enqueue(WELCOME);
      },
      async pull(controller) {
        try {
          const { done, value } = await source.next();
          if (!done) return controller.enqueue(written(value));
          end();
          closeQuietly(controller);
        } catch (error) {
          end();
          throw error;
        }
      },
      async cancel() {
        end();
        await source.return?.();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: WAITING_BYTES }),
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      // Reverse proxies such as nginx hold answers back unless told otherwise.
      "X-Accel-Buffering": "no",
    },
  });
}

const encoder = new TextEncoder();
const STILL_HERE = encoder.encode(": still here\n\n");
const WELCOME = encoder.encode(": welcome\n\n");
const texts = new WeakMap<readonly ServerSentEvent[], Uint8Array>();

function written(messages: readonly ServerSentEvent[]): Uint8Array {
  const known = texts.get(messages);
  if (known) return known;
  const text = encoder.encode(messages.map(message).join(""));
  texts.set(messages, text);
  return text;
}

function message({ id, event, data }: ServerSentEvent): string {
  return `${id === null ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function closeQuietly(controller: ReadableStreamDefaultController): void {
  try {
    controller.close();
  } catch {
    // The reader closed it first.
  }
}
