// An export's own thread: reads the log and makes the file's text; see `threaded.ts`, which starts it.
import { on } from "node:events";
import { pipeline } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import { constants, createGzip } from "node:zlib";
import { knownOf } from "#lib/features/enrichment/known.ts";
import { SearchTimedOut } from "#lib/features/events/log.ts";
import { speaking } from "#lib/messages/language.ts";
import { exportEvents } from "#lib/features/events/export/export.ts";
import type { ExportAnswer, ExportOrder } from "./threaded.ts";

function answer(message: ExportAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(message);
}

async function work({ access, asked: what, format, kept, isCompressed }: ExportOrder): Promise<void> {
  if (!parentPort) throw new Error("an export is made in a thread");
  const asked = on(parentPort, "message");
  const { estimate, parts } = await exportEvents(access.storeHash, what, format, kept, (rows) =>
    knownOf(access, rows, kept.now, "in_a_row"),
  );
  answer({ estimate });
  // A part is made when it is asked for, so that nothing piles up before a slow reader.
  for await (const part of isCompressed ? compressed(parts) : parts) {
    await asked.next();
    answer({ part });
  }
  await asked.next();
  answer({ isOver: true });
}

/** A page is sent as soon as it is read: where few events match, the next one may be long in coming. */
async function* compressed(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // An error is thrown to the reader.
  const pieces: AsyncIterable<Buffer> = pipeline(
    parts,
    createGzip({ flush: constants.Z_SYNC_FLUSH }),
    () => undefined,
  );
  // A piece is a small part of a large buffer, all of which a message would take along.
  for await (const piece of pieces) yield new Uint8Array(piece);
}

const order = workerData as ExportOrder;
try {
  await speaking(order.language, () => work(order));
} catch (error) {
  if (!(error instanceof SearchTimedOut)) throw error;
  answer({ hasTimedOut: true });
}
