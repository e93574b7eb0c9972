import type { IncomingMessage } from "node:http";

/** What can be asked of a page. */
export const PAGE_METHODS = ["GET", "HEAD", "OPTIONS"];
/** Where there are routes, which say themselves what they take. */
const ROUTES = /^(?:\/s\/[^/?#]*)?\/(?:api|auth)(?:[/?#]|$)/;

/**
 * Whether there can be an answer to this method at this address. A page is only read, but Next.js renders it whatever it is
 * asked, and for some requests looks for an action of the page, which ours do not have, and writes a line about each that it
 * does not find. Pure.
 * @param url Path and query, as `readTarget` gives it.
 */
export function isAnswerable({ method = "", url = "" }: Pick<IncomingMessage, "method" | "url">): boolean {
  return PAGE_METHODS.includes(method) || ROUTES.test(url);
}
