import { createHmac, hkdfSync } from "node:crypto";
import { sameBytes } from "#lib/crypto/same-bytes.ts";

/** Header that marks an arrival as a test of our own making, in lower case as a request shows it. */
export const TEST_HEADER = "x-webhook-keeper-test";

const MARK = /^(\d{1,12})\.[\w-]{43}$/;
const KEY_BYTES = 32;

/** The one arrival that a mark is good for. */
export interface MarkedArrival {
  /** The store in its path. */
  storeHash: string;
  /** Its `webhook-id`, and the `hash` of its body. */
  hash: string | undefined;
}

/**
 * Makes the value of the header that marks an arrival as a test: an authenticator under a key that only processes with
 * our settings have. It is good for one arrival to one store, and not for long. Pure.
 * @param expiresAtSeconds Unix time after which it says nothing any more.
 */
export function testMark(
  { storeHash, hash }: MarkedArrival,
  expiresAtSeconds: number,
  sessionSecret: string,
): string {
  const key = new Uint8Array(hkdfSync("sha256", sessionSecret, "", "test events", KEY_BYTES));
  const signed = `${expiresAtSeconds}\n${storeHash}\n${hash}`;
  return `${expiresAtSeconds}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}

/** Whether we made a mark, for this very arrival, and it still holds. Pure. */
export function isTestMark(mark: string, arrival: MarkedArrival, sessionSecret: string, now: Date): boolean {
  const expiresAt = Number(MARK.exec(mark)?.[1]);
  return (
    arrival.hash !== undefined &&
    now.getTime() / 1000 <= expiresAt &&
    sameBytes(mark, testMark(arrival, expiresAt, sessionSecret))
  );
}
