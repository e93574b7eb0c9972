import type { DescribedRow } from "#lib/catalogue/types.ts";

/**
 * What is said of the three events of a resource's metafields.
 *
 * @param path What stands before `/metafield` in the scope; empty for metafields of any resource.
 * @param owner The resource in a sentence, such as "an order".
 * @param idName The id in `resource_id`, such as "order ID".
 */
export function metafieldRows(path: string, owner: string, idName: string): DescribedRow[] {
  const base = path === "" ? "metafield" : `${path}/metafield`;
  const contains = `metafield ID and ${idName}`;
  return [
    [`${base}/created`, `An app adds a metafield to ${owner}.`, contains],
    [`${base}/updated`, `An app changes a metafield of ${owner}.`, contains],
    [`${base}/deleted`, `An app removes a metafield from ${owner}.`, contains],
  ];
}

/** The same rows for the events of one channel. */
export function perChannel(rows: readonly DescribedRow[]): DescribedRow[] {
  return rows.map(([path, ...rest]) => [`channel/{channel_id}/${path}`, ...rest]);
}
