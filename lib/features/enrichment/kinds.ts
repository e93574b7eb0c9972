import { READ_KINDS, type ReadKind } from "#lib/contract/values/changes.ts";

/** What is read of one type of thing. */
interface Kind {
  /** The scope that a store has to grant; the same name without its ending is enough as well. */
  scope: string;
  /** Most things that one call asks for: V3 lists take ids, save that of variants, and V2 has one
   * address for each order. */
  perCall: number;
}

/**
 * The things that are read after events about them, under the type words of the catalogue.
 * Source: BigCommerce docs, OAuth scopes; Orders V2; Catalog and Customers V3 (`id:in`, `category_id:in`; of variants
 * only `id`).
 */
export const KINDS = {
  order: { scope: "store_v2_orders_read_only", perCall: 1 },
  product: { scope: "store_v2_products_read_only", perCall: 50 },
  variant: { scope: "store_v2_products_read_only", perCall: 1 },
  category: { scope: "store_v2_products_read_only", perCall: 50 },
  customer: { scope: "store_v2_customers_read_only", perCall: 50 },
} as const satisfies Record<ReadKind, Kind>;
export type KindName = ReadKind;

export const KIND_NAMES: readonly KindName[] = READ_KINDS;

/** Whether an id can be one of a thing that is read: BigCommerce numbers them. Pure. */
export function isReadable(id: string): boolean {
  return /^[0-9]{1,18}$/.test(id);
}

/** Whether things of this type are read. Pure. */
export function isKind(type: string): type is KindName {
  return Object.hasOwn(KINDS, type);
}

/** Whether a store granted reading things of this type: to read alone, or to change as well. Pure. */
export function isGranted(kind: KindName, granted: readonly string[]): boolean {
  const { scope } = KINDS[kind];
  return granted.includes(scope) || granted.includes(scope.replace(/_read_only$/, ""));
}

/** Every scope that lets something be read. */
export const READING_SCOPES: readonly string[] = [
  ...new Set(KIND_NAMES.flatMap((kind) => [KINDS[kind].scope, KINDS[kind].scope.replace(/_read_only$/, "")])),
];
