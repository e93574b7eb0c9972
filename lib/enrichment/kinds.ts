/** What is read of one type of thing. */
interface Kind {
  /** The scope that a store has to grant; the same name without its ending is enough as well. */
  scope: string;
  /** Most things that one call asks for: V3 lists take ids, V2 has one address for each order. */
  perCall: number;
}

/**
 * The things that are read after events about them, under the type words of the catalogue.
 * Source: BigCommerce docs, OAuth scopes; Orders V2; Catalog and Customers V3 (`id:in`, `category_id:in`).
 */
export const KINDS = {
  order: { scope: "store_v2_orders_read_only", perCall: 1 },
  product: { scope: "store_v2_products_read_only", perCall: 50 },
  variant: { scope: "store_v2_products_read_only", perCall: 50 },
  category: { scope: "store_v2_products_read_only", perCall: 50 },
  customer: { scope: "store_v2_customers_read_only", perCall: 50 },
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof KINDS;

export const KIND_NAMES = Object.keys(KINDS) as KindName[]; // Cast: the keys of the constant above.

/** Whether a store granted reading things of this type: to read alone, or to change as well. Pure. */
export function isGranted(kind: KindName, granted: readonly string[]): boolean {
  const { scope } = KINDS[kind];
  return granted.includes(scope) || granted.includes(scope.replace(/_read_only$/, ""));
}
