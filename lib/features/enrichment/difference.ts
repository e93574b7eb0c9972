/** A value of a field that holds no others. */
export type Leaf = string | number | boolean | null;

/** One field that is not as it was. */
export interface Difference {
  /** Where it stands: names, and in lists the id or the place of the entry. A plain value in a list stands at the list. */
  path: string[];
  kind: "added" | "removed" | "changed";
  /** Null also when there was nothing. */
  before: Leaf;
  after: Leaf;
}

/** Fields that change by themselves whenever another does, or only lead elsewhere. */
const NOISE: ReadonlySet<string> = new Set([
  "date_modified",
  "date_created",
  "updated_at",
  "calculated_price",
  "status_id",
  "resource",
  "links",
  "total_sold",
  "view_count",
  "inventory_tracking_hash",
]);
/** Deeper is nothing that a person would look for. */
const DEPTH_MAX = 8;
/** Most differences that are told of two states. */
const DIFFERENCES_MAX = 200;

/**
 * What is different between two states of a thing, in the order of its fields; what changes by itself is left out. Entries
 * of a list are known by their `id` where they have one, so that one more in front of them is one more alone. Pure.
 */
export function differences(before: unknown, after: unknown): Difference[] {
  const [old, young] = [leaves(before), leaves(after)];
  const keys = [...new Set([...old.keys(), ...young.keys()])];
  return keys.flatMap((key) => differenceAt(old.get(key), young.get(key))).slice(0, DIFFERENCES_MAX);
}

/** Whether two states of a thing are the same, as far as anyone would call it a change. Pure. */
export function isSame(before: unknown, after: unknown): boolean {
  return differences(before, after).length === 0;
}

interface Place {
  path: string[];
  value: Leaf;
}

function differenceAt(old: Place | undefined, young: Place | undefined): Difference[] {
  const path = (young ?? old)?.path ?? [];
  if (!old) return young ? [{ path, kind: "added", before: null, after: young.value }] : [];
  if (!young) return [{ path, kind: "removed", before: old.value, after: null }];
  if (old.value === young.value) return [];
  return [{ path, kind: "changed", before: old.value, after: young.value }];
}

function leaves(value: unknown): Map<string, Place> {
  const found = new Map<string, Place>();
  collect(value, [], found);
  return found;
}

function collect(value: unknown, path: string[], found: Map<string, Place>): void {
  if (isLeaf(value)) found.set(JSON.stringify(path), { path, value });
  else if (path.length >= DEPTH_MAX || typeof value !== "object" || value === null) return;
  else if (Array.isArray(value)) {
    for (const [place, entry] of value.entries()) {
      // What is in the list is a matter of the values themselves, not of their order.
      if (isLeaf(entry)) found.set(JSON.stringify([...path, { entry }]), { path, value: entry });
      else collect(entry, [...path, nameOf(entry, place)], found);
    }
  } else {
    for (const [name, each] of Object.entries(value)) {
      if (!isNoise(name, each, path)) collect(each, [...path, name], found);
    }
  }
}

/**
 * Whether a field is left out: one of those, or an address that only leads elsewhere. The address of a page in the shop,
 * `custom_url.url` of products and `url.path` of categories, is a merchant's own.
 */
function isNoise(name: string, value: unknown, path: readonly string[]): boolean {
  return NOISE.has(name) || (name === "url" && isLeaf(value) && path.at(-1) !== "custom_url");
}

/** What an entry of a list is known by: its id, or else its place. */
function nameOf(entry: object, place: number): string {
  return "id" in entry && isLeaf(entry.id) ? String(entry.id) : String(place + 1);
}

function isLeaf(value: unknown): value is Leaf {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
