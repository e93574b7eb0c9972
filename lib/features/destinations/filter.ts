import sift from "sift";
import type { DestinationFilter } from "#lib/contract/destinations.ts";

/** MongoDB's operators that take no program text and no pattern, so that a filter cannot hold a worker up. */
const OPERATORS: ReadonlySet<string> = new Set(
  "$all $and $elemMatch $eq $exists $gt $gte $in $lt $lte $mod $ne $nin $nor $not $or $size".split(" "),
);
const DEPTH_MAX = 12;
/** Most names and values of a filter. */
const PARTS_MAX = 200;
const BYTES_MAX = 8_192;

/** What is wrong with a filter. */
export type FilterFault = "FILTER_TOO_LARGE" | "FILTER_TOO_DEEP" | "FILTER_OPERATOR_UNKNOWN" | "FILTER_WRONG";

/** What is wrong with a filter, for whoever enters it; null when Keeper can follow it. Pure. */
export function filterFault(filter: DestinationFilter): FilterFault | null {
  if (Buffer.byteLength(JSON.stringify(filter)) > BYTES_MAX) return "FILTER_TOO_LARGE";
  const parts = partsOf(filter, 1);
  if (parts === null) return "FILTER_TOO_DEEP";
  if (parts.length > PARTS_MAX) return "FILTER_TOO_LARGE";
  if (parts.some((name) => name.startsWith("$") && !OPERATORS.has(name))) return "FILTER_OPERATOR_UNKNOWN";
  try {
    sift(filter)(NOTHING);
    return null;
  } catch {
    return "FILTER_WRONG";
  }
}

const NOTHING: FilterSubject = { type: "", payload: null, thing: null, changes: {} };

/** The names within a filter, and an empty one for each value; null when they are nested too deep. */
function partsOf(value: unknown, depth: number): string[] | null {
  if (typeof value !== "object" || value === null) return [""];
  if (depth > DEPTH_MAX) return null;
  const parts: string[] = [];
  for (const [name, each] of Object.entries(value)) {
    const below = partsOf(each, depth + 1);
    if (below === null) return null;
    parts.push(Array.isArray(value) ? "" : name, ...below);
  }
  return parts;
}

/** What a filter looks at; see `DestinationFilter`. */
export interface FilterSubject {
  type: string;
  payload: unknown;
  thing: unknown;
  changes: Readonly<Record<string, unknown>>;
}

/** Each filter is made ready once for as long as its settings are held. */
const TESTERS = new WeakMap<DestinationFilter, (subject: FilterSubject) => boolean>();

/** Whether an event is as a filter wants it. One that has a fault wants nothing. Pure; never throws. */
export function passesFilter(filter: DestinationFilter, subject: FilterSubject): boolean {
  const known = TESTERS.get(filter);
  const tester = known ?? (filterFault(filter) === null ? sift(filter) : () => false);
  if (!known) TESTERS.set(filter, tester);
  return tester(subject);
}
