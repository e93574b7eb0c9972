import { createHash, randomBytes } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#lib/errors.ts";
import type { SessionIdentity } from "#lib/platform/session/seal.ts";
import { clientAddress } from "./client-address.ts";
import { processWide } from "#lib/process-wide.ts";

/** Too much was asked in too short a time; the request was not carried out. */
export class TooManyRequests extends AppError {
  readonly code = "RATE_LIMITED";
  readonly retryable = true;
  /** Milliseconds after which there is room again. */
  readonly retryAfterMs: number;

  constructor(what: string, retryAfterMs: number) {
    super(`too many requests: ${what}`);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Requests that a minute has room for. See docs/decisions/0008. */
export const ROOM = {
  /** Of one address: launches and installations, which people begin. */
  opening: 300,
  /** Of one address: uninstall and remove-user, which BigCommerce's servers send for all stores. */
  callback: 600,
  /** Of one address: swapping tickets and renewing tokens, and next-auth's questions. */
  session: 300,
  /** Of one person in one store, and of the whole store. */
  personReads: 1_200,
  personWrites: 120,
  storeWrites: 300,
  /** Of one store: tests of its alerts. Each goes to ten addresses at most, which may be anyone's. */
  alertTests: 6,
  /** Of one store: test events. Each is a delivery to ourselves, and a row in the log. */
  testEvents: 10,
  /** Of one store: test events to destinations, whose addresses may be anyone's. */
  destinationTests: 10,
  /** Of one store: previews of what a destination would be sent. Each may run a template. */
  destinationPreviews: 90,
} as const;
type Room = keyof typeof ROOM;

const WINDOW_SECONDS = 60;
/** Addresses share this many counters, so that no number of them takes memory without end. */
const ADDRESS_COUNTERS = 16_384;

/** Counts requests of one kind by key, in this process's memory. */
export class Limiter {
  readonly #what: string;
  readonly #counters: RateLimiterMemory;

  constructor(what: string, requests: number, seconds = WINDOW_SECONDS) {
    this.#what = what;
    this.#counters = new RateLimiterMemory({ points: requests, duration: seconds });
  }

  /**
   * Counts one request.
   * @throws {TooManyRequests} when the window has no room for it.
   */
  async admit(key: string): Promise<void> {
    try {
      await this.#counters.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooManyRequests(this.#what, refusal.msBeforeNext);
    }
  }
}

interface Limits {
  /** No one outside knows it, so no one can choose an address that shares a counter with another's. */
  salt: Buffer;
  limiters: ReadonlyMap<string, Limiter>;
}
const { salt, limiters } = processWide("limits", (): Limits => ({
  salt: randomBytes(16),
  limiters: new Map(Object.entries(ROOM).map(([room, requests]) => [room, new Limiter(room, requests)])),
}));

async function admit(room: Room, key: string): Promise<void> {
  await limiters.get(room)?.admit(key);
}

/**
 * Counts a request by the client's address, when nothing else is known. A request without a known address is let in.
 * Call it before any work for the request.
 * @throws {TooManyRequests}
 */
export async function admitAddress(
  room: "opening" | "callback" | "session",
  request: Request,
): Promise<void> {
  const address = clientAddress(request);
  if (address !== null) await admit(room, counterOf(address, salt));
}

/**
 * Counts a request that came with a sealed session, before the database is asked whether it still opens the store.
 * @throws {TooManyRequests}
 */
export async function admitPerson(
  { store, user }: Pick<SessionIdentity, "store" | "user">,
  { isChange }: { isChange: boolean },
): Promise<void> {
  await admit(isChange ? "personWrites" : "personReads", `${store} ${user}`);
}

/**
 * Counts a change of a person who has access to the store; those who have it no more must not take its room away.
 * @throws {TooManyRequests}
 */
export async function admitChange(store: SessionIdentity["store"]): Promise<void> {
  await admit("storeWrites", store);
}

/**
 * Counts a test of a store's alerts.
 * @throws {TooManyRequests}
 */
export async function admitTest(store: SessionIdentity["store"]): Promise<void> {
  await admit("alertTests", store);
}

/**
 * Counts a test event of a store.
 * @throws {TooManyRequests}
 */
export async function admitTestEvent(store: SessionIdentity["store"]): Promise<void> {
  await admit("testEvents", store);
}

/**
 * Counts a test event to a destination of a store.
 * @throws {TooManyRequests}
 */
export async function admitDestinationTest(store: SessionIdentity["store"]): Promise<void> {
  await admit("destinationTests", store);
}

/**
 * Counts a preview of what a destination of a store would be sent.
 * @throws {TooManyRequests}
 */
export async function admitPreview(store: SessionIdentity["store"]): Promise<void> {
  await admit("destinationPreviews", store);
}

/** Which of the counters an address is counted by. Pure. */
export function counterOf(address: string, secret: Uint8Array): string {
  const digest = createHash("sha256").update(secret).update(address).digest();
  return String(digest.readUInt32BE() % ADDRESS_COUNTERS);
}
