/** Addresses of pages and of our API, so that none is spelt out twice. */

/** Sections that exist, in the order of the navigation. */
export const SECTIONS = ["overview", "webhooks", "events", "settings"] as const;
export type Section = (typeof SECTIONS)[number];

/** Sends a flat record as a query string with its `?`, leaving out what is undefined, null or empty; "" without any. */
export function toQuery(values: Readonly<Record<string, string | number | undefined | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** A page of a store: `pagePath("abc", "events")` is `/s/abc/events`. */
export function pagePath(store: string, page: Section | "welcome"): string {
  return `/s/${store}/${page}`;
}

/** The detail of one event type. The scope stays readable: its slashes are the path's. */
export function webhookPath(store: string, scope: string): string {
  return `${pagePath(store, "webhooks")}/${scope.split("/").map(encodeURIComponent).join("/")}`;
}

/** The scope that a path of `webhookPath` names, or null when it names none. */
export function scopeOfPath(store: string, path: string): string | null {
  const prefix = `${pagePath(store, "webhooks")}/`;
  if (!path.startsWith(prefix)) return null;
  try {
    const scope = path.slice(prefix.length).split("/").filter(Boolean).map(decodeURIComponent).join("/");
    return scope === "" ? null : scope;
  } catch {
    return null; // a broken percent sequence names nothing
  }
}

/** The detail of one event. */
export function eventPath(store: string, id: string): string {
  return `${pagePath(store, "events")}/${encodeURIComponent(id)}`;
}

/** An address of the store's API: `apiPath("abc", "events", { limit: 1 })`. */
export function apiPath(
  store: string,
  route: string,
  query: Readonly<Record<string, string | number | undefined | null>> = {},
): string {
  return `/s/${store}/api/${route}${toQuery(query)}`;
}
