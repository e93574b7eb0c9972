import { csvLine } from "#lib/csv.ts";
/** Bytes that wait for a slow reader before more is read. */
const WAITING_BYTES = 256 * 1024;
/** A reader that takes nothing for so long is gone, whatever its connection says. */
const STALLED_MS = 120_000;

/** A file for download that is sent as it is made. */
export interface StreamedFile {
  /** Plain ASCII without quotes. */
  name: string;
  contentType: string;
  /** Its text, or its bytes, piece by piece. What it throws cuts the answer off, so that no one takes the beginning for the whole. */
  parts: AsyncGenerator<string | Uint8Array<ArrayBuffer>, void, undefined>;
  /** Called once, when nothing more is read of `parts`, whatever the reason. */
  onEnd?: () => void;
}

/**
 * Answers with a file. A slow reader holds the making up, and one who leaves or stalls ends it.
 * @param signal Aborts when the reader is gone; not every server cancels a body that it never began to send.
 */
export function fileResponse(
  { name, contentType, parts, onEnd }: StreamedFile,
  signal?: AbortSignal,
): Response {
  const text = new TextEncoder();
  let stalled: NodeJS.Timeout | undefined;
  let hasEnded = false;
  const end = async () => {
    if (hasEnded) return;
    hasEnded = true;
    clearTimeout(stalled);
    signal?.removeEventListener("abort", leave);
    onEnd?.();
    await parts.return();
  };
  const leave = () => void end();
  signal?.addEventListener("abort", leave, { once: true });
  // Making the beginning takes a while, and a signal that was given tells no one who comes later.
  if (signal?.aborted) leave();

  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(stalled);
        try {
          const { done, value } = await parts.next();
          if (done) {
            // What the reader's absence cut short is no file.
            if (hasEnded) return controller.error(cutOff("the reader went away"));
            controller.close();
            await end();
            return;
          }
          controller.enqueue(typeof value === "string" ? text.encode(value) : value);
          stalled = setTimeout(() => {
            controller.error(cutOff("the reader took nothing for too long"));
            void end();
          }, STALLED_MS).unref();
        } catch (error) {
          await end();
          throw cutOff(String(error));
        }
      },
      async cancel() {
        await end();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: WAITING_BYTES }),
  );
  return new Response(body, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${name}"`,
      // Reverse proxies such as nginx hold answers back unless told otherwise.
      "X-Accel-Buffering": "no",
    },
  });
}

/** By this name Next.js closes the connection without a report of its own; the status was sent long before. */
function cutOff(reason: string): DOMException {
  return new DOMException(reason, "AbortError");
}

/**
 * A CSV file for download, sent as its rows are read.
 * @param name Plain ASCII without quotes.
 */
export function csvResponse(
  name: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): Response {
  async function* lines() {
    yield csvLine(columns);
    for await (const cells of rows) yield csvLine(cells);
  }
  return fileResponse({ name, contentType: "text/csv; charset=utf-8; header=present", parts: lines() });
}
