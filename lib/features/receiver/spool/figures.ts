import { metrics } from "#lib/metrics/metrics.ts";
import { processWide } from "#lib/process-wide.ts";

/** A spool, as far as it is counted. */
interface Counted {
  waiting(): number;
  readonly aside: number;
}

const slot = processWide("spool", (): { current?: Counted } => ({}));

/** Has what waits in this process's spool counted from now on. */
export function countSpool(spool: Counted): void {
  slot.current = spool;
}

/** Counts a delivery that is on this machine's disk. */
export const countKept = (): void => metrics().spooled.inc();

/** How many wait in this process's spool, and how many no database took; nothing without one. */
export function spoolFigures(): { waiting: number; aside: number } {
  return { waiting: slot.current?.waiting() ?? 0, aside: slot.current?.aside ?? 0 };
}
