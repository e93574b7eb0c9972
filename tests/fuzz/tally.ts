import type { FuzzAnswer } from "./answers.ts";

/** Of each kind. */
const FAULTS_SHOWN = 3;
const BYTES_SHOWN = 1_200;
const CODE = /"code":"(\w+)"/;

/** Where a faulty answer comes from. */
export interface Origin extends FuzzAnswer {
  seed: number | undefined;
  place: number | undefined;
}

/** Counts answers and keeps what is wrong, to be told in the end. */
export class Tally {
  readonly #statuses = new Map<string, { times: number; longestMs: number }>();
  readonly #kinds = new Map<string, { times: number; shown: string[] }>();
  faults = 0;

  /** @param tookMs Since the answer before it on the same connection. */
  answer({ status, said }: FuzzAnswer, tookMs: number): void {
    const [, code] = status >= 500 ? (CODE.exec(said) ?? []) : [];
    const name = `${status || "no answer"}${code ? ` ${code}` : ""}`;
    const { times, longestMs } = this.#statuses.get(name) ?? { times: 0, longestMs: 0 };
    this.#statuses.set(name, { times: times + 1, longestMs: Math.max(longestMs, tookMs) });
  }

  /** @param what The bytes of a request, or words. */
  fault(kind: string, what: Buffer | string, origin?: Origin): void {
    this.faults++;
    const known = this.#kinds.get(kind) ?? { times: 0, shown: [] };
    known.times++;
    if (known.shown.length < FAULTS_SHOWN) {
      const words = what.toString("latin1").slice(0, BYTES_SHOWN);
      known.shown.push(JSON.stringify({ ...origin, said: origin?.said.slice(0, BYTES_SHOWN), words }));
    }
    this.#kinds.set(kind, known);
  }

  /** What was answered how often, how long the slowest of each took, and what was wrong. */
  lines(): string[] {
    const answers = [...this.#statuses]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, { times, longestMs }]) => `${name}: ${times} (${Math.round(longestMs)} ms)`);
    return [
      answers.join(", "),
      ...[...this.#kinds].flatMap(([kind, { times, shown }]) => [`${times} times: ${kind}`, ...shown]),
    ];
  }
}
