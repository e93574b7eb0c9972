/** Longest text that is passed on. */
const TEXT_CHARS_MAX = 200;

/** A text that an error carries beside its message, or the first of those it stands for does; null when there is none. */
export function textIn(error: unknown, name: "code" | "address"): string | null {
  const one = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const value = typeof one === "object" && one !== null ? Reflect.get(one, name) : null;
  return typeof value === "string" ? value.slice(0, TEXT_CHARS_MAX) : null;
}
