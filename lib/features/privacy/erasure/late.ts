import { createHmac, hkdfSync } from "node:crypto";
import { config } from "#lib/config/config.ts";
import { marksAskedSince } from "./late.records.ts";

const KEY_BYTES = 32;

/** An arrival that comes into the log late, and what it is about. */
export interface LateArrival {
  storeHash: string;
  arrivedAt: Date;
  resource: { type: string; id: string } | null;
}

/**
 * What an erased thing is known by after its id was forgotten: an authenticator under a key that only processes with our
 * settings have, so that a copy of the database tells no one whose it was. Pure.
 */
export function thingMark(
  storeHash: string,
  { type, id }: { type: string; id: string },
  sessionSecret: string,
): string {
  const key = new Uint8Array(hkdfSync("sha256", sessionSecret, "", "erased things", KEY_BYTES));
  return createHmac("sha256", key).update(`${storeHash}\n${type}\n${id}`).digest("base64url");
}

/**
 * Of arrivals that waited for the database, those about a thing whose erasure was asked for after they came. Read only.
 * @throws as the database does.
 */
export async function erasedMeanwhile<A>(
  arrivals: readonly A[],
  lateOf: (arrival: A) => LateArrival,
): Promise<Set<A>> {
  const late = arrivals.map((arrival) => ({ arrival, ...lateOf(arrival) }));
  const stores = [...new Set(late.map(({ storeHash }) => storeHash))];
  const oldest = new Date(Math.min(...late.map(({ arrivedAt }) => arrivedAt.getTime())));
  const marks = arrivals.length === 0 ? [] : await marksAskedSince(stores, oldest);
  if (marks.length === 0) return new Set();
  const { sessionSecret } = config();
  const isErased = ({ storeHash, arrivedAt, resource }: LateArrival) => {
    if (!resource) return false;
    const mark = thingMark(storeHash, resource, sessionSecret);
    return marks.some((each) => each.mark === mark && arrivedAt <= each.askedAt);
  };
  return new Set(late.filter(isErased).map(({ arrival }) => arrival));
}
