/** One figure over several rounds, as `--json` writes it. */
export interface Result {
  name: string;
  unit: string;
  median: number;
  min: number;
  max: number;
  /** The value of each round, in order. */
  rounds: number[];
}

/** Sums up the rounds of one figure. Pure. */
export function resultOf(name: string, unit: string, rounds: readonly number[]): Result {
  const rounded = rounds.map((value) => Number(value.toPrecision(4)));
  return {
    name,
    unit,
    median: median(rounded),
    min: Math.min(...rounded),
    max: Math.max(...rounded),
    rounds: rounded,
  };
}

/** The middle value; between the two middle ones of an even count. Pure. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** The value that `part` of all values do not exceed, nearest rank. Pure. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
