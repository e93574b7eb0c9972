import { COMPRESSED_TYPE, EXPORT_TYPES, type ExportFormat } from "#lib/contract/values/export-formats.ts";

/** Most bytes of a file: it is whole before it is saved, and until then the browser keeps it for the page. */
export const FILE_BYTES_MAX = 1_000_000_000;
/** Events after which their size tells about that of all. */
const SAMPLE_EVENTS = 1_000;
/** How much larger than allowed a file has to look for giving it up at once: how many events there are is only estimated. */
const CLEARLY = 1.25;

/** The file is larger than a page can hold until it is whole. */
export class FileTooLarge extends Error {}

interface ReceiveOptions {
  format: ExportFormat;
  /** About how many events there will be; null when nobody knows. */
  total: number | null;
  /** Hears after every piece that came how many events came so far. */
  onEvents: (events: number) => void;
}

/**
 * Takes a file of events as it is sent. It becomes one blob of the browser's, straight from a stream: Chromium keeps it
 * outside of the page's process, and could not read one any more that was put together from many when it was large.
 * Where the answer is compressed, the file is not.
 * @throws {FileTooLarge} as soon as that is clear.
 * @throws when the answer is cut off or given up; what came is forgotten.
 */
export async function receiveFile(
  response: Response,
  { format, total, onEvents }: ReceiveOptions,
): Promise<{ file: Blob; events: number }> {
  const count = lineCounter(format);
  let [bytes, events] = [0, 0];
  let fault: FileTooLarge | undefined;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (piece, controller) => {
      bytes += piece.byteLength;
      events = count(piece);
      if (isTooLarge({ bytes, events, total })) {
        // Kept, because not every browser hands the very error on.
        fault = new FileTooLarge("the file is larger than a page can hold");
        throw fault;
      }
      onEvents(events);
      controller.enqueue(piece);
    },
  });
  const isCompressed = response.headers.get("Content-Type") === COMPRESSED_TYPE;
  const sent = isCompressed ? response.body?.pipeThrough(new DecompressionStream("gzip")) : response.body;
  const body = sent?.pipeThrough(counted);
  const headers = { "Content-Type": EXPORT_TYPES[format] };
  const file = await new Response(body, { headers }).blob().catch((error: unknown) => {
    throw fault ?? error;
  });
  if (!(await isReadable(file))) throw new FileTooLarge("the browser could not hold the file");
  return { file, events };
}

/** Whether a file that has come so far is, or clearly will be, larger than a page can hold. Pure. */
export function isTooLarge({
  bytes,
  events,
  total,
}: {
  bytes: number;
  events: number;
  total: number | null;
}): boolean {
  if (bytes > FILE_BYTES_MAX) return true;
  return events >= SAMPLE_EVENTS && (bytes / events) * (total ?? 0) > FILE_BYTES_MAX * CLEARLY;
}

/** Counts, over all pieces of a file that it is given one after the other, the events in it. */
export function lineCounter(format: ExportFormat): (piece: Uint8Array) => number {
  const [quote, lineEnd] = [0x22, 0x0a];
  const isCsv = format === "csv";
  let isQuoted = false;
  let lines = 0;
  return (piece) => {
    for (const byte of piece) {
      // A cell of CSV may have line ends of its own, between quotes; JSON has none within a line.
      if (byte === quote && isCsv) isQuoted = !isQuoted;
      else if (byte === lineEnd && !isQuoted) lines++;
    }
    return isCsv ? Math.max(0, lines - 1) : lines;
  };
}

/** A browser that ran out of room for a file says so only when the file is read. */
async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(-1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
