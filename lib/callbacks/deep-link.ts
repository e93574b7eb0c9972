import { DEEP_LINK_CHARACTERS_MAX } from "#lib/contract/values/deep-link.ts";
import { eventsPageOf } from "#lib/features/extensions/lists.ts";

/** The app's pages, by their first segment. */
const PAGES: ReadonlySet<string> = new Set([
  "overview",
  "welcome",
  "webhooks",
  "events",
  "destinations",
  "settings",
]);
const FALLBACK = "/overview";
/** Stands in for our own origin while a path is parsed; never resolved. */
const BASE = "https://app.invalid";

/**
 * Turns the deep link of a launch into a path of ours below `/s/{storeHash}`. Anything else than a page that we know,
 * above all an address of someone else's, leads to the overview; an entry in the control panel's lists to the events of its row. A space or a letter that is not escaped is escaped here. Pure.
 */
export function deepLinkPath(url: string): string {
  if (
    url.length > DEEP_LINK_CHARACTERS_MAX ||
    !/^\/(?![/\\])[ -~\u{a0}-\u{10ffff}]*$/u.test(url) ||
    url.includes("\\")
  )
    return FALLBACK;
  const parsed = URL.parse(url, BASE);
  if (!parsed || parsed.origin !== BASE || /%(2f|5c|00)/i.test(parsed.pathname)) return FALLBACK;
  const events = eventsPageOf(parsed.pathname);
  if (events !== null) return events;
  const [page = "", ...rest] = parsed.pathname.split("/").filter((segment) => segment !== "");
  return PAGES.has(page) ? `/${[page, ...rest].join("/")}${parsed.search}` : FALLBACK;
}
