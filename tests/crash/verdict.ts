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
