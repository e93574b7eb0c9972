/** The groups in which a merchant finds event types. */
export type GroupId =
  | "orders"
  | "shipments"
  | "products"
  | "inventory"
  | "categories"
  | "customers"
  | "carts"
  | "price-lists"
  | "channels"
  | "store"
  | "b2b";

/** One event type that BigCommerce can send, in words for a person. */
export interface CatalogueEntry {
  /** What is registered: an exact scope, a wildcard, or a template with `{channel_id}` in it. */
  readonly scope: string;
  readonly group: GroupId;
  /** Sentence case, no period, such as "Order created". */
  readonly title: string;
  /** Subscribes to a family. Deliveries carry the scope of the member, never the wildcard. */
  readonly isWildcard: boolean;
  /** Scopes of the members of a wildcard, in the order of the catalogue; empty otherwise. */
  readonly covers: readonly string[];
  /** Has `{channel_id}`, which a number replaces before registration. */
  readonly isPerChannel: boolean;
  /** Exists only on stores with B2B Edition. Source: BigCommerce docs, B2B Edition webhook events. */
  readonly needsB2B: boolean;
}

/** What is said of an event type beyond its title. */
export interface Description {
  /** One sentence: what happens in the shop. */
  readonly summary: string;
  /** What the payload holds, as a phrase without article or period, such as "order ID". */
  readonly contains: string;
  /**
   * Least OAuth scopes that read the resource; none when nothing can be read.
   * Source: BigCommerce docs, API accounts.
   */
  readonly readScopes: readonly string[];
}

/** One line of a family's data: path after `store/`, title. */
export type Row = readonly [path: string, title: string];

/** The event types of one group. */
export interface Family {
  readonly group: GroupId;
  readonly rows: readonly Row[];
}

/** One line of a family's descriptions: path after `store/`, summary, then what differs from the family. */
export type DescribedRow = readonly [
  path: string,
  summary: string,
  contains?: string,
  readScopes?: readonly string[],
];

/** What is said of the event types of one group. `contains` and `readScopes` hold for every row that does not bring its own. */
export interface DescribedFamily {
  readonly contains: string;
  readonly readScopes: readonly string[];
  readonly rows: readonly DescribedRow[];
}
