import { DAY_MS } from "#lib/time.ts";

/** Partitions stand ready this many days ahead, so that a worker that rests for a week harms nothing. */
export const DAYS_AHEAD = 7;
/** Days that stay as they are, because their events may still arrive, or be read again and again. */
const DAYS_RECENT = 7;
/** A log of so many days needs no merging. */
const DAYS_UNMERGED_MAX = 45;
/** Widths in days that days are merged to, each out of four of the one before. */
const WIDTHS = [4, 16, 64, 256] as const;
/** The oldest partition loses its days row by row: it is a small part of the log. */
const SHARE_MAX = 1 / 4;

/** A part of the log: whole days from `from` on, before `to`, both midnight in UTC. */
export interface Slot {
  from: Date;
  to: Date;
}

/** Start of the day of `time`, UTC. Pure. */
export function dayOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / DAY_MS) * DAY_MS);
}

export const daysAfter = (day: Date, days: number): Date => new Date(day.getTime() + days * DAY_MS);

/** The slot of one day. Pure. */
export const oneDay = (day: Date): Slot => ({ from: day, to: daysAfter(day, 1) });

/** Name of the partition that keeps a slot: its first day, and its width where that is not a day. Pure. */
export function partitionName({ from, to }: Slot): string {
  const days = Math.round((to.getTime() - from.getTime()) / DAY_MS);
  const name = `events_${from.toISOString().slice(0, 10).replaceAll("-", "")}`;
  return days === 1 ? name : `${name}_${days}`;
}

/** Slot of a partition by its name; null for the default partition. Pure. */
export function slotOf(name: string): Slot | null {
  const [, year, month, day, days = "1"] = /^events_(\d{4})(\d{2})(\d{2})(?:_(\d+))?$/.exec(name) ?? [];
  if (!year) return null;
  const from = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return { from, to: daysAfter(from, Number(days)) };
}

/** Widths that a log of so many days has. */
function widthsAt(retentionDays: number): number[] {
  if (retentionDays <= DAYS_UNMERGED_MAX) return [];
  return WIDTHS.filter((width) => width === WIDTHS[0] || width <= retentionDays * SHARE_MAX);
}

/** Partitions that a log of so many days has at most, the default one among them. Pure. */
export function partitionsAt(retentionDays: number): number {
  const around = 1 + DAYS_AHEAD + 1;
  const widths = widthsAt(retentionDays);
  const widest = widths.at(-1);
  if (widest === undefined) return retentionDays + around;
  // Of each width but the widest as many as do not make one of the next.
  return around + DAYS_RECENT + 3 * widths.length + Math.ceil(retentionDays / widest) + 1;
}

/**
 * Which partitions of the log are merged now, narrow ones first: those of a slot that is over and has more than one. A
 * statement that reads all of the log holds a lock on each partition and on each of its indexes, and the server has room
 * for some thousands. Pure.
 * @param partitions Slots of the partitions as they are.
 */
export function mergesAt(
  partitions: readonly Slot[],
  today: Date,
  retentionDays: number,
): { into: Slot; parts: Slot[] }[] {
  const last = daysAfter(today, -DAYS_RECENT);
  let now = [...partitions];
  const merges: { into: Slot; parts: Slot[] }[] = [];
  for (const width of widthsAt(retentionDays)) {
    const slots = new Map<number, Slot>();
    for (const { from } of now) {
      const start = new Date(Math.floor(from.getTime() / (width * DAY_MS)) * width * DAY_MS);
      const slot = { from: start, to: daysAfter(start, width) };
      if (slot.to <= last) slots.set(start.getTime(), slot);
    }
    for (const into of slots.values()) {
      const parts = now.filter(({ from, to }) => from < into.to && to > into.from);
      const fits = parts.every(({ from, to }) => from >= into.from && to <= into.to);
      if (parts.length < 2 || !fits) continue;
      merges.push({ into, parts });
      now = [...now.filter((each) => !parts.includes(each)), into];
    }
  }
  return merges;
}
