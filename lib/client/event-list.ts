import type { EventPage, EventView } from "#lib/contract/events.ts";

/** The newest page as it stands on the screen, and what waits behind the button. */
export interface ShownPage {
  /** Which question the page answers. */
  key: string;
  page: EventPage;
  /** A newer answer to the same question, held back so that nothing moves; null when there is none. */
  waiting: EventPage | null;
}

/**
 * What stands on the screen after the newest page was read again. New events go in by themselves only when that moves
 * nothing that somebody looks at (`mayInsert`), and never past others that already wait. Pure.
 */
export function afterRefresh(
  shown: ShownPage | null,
  latest: { key: string; page: EventPage },
  mayInsert: boolean,
): ShownPage {
  if (!shown || shown.key !== latest.key) return { ...latest, waiting: null };
  if (newcomers(latest.page, shown.page).length === 0) return { ...latest, waiting: null };
  if (mayInsert && !shown.waiting) return { ...latest, waiting: null };
  return { ...shown, waiting: latest.page };
}

/** The page once its new events were asked for. Pure. */
export function withWaiting(shown: ShownPage): ShownPage {
  return shown.waiting ? { key: shown.key, page: shown.waiting, waiting: null } : shown;
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

export interface DayGroup {
  /** What `dayOf` said of every event in it. */
  day: string;
  events: EventView[];
}

/** Puts events that are in order of time under their days. Pure, given a pure `dayOf`. */
export function dayGroups(events: readonly EventView[], dayOf: (iso: string) => string): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const event of events) {
    const day = dayOf(event.occurredAt);
    const last = groups.at(-1);
    if (last?.day === day) last.events.push(event);
    else groups.push({ day, events: [event] });
  }
  return groups;
}

/** The event that many steps after (or, negative, before) the one with this id; null past the ends. Pure. */
export function neighbour(events: readonly EventView[], id: string, steps: number): EventView | null {
  const at = events.findIndex((event) => event.id === id);
  return at === -1 ? null : (events[at + steps] ?? null);
}
