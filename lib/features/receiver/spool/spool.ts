import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "#lib/errors.ts";
import { GroupCommit } from "#lib/features/receiver/group-commit.ts";
import type { SpoolContents, SpooledArrival, StoreCopy, WaitingArrival } from "./arrivals.ts";
import type { Takeover } from "./slots.ts";
import type { SpoolAnswer, SpoolOrder, SpoolRequest, SpoolWork } from "./work.ts";

/** Most arrivals that share one write to the disk. */
const BATCH_ITEMS_MAX = 500;
/** Memory for arrivals that wait for the disk. */
const WAITING_BYTES_MAX = 64 * 1024 * 1024;
/** What a waiting arrival costs beside its body. */
const ITEM_OVERHEAD_BYTES = 2_048;
/** A disk that is slower than this is as good as none: the sender gives up soon after. */
const WAIT_MS_MAX = 3_000;

/** The thread said no; `code` says why, as far as it is one of ours. */
export class SpoolFailed extends AppError {
  readonly code: string;
  readonly retryable = true;

  constructor({ code, message }: { code?: string | undefined; message: string }) {
    super(message);
    this.code = code ?? "SPOOL_FAILED";
  }
}

/** Arrivals of this process that wait on this machine's disk for the database. */
export class Spool {
  /** What was known of the stores when the file was closed, or its process killed. */
  readonly stores: readonly StoreCopy[];
  readonly #thread: Worker;
  readonly #asked = new Map<number, { resolve(result: never): void; reject(reason: unknown): void }>();
  readonly #writes: GroupCommit<SpooledArrival>;
  #id = 0;
  #end: Error | undefined;
  #byStore: Map<string, number>;
  #aside: number;

  private constructor(
    thread: Worker,
    { contents, stores }: { contents: SpoolContents; stores: StoreCopy[] },
  ) {
    this.#thread = thread;
    this.stores = stores;
    [this.#byStore, this.#aside] = [contents.byStore, contents.aside];
    this.#writes = new GroupCommit({
      commit: (batch) => this.#append(batch),
      sizeBytes: ({ body }) => body.byteLength + ITEM_OVERHEAD_BYTES,
      batchItemsMax: BATCH_ITEMS_MAX,
      commitsMax: 1,
      besideItemsMin: 1,
      waitingBytesMax: WAITING_BYTES_MAX,
      waitMsMax: WAIT_MS_MAX,
    });
    thread.on("message", (answer: SpoolAnswer) => this.#hear(answer));
    thread.on("error", (error) => this.#ended(error));
    thread.on("exit", () => this.#ended(new Error("the thread of the spool ended")));
    // It lives as long as the process has other things to do.
    thread.unref();
  }

  /** Opens this process's file in a folder, which is made where there is none. @throws what speaks against it. */
  static async open(order: SpoolOrder): Promise<Spool> {
    const thread = new Worker(
      join(/* turbopackIgnore: true */ process.cwd(), "lib/features/receiver/spool/thread.ts"),
      { workerData: order },
    );
    const [answer] = (await once(thread, "message")) as [SpoolAnswer]; // or its error is thrown
    if (!("opened" in answer)) throw new Error("the thread of the spool answered before it was asked");
    return new Spool(thread, answer.opened);
  }

  /** How many wait, of one store or of all; those set aside left out. */
  waiting(storeHash?: string): number {
    if (storeHash !== undefined) return this.#byStore.get(storeHash) ?? 0;
    let sum = 0;
    for (const count of this.#byStore.values()) sum += count;
    return sum;
  }

  /** How many no database took, though it took others. */
  get aside(): number {
    return this.#aside;
  }

  /**
   * Resolves once an arrival is on disk.
   * @throws {Overloaded} when the disk is too slow, {SpoolFailed} at a bound or when the disk says no.
   */
  append(arrival: SpooledArrival): Promise<void> {
    return this.#writes.write(arrival);
  }

  /** Those that arrived first, so many at the most. */
  page(count: number): Promise<WaitingArrival[]> {
    return this.#ask("page", count);
  }

  /** Forgets arrivals that are elsewhere now. */
  async remove(arrivals: readonly WaitingArrival[]): Promise<void> {
    await this.#ask(
      "remove",
      arrivals.map(({ id }) => id),
    );
    for (const { storeHash } of arrivals) this.#count(storeHash, -1);
  }

  /** Leaves out one that no database takes, until the next start. */
  async setAside({ id, storeHash }: WaitingArrival): Promise<void> {
    await this.#ask("setAside", id);
    this.#count(storeHash, -1);
    this.#aside++;
  }

  /** Takes over what dead processes left in the folder. */
  async takeOver(): Promise<Takeover> {
    const takeover = await this.#ask("takeOver");
    if (takeover.taken > 0) {
      const { byStore, aside } = await this.#ask("contents");
      [this.#byStore, this.#aside] = [byStore, aside];
    }
    return takeover;
  }

  /** Keeps what is known of stores. @param isAll Forgets the others. */
  keepStores(stores: readonly StoreCopy[], isAll: boolean): Promise<void> {
    return this.#ask("keepStores", stores, isAll);
  }

  /** Waits for what is being written and lets the file go; what it holds stays. */
  async close(): Promise<void> {
    await this.#writes.drain();
    if (this.#end) return;
    const ended = once(this.#thread, "exit");
    await this.#ask("close").catch(() => undefined);
    await ended;
  }

  async #append(batch: SpooledArrival[]): Promise<void> {
    // A body is a small part of a large buffer, all of which a message would take along.
    const whole = batch.map((arrival) => ({ ...arrival, body: new Uint8Array(arrival.body) }));
    await this.#ask("append", whole, new Date());
    for (const { storeHash } of batch) this.#count(storeHash, 1);
  }

  #count(storeHash: string, change: number): void {
    const count = (this.#byStore.get(storeHash) ?? 0) + change;
    if (count > 0) this.#byStore.set(storeHash, count);
    else this.#byStore.delete(storeHash);
  }

  #ask<Name extends keyof SpoolWork>(
    name: Name,
    ...given: Parameters<SpoolWork[Name]>
  ): Promise<ReturnType<SpoolWork[Name]>> {
    if (this.#end) return Promise.reject(this.#end);
    const id = this.#id++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      const request: SpoolRequest = { id, name, given };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      this.#thread.postMessage(request);
    });
  }

  #hear(answer: SpoolAnswer): void {
    if ("opened" in answer) return;
    const asked = this.#asked.get(answer.id);
    this.#asked.delete(answer.id);
    if ("fault" in answer) asked?.reject(new SpoolFailed(answer.fault));
    else asked?.resolve(answer.result as never); // the thread answers each name with what its function gives
  }

  #ended(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#asked.values()) reject(this.#end);
    this.#asked.clear();
  }
}
