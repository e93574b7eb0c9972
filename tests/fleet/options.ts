import { parseArgs } from "node:util";

/** What there is to try, and the seconds that it is given when nobody says how many. */
export const TRIALS = { kills: 600, rolling: 0, fair: 240, failover: 0, scale: 30 } as const;
export type TrialName = keyof typeof TRIALS;

/** `scale` fills the disk, so that it has to be asked for. */
const BY_DEFAULT: readonly TrialName[] = ["kills", "rolling", "fair", "failover"];

/** What the command was asked for. */
export interface Options {
  names: readonly TrialName[];
  /** Absent: each trial's own. */
  seconds: number | undefined;
  perSecond: number;
  /** From one kill to the next. */
  everySeconds: number;
  /** Events in the log of `scale`. */
  events: number;
  /** Stores of `scale`. */
  stores: number;
}

const isTrial = (name: string): name is TrialName => Object.hasOwn(TRIALS, name);

/**
 * Reads the command's arguments. Pure.
 * @throws when there is no such trial, or a number is none.
 */
export function optionsOf(args: readonly string[]): Options {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: "string" },
      "per-second": { type: "string", default: "200" },
      every: { type: "string", default: "5" },
      events: { type: "string", default: "20000000" },
      stores: { type: "string", default: "10000" },
    },
  });
  const names = positionals.map((name) => {
    if (isTrial(name)) return name;
    throw new Error(`There is no trial ${name}; there are ${Object.keys(TRIALS).join(", ")}`);
  });
  const numberOf = (name: keyof typeof values) => {
    const number = Number(values[name]);
    if (number > 0) return number;
    throw new Error(`--${name} is a number above 0`);
  };
  return {
    names: names.length > 0 ? names : BY_DEFAULT,
    seconds: values.seconds === undefined ? undefined : numberOf("seconds"),
    perSecond: numberOf("per-second"),
    everySeconds: numberOf("every"),
    events: numberOf("events"),
    stores: numberOf("stores"),
  };
}
