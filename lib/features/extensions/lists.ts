/** Lists of the control panel whose rows have events: as BigCommerce calls the list, as our deep links do, and the log's kind of thing. */
export const LISTS = [
  { model: "ORDERS", folder: "orders", type: "order" },
  { model: "PRODUCTS", folder: "products", type: "product" },
  { model: "CUSTOMERS", folder: "customers", type: "customer" },
] as const;
export type List = (typeof LISTS)[number];

/** Whoever asks about one thing asks about all of it, and the log shows a week unless told otherwise. */
const TIME = "30d";

/** The deep link of a list's entry, into which BigCommerce writes the row's id. Its documents show paths, and no query. */
export const entryUrl = ({ folder }: List): string => `/${folder}/\${id}/events`;

/** The log's page, below `/s/{storeHash}`, for the thing that an entry's link names; null for any other path. Pure. */
export function eventsPageOf(path: string): string | null {
  const [, folder, id = ""] = /^\/([a-z]+)\/(\d{1,18})\/events$/.exec(path) ?? [];
  const list = LISTS.find((each) => each.folder === folder);
  if (!list) return null;
  return `/events?${new URLSearchParams({ resource: `${list.type}:${id}`, time: TIME }).toString()}`;
}
