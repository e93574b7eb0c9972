import type { Difference } from "./difference.ts";
import type { KindName } from "./kinds.ts";

/** Fields whose values are ids of things that have a name of their own and are read anyway. */
const ID_FIELDS: Readonly<Partial<Record<string, KindName>>> = {
  categories: "category",
  category_id: "category",
  parent_id: "category",
  product_id: "product",
  related_products: "product",
};

type Values = Pick<Difference, "path" | "before" | "after">;

/** The type of thing that a field holds ids of; null when it holds none. Pure. */
function typeOf({ path }: Values): KindName | null {
  return ID_FIELDS[path.at(-1) ?? ""] ?? null;
}

/** The ids among the values of changes, by type of thing. Pure. */
export function idsToName(changes: readonly Values[]): Map<KindName, Set<string>> {
  const wanted = new Map<KindName, Set<string>>();
  for (const change of changes) {
    const type = typeOf(change);
    if (type === null) continue;
    const ids = wanted.get(type) ?? new Set();
    for (const value of [change.before, change.after]) if (typeof value === "number") ids.add(String(value));
    wanted.set(type, ids);
  }
  return wanted;
}

/** The name of the thing whose id a change's value is; null when it is no id, or nothing of that id was read. Pure. */
export function nameOfId(
  change: Values,
  side: "before" | "after",
  names: ReadonlyMap<KindName, ReadonlyMap<string, string>>,
): string | null {
  const type = typeOf(change);
  return type === null ? null : (names.get(type)?.get(String(change[side])) ?? null);
}
