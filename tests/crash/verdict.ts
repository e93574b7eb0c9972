/** What the senders saw, by the deliveries' hashes. */
export interface Witness {
  /** How often each was answered with 200. */
  acknowledged: ReadonlyMap<string, number>;
  /** Every one that was ever sent. */
  sent: { has(hash: string): boolean };
}

/** What the log holds: a row per event, in any order. */
export interface KeptRow {
  hash: string;
  arrivals: number;
}

export interface Verdict {
  acknowledged: number;
  /** Acknowledged and not in the log. */
  lost: number;
  /** In the log more than once. */
  doubled: number;
  /** In the log with fewer arrivals than acknowledgements. */
  uncounted: number;
  /** In the log though nobody sent it. */
  invented: number;
}

/** Holds the log against what was acknowledged. What was sent and not acknowledged may be there once, or not. Pure. */
export function judge({ acknowledged, sent }: Witness, rows: readonly KeptRow[]): Verdict {
  const kept = new Map<string, number>();
  const doubled = new Set<string>();
  for (const { hash, arrivals } of rows) {
    if (kept.has(hash)) doubled.add(hash);
    kept.set(hash, (kept.get(hash) ?? 0) + arrivals);
  }
  const promised = [...acknowledged];
  return {
    acknowledged: acknowledged.size,
    lost: promised.filter(([hash]) => !kept.has(hash)).length,
    doubled: doubled.size,
    uncounted: promised.filter(([hash, times]) => (kept.get(hash) ?? times) < times).length,
    invented: [...kept.keys()].filter((hash) => !sent.has(hash)).length,
  };
}

/** In which BigCommerce counts. Source: BigCommerce docs, Webhooks overview. */
const WINDOW_MS = 120_000;

/** How a delivery was answered. */
export interface Answered {
  /** When it was sent, by a clock that is never put back. */
  atMs: number;
  tookMs: number;
  /** 0 when there was no answer. */
  status: number;
}

/**
 * The least part that was answered 200, of any two minutes from a delivery on, in percent; of all, when it took less.
 * 0 when nothing was sent. Pure.
 */
export function answeredPercentMin(answers: readonly Answered[]): number {
  const inOrder = answers.toSorted((a, b) => a.atMs - b.atMs);
  let [least, from, good] = [inOrder.length > 0 ? 100 : 0, 0, 0];
  for (const [to, { atMs, status }] of inOrder.entries()) {
    if (status === 200) good++;
    for (; (inOrder[from]?.atMs ?? atMs) < atMs - WINDOW_MS; from++)
      if (inOrder[from]?.status === 200) good--;
    // A window that is not full yet says little.
    if (from > 0 || to === inOrder.length - 1) least = Math.min(least, (100 * good) / (to - from + 1));
  }
  return Math.round(least * 1_000) / 1_000;
}
