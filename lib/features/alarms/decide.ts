import { HOUR_MS } from "#lib/time.ts";

/** What comes and goes is told once in this time. */
export const QUIET_MS = HOUR_MS;
/** What goes on is told again after this time. */
export const REMIND_MS = 24 * HOUR_MS;

/** What a machine remembers of an alarm. Milliseconds of the epoch. */
export interface Note {
  /** Since when it rings, or rang. */
  sinceMs: number;
  isOpen: boolean;
  /** When the operator was last told that it rings. */
  toldMs: number;
  /** Whether this was while it rang this time. */
  isTold: boolean;
}

/** What is told of an alarm: that it began, that it goes on, that it is over. */
export type Word = "began" | "goes_on" | "ended";

/**
 * Decides what becomes of an alarm. Told are its beginning, once an hour at most, every further day, and its end when its
 * beginning was. Pure.
 * @param note What is remembered; null when it never rang.
 * @returns what is to be remembered, and told; null when nothing changes.
 */
export function decide(
  note: Note | null,
  isThere: boolean,
  nowMs: number,
): { note: Note; tells: Word | null } | null {
  if (!isThere)
    return note?.isOpen ? { note: { ...note, isOpen: false }, tells: note.isTold ? "ended" : null } : null;
  const toldMs = note?.toldMs ?? -Infinity;
  if (!note?.isOpen) {
    const isQuiet = nowMs - toldMs < QUIET_MS;
    return {
      note: { sinceMs: nowMs, isOpen: true, toldMs: isQuiet ? toldMs : nowMs, isTold: !isQuiet },
      tells: isQuiet ? null : "began",
    };
  }
  if (nowMs - toldMs < (note.isTold ? REMIND_MS : QUIET_MS)) return null;
  return { note: { ...note, toldMs: nowMs, isTold: true }, tells: note.isTold ? "goes_on" : "began" };
}
