/** What was scraped of all processes at one time: values by their series, job and instance among its labels. */
export type Scrape = ReadonlyMap<string, number>;

/** A time that was scraped at its beginning and at its end. */
export interface Phase {
  /** For so long it is taken to have lasted, whatever it really took. */
  minutes: number;
  from: Scrape;
  to: Scrape;
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const CUMULATIVE = /_(?:total|bucket|sum|count)$/;

/** What Prometheus makes of a process's answer; of one that gave none, that it is down. Pure. */
export function scraped(instance: string, text: string | null): Map<string, number> {
  const ours = `instance="${instance}",job="webhook-keeper"`;
  const found = new Map([[`up{${ours}}`, text === null ? 0 : 1]]);
  for (const line of text?.split("\n") ?? []) {
    const [, name, labels, value] = SAMPLE.exec(line) ?? [];
    if (name !== undefined && Number.isFinite(Number(value)))
      found.set(`${name}{${labels ? `${labels},` : ""}${ours}}`, Number(value));
  }
  return found;
}

/**
 * Stretches phases over their minutes, in the notation of `promtool test rules`, a sample a minute: what only rises does so evenly,
 * anything else is what it was at the end of the phase. Pure.
 * @param names The metrics that matter.
 */
export function seriesOf(
  phases: readonly Phase[],
  names: ReadonlySet<string>,
): { series: string; values: string }[] {
  const all = new Set(phases.flatMap(({ from, to }) => [...from.keys(), ...to.keys()]));
  return [...all]
    .filter((series) => names.has(nameOf(series)))
    .map((series) => ({ series, values: phases.map((phase) => valuesIn(phase, series)).join(" ") }));
}

const nameOf = (series: string) => series.slice(0, series.indexOf("{"));

function valuesIn({ minutes, from, to }: Phase, series: string): string {
  const end = to.get(series);
  if (end === undefined) return `_x${minutes}`;
  if (!CUMULATIVE.test(nameOf(series))) return `${plain(end)}x${minutes - 1}`;
  const known = from.get(series) ?? 0;
  // What is new counts from 0, and so does a process that was started again.
  const begin = known > end ? 0 : known;
  return `${plain(begin)}+${plain((end - begin) / minutes)}x${minutes - 1}`;
}

/** Without an exponent, which the notation does not know. */
const plain = (value: number): string => value.toFixed(9).replace(/\.?0+$/, "");
