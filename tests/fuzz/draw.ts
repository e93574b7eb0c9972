import fc from "fast-check";
import type { Sender } from "#tests/lab/deliveries.ts";
import { visit, visitOf, type Visitor } from "./addresses.ts";
import type { Cell } from "./cells.ts";
import { receiverRequest, type FuzzRequest } from "./requests.ts";

/** Requests that one seed stands for. */
export const DRAWN_AT_ONCE = 64;
/** Of these, requests to the receiver, each of which costs a fifth of what another does. */
const TO_RECEIVER = 40;
/** Requests that share a connection, and one batch in so many that sends them without waiting for answers. */
const SHARE_MAX = 8;
const AT_ONCE_EVERY = 4;

/** Who takes part. */
export interface World {
  senders: readonly Sender[];
  visitors: readonly [Visitor, ...Visitor[]];
  round: readonly Cell[];
}

export interface Drawn {
  request: FuzzRequest;
  /** What it is about, where its address is the very one. */
  cell?: Cell;
  /** For whoever wants to see it once more: `--seed` of its batch, and its place there. */
  seed: number;
  place: number;
}

/** Requests for one connection. */
export interface Share {
  drawn: readonly Drawn[];
  isAtOnce: boolean;
}

/**
 * The requests of a seed, in shares. The same seed is the same requests, but for their signatures, which are good for
 * minutes, and for the sessions.
 */
export function drawBatch(seed: number, { senders, visitors, round }: World, now: Date): Share[] {
  const deliveries = fc.sample(receiverRequest(senders, now), { numRuns: TO_RECEIVER, seed });
  const visits = fc.sample(visit, { numRuns: DRAWN_AT_ONCE - TO_RECEIVER, seed });
  const requests = [
    ...deliveries.map((request): { request: FuzzRequest; cell?: Cell } => ({ request })),
    ...visits.flatMap((drawn, index) => {
      const cell = round[(seed * visits.length + index) % round.length];
      if (!cell) return [];
      const { request, isCells } = visitOf(cell, drawn, visitors);
      return [{ request, ...(isCells && { cell }) }];
    }),
  ];
  const shares: { drawn: Drawn[]; isAtOnce: boolean }[] = Array.from(
    { length: DRAWN_AT_ONCE / SHARE_MAX },
    (_, number) => ({ drawn: [], isAtOnce: (seed + number) % AT_ONCE_EVERY === 0 }),
  );
  const alone: Share[] = [];
  for (const [place, each] of requests.entries()) {
    const drawn = { ...each, seed, place };
    // What hangs up, or is no HTTP, can share with nobody.
    if (each.request.hangsUp) alone.push({ drawn: [drawn], isAtOnce: false });
    else shares[place % shares.length]?.drawn.push(drawn);
  }
  return [...shares, ...alone];
}
