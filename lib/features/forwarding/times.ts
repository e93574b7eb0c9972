/** How forwarding spends its time, in milliseconds. A test may hurry it. */
export interface ForwarderTimes {
  /** From one look for destinations without an owner, and for events whose commit came late, to the next. */
  sweepMs: number;
  /** The position passes what was finished so long ago: every commit that began before has ended. */
  settleMs: number;
  /** A claim holds so long by the database's clock, and is renewed so often. */
  ownMs: number;
  renewMs: number;
  /** Outcomes are written so often at least. */
  flushMs: number;
  /** Latest only: one about a thing is sent so often at most. */
  latestEveryMs: number;
  /** Events wait so long at most until the thing they are about was read. */
  factsMs: number;
  /** What an event holds is forgotten after so long, and read again before it is sent: it may have been erased. */
  bodyMs: number;
  /** What is under way has so long to end when the worker stops. */
  stopMs: number;
}

export const TIMES: ForwarderTimes = {
  sweepMs: 10_000,
  settleMs: 60_000,
  ownMs: 15_000,
  renewMs: 5_000,
  flushMs: 50,
  latestEveryMs: 10_000,
  factsMs: 30_000,
  bodyMs: 15_000,
  stopMs: 3_000,
};
