import { createHash } from "node:crypto";
import type { Proof } from "#lib/contract/events.ts";
import type { ParsedEvent } from "./parse.ts";

/** A proven and parsed arrival, ready to be written. */
export interface Arrival extends ParsedEvent {
  body: Uint8Array;
  /** Secret values masked. */
  headers: Readonly<Record<string, string>>;
  proof: Proof;
  arrivedAt: Date;
  isTest: boolean;
  isDemo: boolean;
}

/** Arrivals of one event within a batch, merged: one statement must not touch a row twice. */
export interface MergedArrival extends Arrival {
  occurredAt: Date;
  arrivals: number;
  lastArrivedAt: Date;
}

/** What a place in time is remembered by: the hash, and the time that the event claims where it claims one. Pure. */
export function placeName({
  hash,
  occurredAt,
  claimedAt,
}: Pick<Arrival, "hash" | "occurredAt" | "claimedAt">): string {
  const claimed = claimedAt ?? occurredAt;
  return claimed ? `${hash}@${claimed.getTime()}` : hash;
}

/** The same among those of all stores. Pure. */
export function placeKey(storeHash: string, name: string): string {
  return `${storeHash}\0${name}`;
}

/**
 * One entry per event, with its copies in this batch counted; the first one's body is kept. Copies are about the same
 * thing. Pure.
 * @param dates Places of those that have none of their own, by `placeKey`.
 */
export function mergeArrivals(batch: readonly Arrival[], dates: ReadonlyMap<string, Date>): MergedArrival[] {
  const merged = new Map<string, MergedArrival>();
  for (const arrival of batch) {
    const given = dates.size > 0 ? dates.get(placeKey(arrival.storeHash, placeName(arrival))) : undefined;
    const occurredAt = given ?? arrival.occurredAt ?? arrival.arrivedAt;
    const key = `${keyOf({ ...arrival, occurredAt })}\0${subjectOf(arrival)}`;
    const seen = merged.get(key);
    if (!seen) {
      merged.set(key, { ...arrival, occurredAt, arrivals: 1, lastArrivedAt: arrival.arrivedAt });
      continue;
    }
    seen.arrivals++;
    if (arrival.arrivedAt > seen.lastArrivedAt) seen.lastArrivedAt = arrival.arrivedAt;
    if (arrival.arrivedAt < seen.arrivedAt) seen.arrivedAt = arrival.arrivedAt;
  }
  return [...merged.values()];
}

/**
 * Events by the statement that stores them: one statement must not touch a row twice, and events that share hash and time
 * may be after the same row. Nearly always there is one. Pure.
 */
export function roundsOf(events: readonly MergedArrival[]): MergedArrival[][] {
  const rounds: MergedArrival[][] = [];
  const met = new Map<string, number>();
  for (const event of events) {
    const key = keyOf(event);
    const round = met.get(key) ?? 0;
    met.set(key, round + 1);
    (rounds[round] ??= []).push(event);
  }
  return rounds;
}

const keyOf = ({ storeHash, hash, occurredAt }: { storeHash: string; hash: string; occurredAt: Date }) =>
  `${storeHash}\0${hash}\0${occurredAt.getTime()}`;

/** What an event is about; its body, where that names nothing. */
function subjectOf({ scope, resource, body }: Arrival): string {
  if (resource) return `${scope}\0${resource.type}\0${resource.id}`;
  return `${scope}\0${createHash("sha256").update(body).digest("base64")}`;
}
