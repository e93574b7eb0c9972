const REPLACEMENT = "\uFFFD";

/**
 * Text as PostgreSQL keeps it: NUL and halves of surrogate pairs, which neither `text` nor `jsonb` takes, become U+FFFD.
 * Pure; text that is fine already is given back as it is.
 */
export function storableText(text: string): string {
  return text.isWellFormed() && !text.includes("\0")
    ? text
    : text.toWellFormed().replaceAll("\0", REPLACEMENT);
}

/** What may hold text that is not storable; most answers do not, and are not walked through. */
const SUSPECT = /\0|\\u0000|\\u[dD][89a-fA-F]/;

/**
 * The value of a JSON text with all its text storable, names of fields too.
 * @param onReplaced Hears of each text of which something was replaced.
 * @throws {SyntaxError} when it is no JSON.
 */
export function parseStorable(json: string, onReplaced: () => void = () => undefined): unknown {
  if (!SUSPECT.test(json)) return JSON.parse(json);
  const storable = (text: string) => {
    const made = storableText(text);
    if (made !== text) onReplaced();
    return made;
  };
  return JSON.parse(json, (_, value: unknown) => {
    if (typeof value === "string") return storable(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [storable(name), each]));
  });
}
