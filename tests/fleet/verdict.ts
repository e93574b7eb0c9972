import type { LoadReport } from "#tests/surroundings/steady-load.ts";

/** What BigCommerce waits for an answer. Source: BigCommerce docs, Webhooks overview. */
const WAITS_MS = 10_000;
/** Others may get slower by so much because of one store. */
const LAG_RATIO_MAX = 2;
/** From here on it is the processors that are measured. */
const BUSY_PERCENT = 95;
const AVAILABLE_MB = 500;

/** What became of events at a destination. */
export interface Passed {
  lost: number;
  copies: number;
  /** The most that the ends of workers explain: what each may have had under way. */
  copiesMax: number;
}

/** What a machine had to give. */
export interface MachineUse {
  /** Of all processors, over the whole time. */
  busyPercent: number;
  /** Memory that was left when least was, in megabytes. */
  availableMb: number;
}

/** Part of the first attempts that was answered 200, in percent; 0 when there were none. Pure. */
export const answeredPercent = ({ sent, statuses }: Pick<LoadReport, "sent" | "statuses">): number =>
  sent === 0 ? 0 : (100 * (statuses[200] ?? 0)) / sent;

/**
 * What did not hold of deliveries, in words. Pure.
 * @param percentMin The part of first attempts that has to be answered 200; 100 means each of them.
 */
export function faultsOfLoad(report: LoadReport, percentMin: number): string[] {
  const { sent, statuses, lost, doubled, max } = report;
  const [all, worst] = [answeredPercent(report), report.answeredPercentMin];
  const others = Object.entries(statuses).filter(([status]) => status !== "200");
  return [
    ...(sent > 0 ? [] : ["nothing was sent"]),
    ...(Math.min(all, worst) >= percentMin
      ? []
      : [
          `${worst.toFixed(3)}% of first attempts were answered 200 in the worst two minutes, not ${percentMin}%: ${others
            .map(([status, count]) => (status === "0" ? `${count} had no answer` : `${count} got ${status}`))
            .join(", ")}`,
        ]),
    ...(max <= WAITS_MS
      ? []
      : [`an answer took ${(max / 1_000).toFixed(1)} s, and BigCommerce waits for 10`]),
    ...(lost === 0 ? [] : [`${lost} acknowledged events are not in the log`]),
    ...(doubled === 0 ? [] : [`${doubled} events are in the log twice`]),
  ];
}

/** What did not hold of events that were sent on, in words. Pure. */
export function faultsOfPassed({ lost, copies, copiesMax }: Passed): string[] {
  return [
    ...(lost === 0 ? [] : [`${lost} events never came to their destination`]),
    ...(copies <= copiesMax
      ? []
      : [`${copies} copies came to a destination, and ${copiesMax} can be explained`]),
  ];
}

/** What did not hold of other stores' lag beside a busy one, in words. Pure. */
export function faultsOfLag(aloneP95Ms: number, besideP95Ms: number): string[] {
  if (besideP95Ms <= LAG_RATIO_MAX * aloneP95Ms) return [];
  const ratio = (besideP95Ms / aloneP95Ms).toFixed(1);
  return [`the others' lag (p95) is ${ratio} times what it is without the busy store`];
}

/** What of the machine was the limit, and not the product, as a sentence; null when nothing was. Pure. */
export function limitOf({ busyPercent, availableMb }: MachineUse): string | null {
  const limits = [
    ...(busyPercent < BUSY_PERCENT
      ? []
      : [`its processors were busy for ${Math.round(busyPercent)}% of the time`]),
    ...(availableMb > AVAILABLE_MB ? [] : [`${Math.round(availableMb)} MB of memory were left`]),
  ];
  return limits.length === 0 ? null : `The machine itself was the limit: ${limits.join(", and ")}.`;
}

const LINES_MAX = 10;

/** What HAProxy wrote down about deliveries that it did not answer 200, the first ones of them. Pure. */
export function unanswered(accessLog: string): string[] {
  const lines = accessLog.split("\n").filter((line) => /POST \/api\/webhooks\/\S+ \S+ (?!200 )/.test(line));
  return lines.length <= LINES_MAX
    ? lines
    : [...lines.slice(0, LINES_MAX), `and ${lines.length - LINES_MAX} more of the balancer's lines`];
}
