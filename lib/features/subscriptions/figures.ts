import { coveringWildcards } from "#lib/catalogue/catalogue.ts";
import { HOUR_MS } from "#lib/time.ts";

export const HOURS = 24;

/** What a scope brought. */
export interface ScopeFigures {
  lastEventAt: Date;
  /** Events of each of the last 24 hours, the present one last. */
  hourly: number[];
}

/**
 * Figures by scope from the roll-up. A wildcard has those of all its members, since deliveries carry the member's
 * scope. Scopes without any kept event are absent. Pure.
 */
export function figuresByScope(
  hours: readonly { hour: Date; scope: string; events: number }[],
  lastEvents: ReadonlyMap<string, Date>,
  now: Date,
): Map<string, ScopeFigures> {
  const figures = new Map<string, ScopeFigures>();
  for (const [delivered, at] of lastEvents) {
    for (const scope of [delivered, ...coveringWildcards(delivered)]) {
      const known = figures.get(scope);
      if (!known) figures.set(scope, { lastEventAt: at, hourly: Array.from({ length: HOURS }, () => 0) });
      else if (known.lastEventAt < at) known.lastEventAt = at;
    }
  }
  const firstHour = firstHourOf(now).getTime();
  for (const { hour, scope: delivered, events } of hours) {
    const bucket = Math.floor((hour.getTime() - firstHour) / HOUR_MS);
    for (const scope of [delivered, ...coveringWildcards(delivered)]) {
      const hourly = figures.get(scope)?.hourly;
      if (hourly?.[bucket] !== undefined) hourly[bucket] += events;
    }
  }
  return figures;
}

/** Start of the first of the 24 hours that end with the present one. */
export function firstHourOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS - (HOURS - 1) * HOUR_MS);
}
