/** So many digits tell an event from any other that a store keeps; the search finds it by them. */
const DIGITS = 12;

/** An event's hash as people say it: its beginning, "64d346b71e4c". Pure. */
export function shortId(hash: string): string {
  const mark = hash.startsWith("body:") ? "body:" : "";
  return hash.slice(0, mark.length + DIGITS);
}
