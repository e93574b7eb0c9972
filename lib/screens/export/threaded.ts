import { on } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Access } from "#lib/access.ts";
import type { ExportFormat } from "#lib/contract/values/export-formats.ts";
import type { Language } from "#lib/contract/values/languages.ts";
import { AppError } from "#lib/errors.ts";
import { SearchTimedOut } from "#lib/features/events/log.ts";
import type { Asked, EventFile, KeptEvents } from "#lib/features/events/export/export.ts";

/** Between two questions whether the session still opens the store. */
const ASK_MS = 2_000;
/** Bounds of a thread's heap in MB; it holds a page of events at a time. */
const HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 2 };

/** What a thread makes a file of. */
export interface ExportOrder {
  /** Whose file it is: it tells of people what they may see. */
  access: Pick<Access, "storeHash" | "isOwner">;
  asked: Asked;
  format: ExportFormat;
  kept: KeptEvents;
  /** Of the sentences in the file. */
  language: Language;
  isCompressed: boolean;
}

/** A piece of a file: text, or bytes of it when it is compressed. */
type FilePart = string | Uint8Array<ArrayBuffer>;

/** What a thread says: how much there will be, then a part for each time it is asked, then that there is no more. */
export type ExportAnswer =
  { estimate: number | null } | { part: FilePart } | { isOver: true } | { hasTimedOut: true };

/** A file that is made in a thread. */
export interface ThreadedFile extends Pick<EventFile, "estimate"> {
  parts: AsyncGenerator<FilePart, void, undefined>;
  /** Ends the thread, at any time. The reader calls it to stop: a generator that was never started gives no sign. */
  close(): void;
}

/** A person may not see the store any more; what was sent of the file is not all of it. */
export class ExportEnded extends AppError {
  readonly code = "ACCESS_WITHDRAWN";
  readonly retryable = false;
}

/**
 * `exportEvents` in a thread of its own. Reading thousands of events makes so much garbage that collecting it would hold
 * up, several times a second, every delivery that comes through the same process; a thread has a heap of its own.
 * @param isStillAllowed Asked every other second.
 * @returns `parts` throws `ExportEnded` when the session does not open the store any more.
 * @throws {SearchTimedOut} when the very first page takes too long.
 */
export async function exportInThread(
  order: ExportOrder,
  isStillAllowed: () => Promise<boolean>,
): Promise<ThreadedFile> {
  const thread = new Worker(join(/* turbopackIgnore: true */ process.cwd(), "lib/screens/export/thread.ts"), {
    workerData: order,
    resourceLimits: HEAP,
  });
  const answers = on(thread, "message", { close: ["exit"] });
  async function next(): Promise<ExportAnswer> {
    const { done, value } = (await answers.next()) as IteratorResult<[ExportAnswer], undefined>;
    if (done) throw new Error("the thread of an export ended before its file did");
    return value[0];
  }
  async function* parts() {
    let askedAtMs = performance.now();
    for (;;) {
      if (performance.now() - askedAtMs > ASK_MS) {
        if (!(await isStillAllowed())) throw new ExportEnded("the session no longer opens the store");
        askedAtMs = performance.now();
      }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      thread.postMessage("next");
      const answer = await next();
      if (!("part" in answer)) return;
      yield answer.part;
    }
  }
  const close = () => void thread.terminate();
  try {
    const first = await next();
    if ("hasTimedOut" in first) throw new SearchTimedOut("the first page was not read in time");
    return { estimate: "estimate" in first ? first.estimate : null, parts: parts(), close };
  } catch (error) {
    close();
    throw error;
  }
}
