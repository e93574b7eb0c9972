import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { log } from "#lib/log/log.ts";
import { StoreHash } from "#lib/ids.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { enqueueJob } from "#lib/platform/queue/enqueue.ts";
import { Recurrence } from "#lib/recurrence.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { saveRejections } from "./records.ts";
import { RefusalRate } from "./refusal-rate.ts";
import { isOwnReason } from "./refusing.ts";
import { type RejectionCount, rejections, UNKNOWN_STORE } from "./rejections.ts";

/** How often counts are written down. A process that is killed takes with it what it counted since. */
const FLUSH_MS = 5_000;

const UNWRITTEN = new Trouble({
  level: "warn",
  message: "could not write down what was refused; trying again",
  over: "what was refused is written down again",
});

/** Writes this process's counts of refusals into the database every few seconds, in one statement. */
export class RejectionWriter {
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  readonly #recurrence = new Recurrence();
  readonly #rate = new RefusalRate();
  /** What was written down and stands in no line of the log yet. */
  #unsaid = new Map<RejectionReason, number>();
  #unsaidStores = new Set<string>();

  start(): void {
    this.#timer = setInterval(() => void this.write(), FLUSH_MS).unref();
  }

  /** Writes what is left and ends. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
    await this.write();
    if (this.#unsaid.size > 0) this.#say();
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
      UNWRITTEN.met(error);
      return;
    }
    UNWRITTEN.passed();
    await this.#lookAt(counts);
    let isNews = false;
    for (const { reason, count, storeHash } of counts) {
      this.#unsaid.set(reason, (this.#unsaid.get(reason) ?? 0) + count);
      this.#unsaidStores.add(storeHash);
      if (this.#recurrence.occurred(reason, performance.now(), count) !== null) isNews = true;
    }
    if (isNews) this.#say();
  }

  /** BigCommerce pauses deliveries soon after many failed: its webhooks are looked at before the next regular check. */
  async #lookAt(counts: readonly RejectionCount[]): Promise<void> {
    const own = Map.groupBy(
      counts.filter(({ storeHash, reason }) => storeHash !== UNKNOWN_STORE && isOwnReason(reason)),
      ({ storeHash }) => storeHash,
    );
    const nowMs = Date.now();
    this.#rate.forgetPast(nowMs);
    for (const [hash, refused] of own) {
      const count = refused.reduce((sum, each) => sum + each.count, 0);
      if (!this.#rate.isAlarming(hash, count, nowMs)) continue;
      try {
        const storeHash = StoreHash.parse(hash);
        await inTransaction((tx) => enqueueJob(tx, "watch-store", { storeHash }));
      } catch (error) {
        // The next regular check finds out.
        log.warn({ storeHash: hash, reason: String(error) }, "could not have a store looked at");
      }
    }
  }

  #say(): void {
    log.warn(
      { refused: Object.fromEntries(this.#unsaid), stores: this.#unsaidStores.size },
      "refused deliveries",
    );
    this.#unsaid = new Map();
    this.#unsaidStores = new Set();
  }
}
