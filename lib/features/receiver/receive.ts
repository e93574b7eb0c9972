// The receiver, from a request's bytes to its status. Begin here.
//
// A request is in one of these states, always in this order, and never goes back:
//   read      a door has its bytes and headers: `listener.ts`, or the route under app/api/webhooks where Next.js serves alone
//   proven    `prove.ts` says that BigCommerce sent it, or it ends with 401. What is compressed is proven as it was sent or as
//             it was meant (`coding.ts`); an unknown coding, or too much of it, ends with 415 or 413
//   parsed    `parse.ts` read what it could; oddities are flags, never a refusal
//   waiting   `group-commit.ts` holds it, bounded in bytes and time; beyond that it ends with 503
//   stored    `commit.ts` has it on disk: only now 200
//
// Before "waiting" nothing asks the database: what stores there are, with their secrets, is in memory (`directory.ts`), and
// refusals are counted in memory (`rejections.ts`) and written later (`rejection-writer.ts`).
//
// `receiver()` is the one way in. The doors and the demo call `receive`; delivery-exceptions calls `prove` alone; health
// calls `receiverStanding`. Nothing here calls a route, a job or BigCommerce. What follows from an event is either enqueued
// by the commit itself or heard from its notification.

import { config } from "#lib/config/config.ts";
import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { outsideRequests } from "#lib/log/request-id.ts";
import { shorterRetention } from "#lib/features/privacy/retention.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { ClockWitness } from "./clock-witness.ts";
import { decodeAndProve } from "./coding.ts";
import { tryCommit, type Arrival } from "./commit.ts";
import { StoreDirectory } from "./directory.ts";
import { GroupCommit, Overloaded } from "./group-commit.ts";
import { maskHeaders } from "./headers.ts";
import { measuredCommit } from "./measured-commit.ts";
import { parseEvent } from "./parse.ts";
import { prove, type Proving, type RawArrival, type Unproven } from "./prove.ts";
import { RejectionWriter } from "./rejection-writer.ts";
import { refusedRequest, rejections, UNKNOWN_STORE } from "./rejections.ts";
import { isTestMark, TEST_HEADER } from "./test-mark.ts";
import { waitingArrivals } from "./waiting.ts";
import { processWide } from "#lib/process-wide.ts";

/** Largest body that is read. BigCommerce documents no maximum; a product's has 197 bytes. */
export const BODY_BYTES_MAX = 256 * 1024;

/** Most arrivals of one statement; 20 to 500 rows a statement wrote 30,000 to 90,000 rows a second. */
const BATCH_ITEMS_MAX = 500;
/** A third commit in flight gained nothing and doubled the wait of those behind it. */
const COMMITS_MAX = 2;
/** Two small batches cost PostgreSQL half as much again as one of both: decision 0010. */
const BESIDE_ITEMS_MIN = 16;
/** Memory for arrivals that wait for their commit. */
const WAITING_BYTES_MAX = 64 * 1024 * 1024;
/** What a waiting arrival costs beside its body. */
const ITEM_OVERHEAD_BYTES = 2_048;
/** An arrival's turn comes within this time, or never: with the commit itself, BigCommerce would not wait longer. */
const WAIT_MS_MAX = 3_000;
/** However often health is asked, a commit is tried no more often than this. */
const TRIAL_EVERY_MS = 500;

/** All refusals that are no fault of the sender's, whichever cause they have. */
const NOT_COMMITTED = new Trouble({
  level: "error",
  message: "deliveries were not committed",
  over: "deliveries are committed again",
  calmMs: 1_000,
});
const UNOPENED = new Trouble({ level: "error", message: "the receiver of deliveries cannot be opened" });

/** What became of one request. `STATUS_OF` is the one place that turns it into HTTP. */
export type Receipt =
  | { outcome: "stored" }
  | { outcome: "unproven"; reason: Unproven }
  | { outcome: "not_committed" }
  | { outcome: "too_large" | "unknown_encoding" };

/** What the sender sees of a receipt. Anything but 2xx makes BigCommerce come again. Source: Webhooks overview. */
export const STATUS_OF = {
  stored: 200,
  unproven: 401,
  too_large: 413,
  unknown_encoding: 415,
  not_committed: 503,
} as const satisfies Record<Receipt["outcome"], number>;

/** How many requests ended how, since the process began. */
export interface ReceiverCounts {
  stored: number;
  notCommitted: number;
  unproven: Record<Unproven, number>;
}

/** The receiver of this process: every door passes its arrivals here. */
export class Receiver {
  readonly counts: ReceiverCounts = {
    stored: 0,
    notCommitted: 0,
    unproven: { no_proof: 0, wrong_signature: 0, wrong_secret: 0, signature_required: 0 },
  };
  readonly #directory = new StoreDirectory();
  readonly #commits = new GroupCommit<Arrival>({
    commit: measuredCommit,
    sizeBytes: ({ body }) => body.byteLength + ITEM_OVERHEAD_BYTES,
    batchItemsMax: BATCH_ITEMS_MAX,
    commitsMax: COMMITS_MAX,
    besideItemsMin: BESIDE_ITEMS_MIN,
    waitingBytesMax: WAITING_BYTES_MAX,
    waitMsMax: WAIT_MS_MAX,
    holding: waitingArrivals(),
  });
  readonly #rejections = new RejectionWriter();
  readonly #clock = new ClockWitness();
  #hasFailed = false;
  #trial: { startedMs: number; works: Promise<boolean> } | undefined;

  /**
   * Whether an arrival would be committed now. It answers by the last commit or, if that failed, by a trial. So it is
   * true again as soon as the database is back, even if nothing arrives. Never throws.
   */
  async isCommitting(now: Date): Promise<boolean> {
    if (!this.#directory.isOpenable) return false;
    if (!this.#hasFailed) return true;
    const startedMs = performance.now();
    if (!this.#trial || startedMs - this.#trial.startedMs > TRIAL_EVERY_MS)
      this.#trial = { startedMs, works: this.#tryCommit(now) };
    return this.#trial.works;
  }

  /** Seconds by which our clock is ahead of BigCommerce's, negative when it is behind; null when too little came. */
  clockAheadSeconds(now: Date): number | null {
    return this.#clock.aheadSeconds(now);
  }

  async #tryCommit(now: Date): Promise<boolean> {
    try {
      await tryCommit(now);
      this.#succeeded();
      return true;
    } catch {
      // The arrival that failed before said why in the log, and the next one will.
      return false;
    }
  }

  #succeeded(): void {
    this.#hasFailed = false;
    NOT_COMMITTED.passed();
  }

  /** Reads what a proof is held against. @throws when the database does not answer. */
  async open(): Promise<void> {
    await this.#directory.open();
    this.#rejections.start();
  }

  /** Waits for what is under way. The doors must be shut before. */
  async close(): Promise<void> {
    this.#directory.close();
    await this.#commits.drain();
    await this.#rejections.close();
  }

  /** Writes the counts of what was refused now, instead of within seconds. Never throws. */
  writeRejections(): Promise<void> {
    return this.#rejections.write();
  }

  /**
   * Counts a refusal, unless it is a test's: its sender learns of it, and no one else needs to. Costs no database work.
   * @param bytes Size of the body; null when it was not read.
   */
  countRefusal(
    { storeHash, headers }: Pick<RawArrival, "storeHash" | "headers">,
    reason: RejectionReason,
    bytes: number | null,
    now: Date,
  ): void {
    if (this.#isMarked({ storeHash, headers }, now)) return;
    const store = this.#directory.standingOf(storeHash) === "unknown" ? UNKNOWN_STORE : storeHash;
    rejections().add(store, reason, refusedRequest(headers, bytes), now);
  }

  /** Whether BigCommerce sent this, by all that is known of its store. Counts nothing. */
  prove(arrival: RawArrival, now: Date): Proving {
    const { requiresSignature } = config();
    const clientSecrets = clientSecretsNow();
    const storeSecrets = this.#directory.secretsOf(arrival.storeHash);
    return prove(arrival, { clientSecrets, storeSecrets, requiresSignature }, now);
  }

  /**
   * Takes one arrival: proves it, parses it, and resolves when it is on disk or refused. Never throws.
   * Whatever is proven is kept, odd as it may be.
   * @param isDemo Marks the event as part of a demo's made-up past.
   */
  async receive(arrival: RawArrival, now: Date, isDemo = false): Promise<Receipt> {
    const read = decodeAndProve(arrival, BODY_BYTES_MAX, (one) => this.prove(one, now));
    if ("unread" in read) {
      this.countRefusal(arrival, read.unread, arrival.body.byteLength, now);
      return { outcome: read.unread };
    }
    const { proving, body } = read;
    if (!isDemo) this.#clock.hear({ ...arrival, body }, proving, clientSecretsNow(), now);
    if (!proving.isProven) {
      this.counts.unproven[proving.reason]++;
      this.countRefusal(arrival, proving.reason, arrival.body.byteLength, now);
      return { outcome: "unproven", reason: proving.reason };
    }
    const { storeHash, headers } = arrival;
    const event = parseEvent({ storeHash, body, proof: proving.proof, arrivedAt: now }, (hash) => ({
      standing: this.#directory.standingOf(hash),
      retentionDays: shorterRetention(this.#directory.retentionDaysOf(hash), config().eventRetentionDays),
    }));
    try {
      await this.#commits.write({
        ...event,
        body,
        headers: maskHeaders(headers),
        proof: proving.proof,
        arrivedAt: now,
        isTest:
          this.#isMarked(arrival, now) &&
          event.storeHash === storeHash &&
          event.hash === headers["webhook-id"],
        isDemo,
      });
      this.counts.stored++;
      this.#succeeded();
      return { outcome: "stored" };
    } catch (error) {
      this.counts.notCommitted++;
      const isOverloaded = error instanceof Overloaded;
      if (!isOverloaded) this.#hasFailed = true;
      this.countRefusal(arrival, isOverloaded ? "overloaded" : "not_committed", body.byteLength, now);
      NOT_COMMITTED.met(error);
      return { outcome: "not_committed" };
    }
  }

  /** Whether an arrival carries a mark of ours that holds for it. One that carries none costs a look at its headers. */
  #isMarked({ storeHash, headers }: Pick<RawArrival, "storeHash" | "headers">, now: Date): boolean {
    const mark = headers[TEST_HEADER];
    if (mark === undefined) return false;
    return isTestMark(mark, { storeHash, hash: headers["webhook-id"] }, config().sessionSecret, now);
  }
}

function clientSecretsNow(): string[] {
  const { clientSecret, previousClientSecret } = config().bigcommerce;
  return previousClientSecret === null ? [clientSecret] : [clientSecret, previousClientSecret];
}

// Both doors share one receiver, and so one group commit.
const slot = processWide("receiver", (): { current?: Promise<Receiver> } => ({}));

/**
 * The receiver of this process, opened at the first call.
 * @throws when the database does not answer; the next call tries again.
 */
export function receiver(): Promise<Receiver> {
  slot.current ??= outsideRequests(openReceiver);
  return slot.current;
}

async function openReceiver(): Promise<Receiver> {
  try {
    const opened = new Receiver();
    await opened.open();
    return opened;
  } catch (error) {
    delete slot.current;
    throw error;
  }
}

/** Counts, and tells the log of, an arrival that came while the receiver of this process cannot be opened. Never throws. */
export function refuseUnopened(
  cause: unknown,
  headers: RawArrival["headers"],
  bytes: number | null,
  now: Date,
): void {
  // Without the database no one knows yet which stores are ours.
  rejections().add(UNKNOWN_STORE, "not_committed", refusedRequest(headers, bytes), now);
  NOT_COMMITTED.met(cause);
}

/**
 * Whether this process commits arrivals now, and how far its clock is ahead of BigCommerce's, as far as arrivals told.
 * Opens its receiver, when that was not done before. Never throws.
 */
export async function receiverStanding(
  now: Date,
): Promise<{ isCommitting: boolean; clockAheadSeconds: number | null }> {
  try {
    const open = await receiver();
    return { isCommitting: await open.isCommitting(now), clockAheadSeconds: open.clockAheadSeconds(now) };
  } catch (error) {
    UNOPENED.met(error);
    return { isCommitting: false, clockAheadSeconds: null };
  }
}

/** Waits for what the receiver has under way and forgets it; for a clean stop and for tests. May be repeated. */
export async function closeReceiver(): Promise<void> {
  const opened = slot.current;
  delete slot.current;
  await (await opened?.catch(() => undefined))?.close();
}
