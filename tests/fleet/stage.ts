import type { Lab } from "#tests/lab/lab.ts";
import type { Sink } from "#tests/support/sink.ts";

/** Where a trial takes place, and how much of it there is to be. */
export interface Stage {
  lab: Lab;
  sink: Sink;
  seconds: number;
  perSecond: number;
  /** From one kill to the next. */
  everySeconds: number;
  /** Events that the log holds before anything is measured. */
  events: number;
  stores: number;
  say(line: string): void;
}
