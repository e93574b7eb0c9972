/** A cell of a table, as it is known: people read it shortened, programs whole. */
export type Cell = string | number | boolean | Date | null;

/** Longer texts are cut, so that a row stays a line. */
const CELL_CHARS_MAX = 48;

/**
 * Rows as text in columns, numbers to the right. Control characters are left out: a store's name or an error may hold
 * some, and a terminal would obey them. Pure.
 * @param rows All with the same keys, which are the titles.
 */
export function asTable(rows: readonly Readonly<Record<string, Cell>>[], now: Date): string[] {
  const titles = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => titles.map((title) => cellText(row[title] ?? null, now)));
  const lines = [titles.map((title) => title.toUpperCase()), ...cells];
  const widths = titles.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const isNumber = titles.map((title) =>
    rows.every((row) => row[title] === null || typeof row[title] === "number"),
  );
  return lines.map((line) =>
    line
      .map((text, index) => {
        const width = widths[index] ?? 0;
        return isNumber[index] ? text.padStart(width) : text.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** A value as people read it; a time as its distance. Pure. */
export function cellText(value: Cell, now: Date): string {
  if (value === null) return "-";
  if (value instanceof Date) return distance(value, now);
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value).replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ");
  return text.length > CELL_CHARS_MAX ? `${text.slice(0, CELL_CHARS_MAX - 1)}…` : text;
}

const UNITS = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1_000, "s"],
] as const;

/** "3 min ago", "in 2 h". */
function distance(at: Date, now: Date): string {
  const ms = now.getTime() - at.getTime();
  const length = Math.abs(ms);
  const [unitMs, unit] = UNITS.find(([each]) => length >= each) ?? [1_000, "s"];
  const text = `${Math.floor(length / unitMs)} ${unit}`;
  return ms >= 0 ? `${text} ago` : `in ${text}`;
}

const SIZES = ["B", "KB", "MB", "GB", "TB"] as const;

/** Bytes in units of a thousand: "12.3 MB". Pure. */
export function sizeText(bytes: number): string {
  const power = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1_000 ** power;
  return `${power === 0 ? String(number) : number.toFixed(1)} ${SIZES[power] ?? ""}`;
}
