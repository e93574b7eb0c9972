/** Something is sent at least this often, so that nobody between takes the line for dead. */
const HEARTBEAT_MS = 15_000;

/** One server-sent event. Source: WHATWG HTML, 9.2. */
export interface ServerSentEvent {
  id: string;
  event: string;
  data: unknown;
}

/**
 * Answers with a stream of server-sent events that ends when `source` does. When the reader goes away, `abort` fires
 * for `source`.
 * @param open Makes the source; it gets a signal that aborts when nobody reads any more.
 * @param isStillAllowed Asked at each heartbeat; the stream ends when it says no.
 */
export function eventStream(
  request: Request,
  open: (signal: AbortSignal) => AsyncIterable<ServerSentEvent[]>,
  isStillAllowed: () => Promise<boolean>,
): Response {
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal]);
  const encoder = new TextEncoder();

  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const heartbeat = setInterval(() => {
        controller.enqueue(encoder.encode(": still here\n\n"));
        void isStillAllowed().then(
          (isAllowed) => isAllowed || gone.abort(),
          () => undefined,
        );
      }, HEARTBEAT_MS);
      // Headers alone do not reach a browser that waits for the first byte.
      controller.enqueue(encoder.encode(": welcome\n\n"));
      try {
        for await (const events of open(signal))
          controller.enqueue(encoder.encode(events.map(message).join("")));
      } finally {
        clearInterval(heartbeat);
        if (!signal.aborted || gone.signal.aborted) closeQuietly(controller);
      }
    },
    cancel() {
      gone.abort();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      // Reverse proxies such as nginx hold answers back unless told otherwise.
      "X-Accel-Buffering": "no",
    },
  });
}

function message({ id, event, data }: ServerSentEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function closeQuietly(controller: ReadableStreamDefaultController): void {
  try {
    controller.close();
  } catch {
    // The reader closed it first.
  }
}
