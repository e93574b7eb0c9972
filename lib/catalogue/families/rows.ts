import type { Row } from "#lib/catalogue/types.ts";

/**
 * The three events of a resource's metafields.
 *
 * @param path What stands before `/metafield` in the scope; empty for metafields of any resource.
 * @param name The resource in a title, such as "Order".
 * @param owner The resource in a sentence, such as "an order".
 * @param idName The id in `resource_id`, such as "order ID".
 */
export function metafieldRows(path: string, name: string, owner: string, idName: string): Row[] {
  const base = path === "" ? "metafield" : `${path}/metafield`;
  const title = name === "" ? "Metafield" : `${name} metafield`;
  const contains = `metafield ID and ${idName}`;
  return [
    [`${base}/created`, `${title} created`, `An app adds a metafield to ${owner}.`, contains],
    [`${base}/updated`, `${title} updated`, `An app changes a metafield of ${owner}.`, contains],
    [`${base}/deleted`, `${title} deleted`, `An app removes a metafield from ${owner}.`, contains],
  ];
}

/** The same rows for the events of one channel. */
export function perChannel(rows: readonly Row[]): Row[] {
  return rows.map(([path, ...rest]) => [`channel/{channel_id}/${path}`, ...rest]);
}
