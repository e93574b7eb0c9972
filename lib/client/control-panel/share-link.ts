import { DEEP_LINK_CHARACTERS_MAX } from "#lib/contract/values/deep-link.ts";
import { pagePath } from "#lib/client/paths.ts";

/**
 * The address in the store's control panel that opens a page of the app for anybody who may see it; null where the app's
 * own page in the panel is not known, or the address would be too long. Pure.
 * @param reopenUrl The app's page in that panel, of the session; the panel's front where the app's number is not known.
 * @param path A page of the store, query included: "/s/abc/events?q=1023".
 */
export function shareLink(store: string, reopenUrl: string | undefined, path: string): string | null {
  const base = pagePath(store, "events").replace(/\/events$/, "");
  const page = path.startsWith(`${base}/`) ? path.slice(base.length) : "";
  const isKnown = /\/app(?:\/\w+)?$/.test(reopenUrl ?? "");
  return isKnown && page !== "" && page.length <= DEEP_LINK_CHARACTERS_MAX ? `${reopenUrl}${page}` : null;
}
