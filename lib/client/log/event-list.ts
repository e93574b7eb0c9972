import type { EventPage, EventView } from "#lib/contract/events.ts";

/** A list that new events go into by themselves holds no more rows than this. */
const ROWS_MAX = 2_000;

/** The log as it stands on the screen, and what waits behind the button. */
export interface ShownList {
  /** Which question it answers. */
  key: string;
  /** All rows, however many pages were read, and the cursor of those that follow. */
  page: EventPage;
  /** A newer answer to the same question, held back so that nothing moves; null when there is none. */
  waiting: EventPage | null;
}

/**
 * What stands on the screen after the newest page was read again. New events go in by themselves only when that moves
 * nothing that somebody looks at (`mayInsert`), and never past others that already wait. Pure.
 */
export function afterRefresh(
  shown: ShownList | null,
  latest: { key: string; page: EventPage },
  mayInsert: boolean,
): ShownList {
  if (!shown || shown.key !== latest.key) return { ...latest, waiting: null };
  const isQuiet = newcomers(latest.page, shown.page).length === 0;
  if (isQuiet || (mayInsert && !shown.waiting))
    return { key: shown.key, page: joined(latest.page, shown.page), waiting: null };
  return { ...shown, waiting: latest.page };
}

/** The page once its new events were asked for. Pure. */
export function withWaiting(shown: ShownList): ShownList {
  return shown.waiting ? { key: shown.key, page: joined(shown.waiting, shown.page), waiting: null } : shown;
}

/** The list with the page that follows it; unchanged when it has gone on, or answers another question, meanwhile. Pure. */
export function withOlder(
  shown: ShownList | null,
  older: { key: string; cursor: string; page: EventPage },
): ShownList | null {
  if (shown?.key !== older.key || shown.page.nextCursor !== older.cursor) return shown;
  const known = new Set(shown.page.events.map(({ id }) => id));
  const events = [...shown.page.events, ...older.page.events.filter(({ id }) => !known.has(id))];
  return { ...shown, page: { ...shown.page, events, nextCursor: older.page.nextCursor } };
}

/**
 * The newest page read again, on top of what was read below it. Begins anew with the newest page where nothing joins them,
 * and where the list would grow without an end: it grows by itself only while it is watched.
 */
function joined(latest: EventPage, shown: EventPage): EventPage {
  if (latest.nextCursor === null || shown.events.length <= latest.events.length) return latest;
  const fresh = new Set(latest.events.map(({ id }) => id));
  const lastCommon = shown.events.findLastIndex(({ id }) => fresh.has(id));
  const below = shown.events.slice(lastCommon + 1);
  if (lastCommon === -1 || latest.events.length + below.length > ROWS_MAX) return latest;
  return { ...latest, events: [...latest.events, ...below], nextCursor: shown.nextCursor };
}

/**
 * Events of a newer answer that the shown page lacks. An event older than everything shown only moved up because
 * another one is gone, and is no news. Pure.
 */
export function newcomers(latest: EventPage, shown: EventPage): EventView[] {
  const known = new Set(shown.events.map(({ id }) => id));
  const oldest = shown.nextCursor === null ? "" : (shown.events.at(-1)?.occurredAt ?? "");
  return latest.events.filter(({ id, occurredAt }) => !known.has(id) && occurredAt >= oldest);
}

export interface DayGroup<Fold> {
  /** What `dayOf` said of everything in it. */
  day: string;
  of: Fold[];
}

/** Puts what is in order of time under its days, each by its newest event. Pure, given a pure `dayOf`. */
export function dayGroups<Fold extends { events: readonly EventView[] }>(
  folds: readonly Fold[],
  dayOf: (iso: string) => string,
): DayGroup<Fold>[] {
  const groups: DayGroup<Fold>[] = [];
  for (const fold of folds) {
    const day = dayOf(fold.events[0]?.occurredAt ?? "");
    const last = groups.at(-1);
    if (last?.day === day) last.of.push(fold);
    else groups.push({ day, of: [fold] });
  }
  return groups;
}

/** The event that many steps after (or, negative, before) the one with this id; null past the ends. Pure. */
export function neighbour(events: readonly EventView[], id: string, steps: number): EventView | null {
  const at = events.findIndex((event) => event.id === id);
  return at === -1 ? null : (events[at + steps] ?? null);
}
