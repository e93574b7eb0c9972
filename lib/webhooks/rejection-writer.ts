import type { RejectionReason } from "#lib/contract/closed-sets.ts";
import { log } from "#lib/log.ts";
import { saveRejections } from "./records.ts";
import { rejections } from "./rejections.ts";

/** How often counts are written down. A process that is killed takes with it what it counted since. */
const FLUSH_MS = 5_000;

/** Writes this process's counts of refusals into the database every few seconds, in one statement. */
export class RejectionWriter {
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;

  start(): void {
    this.#timer = setInterval(() => void this.write(), FLUSH_MS).unref();
  }

  /** Writes what is left and ends. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
    await this.write();
  }

  /** Writes all counts now. Never throws: counts that could not be written are kept and come with the next. */
  write(): Promise<void> {
    return (this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    }));
  }

  async #write(): Promise<void> {
    const counts = rejections().take();
    if (counts.length === 0) return;
    try {
      await saveRejections(counts);
    } catch (error) {
      rejections().putBack(counts);
      log.warn({ err: error }, "could not write down what was refused; trying again");
      return;
    }
    const refused: Partial<Record<RejectionReason, number>> = {};
    for (const { reason, count } of counts) refused[reason] = (refused[reason] ?? 0) + count;
    log.warn(
      { refused, stores: new Set(counts.map(({ storeHash }) => storeHash)).size },
      "refused deliveries",
    );
  }
}
