// The receiver, from a request's bytes to its status. Begin here.
//
// A request is in one of these states, always in this order, and never goes back:
//   read      a door has its bytes and headers: `listener.ts`, or the route under app/api/webhooks where Next.js serves alone
//   proven    `prove.ts` says that BigCommerce sent it, or it ends with 401. What is compressed is proven as it was sent or as
//             it was meant (`coding.ts`); an unknown coding, or too much of it, ends with 415 or 413
//   parsed    `parse.ts` read what it could; oddities are flags, never a refusal
//   waiting   `intake.ts` and `group-commit.ts` hold it, bounded in bytes and time; beyond that it ends with 503
//   stored    `commit.ts` has it on disk: only now 200
//   spooled   in its place, where there is a spool and the database is away: this machine's disk has it (`spool/detour.ts`),
//             and it is parsed and stored when the database is back
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
import { ClockWitness } from "./clock-witness.ts";
import { decodeAndProve } from "./coding.ts";
import { StoreDirectory } from "./directory.ts";
import { Overloaded } from "./group-commit.ts";
import { maskHeaders, SECRET_HEADER } from "./headers.ts";
import { Intake, NOT_COMMITTED } from "./intake.ts";
import type { Arrival } from "./merge.ts";
import { parseEvent } from "./parse.ts";
import { prove, type Proving, type RawArrival, type Unproven } from "./prove.ts";
import { RejectionWriter } from "./rejection-writer.ts";
import { refusedRequest, rejections, UNKNOWN_STORE } from "./rejections.ts";
import type { SpoolStanding } from "./spool/detour.ts";
import type { SpooledArrival } from "./spool/arrivals.ts";
import { isTestMark, TEST_HEADER } from "./test-mark.ts";
import { processWide } from "#lib/process-wide.ts";

/** Largest body that is read. BigCommerce documents no maximum; a product's has 197 bytes. */
export const BODY_BYTES_MAX = 256 * 1024;

/** What became of one request. `STATUS_OF` is the one place that turns it into HTTP. */
export type Receipt =
  | { outcome: "stored" | "spooled" }
  | { outcome: "unproven"; reason: Unproven }
  | { outcome: "not_committed" }
  | { outcome: "too_large" | "unknown_encoding" };

/** What the sender sees of a receipt. Anything but 2xx makes BigCommerce come again. Source: Webhooks overview. */
export const STATUS_OF = {
  stored: 200,
  spooled: 200,
  unproven: 401,
  too_large: 413,
  unknown_encoding: 415,
  not_committed: 503,
} as const satisfies Record<Receipt["outcome"], number>;

/** How many requests ended how, since the process began. */
export interface ReceiverCounts {
  stored: number;
  spooled: number;
  notCommitted: number;
  unproven: Record<Unproven, number>;
}

/** The receiver of this process: every door passes its arrivals here. */
export class Receiver {
  readonly counts: ReceiverCounts = {
    stored: 0,
    spooled: 0,
    notCommitted: 0,
    unproven: { no_proof: 0, wrong_signature: 0, wrong_secret: 0, signature_required: 0 },
  };
  readonly #directory = new StoreDirectory((stores, isAll) => this.#intake.keepStores(stores, isAll));
  readonly #intake = new Intake({
    arrivalOf: (arrival) => this.#arrivalOf(arrival),
    isInformed: async () => {
      if (!this.#directory.isRead) await this.#directory.look();
      return this.#directory.isRead;
    },
  });
  readonly #rejections = new RejectionWriter();
  readonly #clock = new ClockWitness();

  /** Whether an arrival would be kept now; by a trial, where that is not known. Never throws. */
  async isTaking(now: Date): Promise<boolean> {
    return this.#directory.isOpenable && this.#intake.isTaking(now);
  }

  /** Seconds by which our clock is ahead of BigCommerce's, negative when it is behind; null when too little came. */
  clockAheadSeconds(now: Date): number | null {
    return this.#clock.aheadSeconds(now);
  }

  /** How the spool is doing; null without one. */
  get spoolStanding(): SpoolStanding | null {
    return this.#intake.spoolStanding;
  }

  /** How many of a store's deliveries wait on this machine for the database. */
  spooled(storeHash: string): number {
    return this.#intake.spooled(storeHash);
  }

  /** Reads what a proof is held against. @throws when the database does not answer, and there is no spool either. */
  async open(): Promise<void> {
    const stores = await this.#intake.openSpool();
    try {
      await this.#directory.open(stores);
    } catch (error) {
      await this.#intake.close();
      throw error;
    }
    this.#intake.start(!this.#directory.isRead);
    this.#rejections.start();
  }

  /** Waits for what is under way. The doors must be shut before. */
  async close(): Promise<void> {
    this.#directory.close();
    await this.#intake.close();
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
      if (this.#intake.isAway && proving.reason === "no_proof" && arrival.headers[SECRET_HEADER])
        return this.#refuse(arrival, "not_committed", body.byteLength, now);
      this.counts.unproven[proving.reason]++;
      this.countRefusal(arrival, proving.reason, arrival.body.byteLength, now);
      return { outcome: "unproven", reason: proving.reason };
    }
    try {
      const outcome = await this.#intake.store({
        storeHash: arrival.storeHash,
        body,
        headers: maskHeaders(arrival.headers),
        proof: proving.proof,
        arrivedAt: now,
        isMarked: this.#isMarked(arrival, now),
        isDemo,
      });
      this.counts[outcome]++;
      return { outcome };
    } catch (error) {
      return this.#refuse(
        arrival,
        error instanceof Overloaded ? "overloaded" : "not_committed",
        body.byteLength,
        now,
      );
    }
  }

  #refuse(
    arrival: RawArrival,
    reason: "overloaded" | "not_committed",
    bytes: number,
    now: Date,
  ): { outcome: "not_committed" } {
    this.counts.notCommitted++;
    this.countRefusal(arrival, reason, bytes, now);
    return { outcome: "not_committed" };
  }

  /** Parses a proven arrival, by what is known of its store now. */
  #arrivalOf(arrival: SpooledArrival): Arrival {
    const { isMarked, ...kept } = arrival;
    const { storeHash, headers } = kept;
    const event = parseEvent(kept, (hash) => ({
      standing: this.#directory.standingOf(hash),
      retentionDays: shorterRetention(this.#directory.retentionDaysOf(hash), config().eventRetentionDays),
    }));
    return {
      ...kept,
      ...event,
      isTest: isMarked && event.storeHash === storeHash && event.hash === headers["webhook-id"],
    };
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

/** How many of a store's deliveries wait here for the database. Opens no receiver. Never throws. */
export async function spooledOf(storeHash: string): Promise<number> {
  const opened = await slot.current?.catch(() => undefined);
  return opened?.spooled(storeHash) ?? 0;
}

/** Waits for what the receiver has under way and forgets it; for a clean stop and for tests. May be repeated. */
export async function closeReceiver(): Promise<void> {
  const opened = slot.current;
  delete slot.current;
  await (await opened?.catch(() => undefined))?.close();
}
