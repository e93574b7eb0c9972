import { MINUTE_MS } from "#lib/time.ts";
import { ALARMS, type AlarmKind, type AlarmName } from "./alarms.ts";
import type { Verdicts } from "./judge.ts";

/** All has to be well for so long before anybody hears that it is. */
const CALM_MS = MINUTE_MS;

/** Tells what goes on from what passes: an alarm rings when it has lasted, and is over when all was well for a minute. */
export class Steady {
  readonly #since = new Map<AlarmName, { isThere: boolean; atMs: number }>();

  /**
   * Takes what was seen now.
   * @param nowMs Of a clock that is never put back.
   * @returns those of the verdicts that have held for long enough.
   */
  look(verdicts: Verdicts, nowMs: number): Verdicts {
    const held = [...verdicts].filter(([name, verdict]) => {
      const isThere = verdict !== null;
      const known = this.#since.get(name);
      const atMs = known?.isThere === isThere ? known.atMs : nowMs;
      this.#since.set(name, { isThere, atMs });
      const { forMs }: AlarmKind = ALARMS[name];
      return nowMs - atMs >= (isThere ? forMs : CALM_MS);
    });
    return new Map(held);
  }
}
