import type { Row } from "#lib/catalogue/types.ts";

/**
 * The three events of a resource's metafields.
 *
 * @param path What stands before `/metafield` in the scope; empty for metafields of any resource.
 * @param name The resource in a title, such as "Order".
 */
export function metafieldRows(path: string, name: string): Row[] {
  const base = path === "" ? "metafield" : `${path}/metafield`;
  const title = name === "" ? "Metafield" : `${name} metafield`;
  return [
    [`${base}/created`, `${title} created`],
    [`${base}/updated`, `${title} updated`],
    [`${base}/deleted`, `${title} deleted`],
  ];
}

/** The same rows for the events of one channel. */
export function perChannel(rows: readonly Row[]): Row[] {
  return rows.map(([path, title]) => [`channel/{channel_id}/${path}`, title]);
}
