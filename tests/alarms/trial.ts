import { setTimeout as pause } from "node:timers/promises";
import type { Ground } from "./ground.ts";
import { rings } from "./rules.ts";
import type { Phase, Scrape } from "./series.ts";

/** How an alarm is provoked on the running product, and what its page of the runbook says to do. */
export interface Trial {
  alert: string;
  /** What goes on while all is well; deliveries to both processes unless told otherwise. */
  live?(ground: Ground): Promise<void>;
  /** @returns what was scraped in the midst of it, where that has to be then. */
  provoke(ground: Ground): Promise<Scrape | void>;
  mend(ground: Ground): Promise<void>;
  /** For how long each phase is taken to have lasted. */
  minutes?: Partial<Record<"well" | "ill" | "mended", number>>;
}

/** Longer than any alarm's `for` and the window of its rates; half a minute of real time may stand for it. */
const MINUTES = { well: 30, ill: 60, mended: 60 };
const DELIVERIES = 20;
/** What all processes share is read every 15 seconds; a pause of a destination lasts 36. */
const PATIENCE_MS = 120_000;

const usualLife = async (ground: Ground) => {
  await Promise.all(
    (["spooling", "plain"] as const).map((part) => ground.deliver(part, ground.deliveries(DELIVERIES))),
  );
};

/** What became of a trial, in real seconds. */
export interface Verdict {
  fault: string | null;
  rangAfter: number;
  quietAfter: number;
}

/** Provokes an alarm, does what the runbook says, and has Prometheus's tool say after each whether it rings. */
export async function tryAlarm(trial: Trial, ground: Ground): Promise<Verdict> {
  const { alert, provoke, mend, live = usualLife } = trial;
  const minutes = { ...MINUTES, ...trial.minutes };
  const phases: Phase[] = [];
  const verdict: Verdict = { fault: null, rangAfter: Number.NaN, quietAfter: Number.NaN };

  /** Scrapes until the alarm rings, or does not. */
  const becomes = async (
    isRinging: boolean,
    phase: Omit<Phase, "to">,
    first: Scrape,
  ): Promise<number | null> => {
    const began = performance.now();
    for (let to = first; ; to = await ground.scrape()) {
      const last = { ...phase, to };
      if ((await rings(alert, [...phases, last])) === isRinging) {
        phases.push(last);
        return Math.round((performance.now() - began) / 1_000);
      }
      if (performance.now() - began > PATIENCE_MS) return null;
      await pause(1_000);
    }
  };

  const begin = await ground.scrape();
  await live(ground);
  const isWell = await becomes(false, { minutes: minutes.well, from: begin }, await ground.scrape());
  if (isWell === null) return { ...verdict, fault: "it rang before anything was done" };

  const before = phases[0]?.to ?? begin;
  const midst = await provoke(ground);
  const rang = await becomes(true, { minutes: minutes.ill, from: before }, midst ?? (await ground.scrape()));
  await mend(ground);
  if (rang === null) return { ...verdict, fault: "it did not ring" };

  const mended = await ground.scrape();
  await live(ground);
  const quiet = await becomes(false, { minutes: minutes.mended, from: mended }, await ground.scrape());
  if (quiet === null) return { ...verdict, rangAfter: rang, fault: "it did not end" };
  return { fault: null, rangAfter: rang, quietAfter: quiet };
}
