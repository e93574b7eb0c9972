/** Stands between an event's hash and what tells it from others of the same hash and time, in the column that is its key. */
export const CLASH_MARK = "~";

const KEY = /^(.+)~[0-9a-f]{16}$/;

/** The hash that an event came with, from the key that it is kept under. Pure. */
export function hashOfKey(key: string): string {
  return KEY.exec(key)?.[1] ?? key;
}
