/** Addresses of pages and of our API, so that none is spelt out twice. */

/** Sections that exist, in the order of the navigation. */
export const SECTIONS = ["overview", "webhooks", "events", "destinations", "settings"] as const;
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

/** Pages under Settings, in the order of their links. */
export const SETTINGS_PAGES = ["general", "alerts", "privacy", "developer", "activity"] as const;
export type SettingsPageName = (typeof SETTINGS_PAGES)[number];

/** A page under Settings: `settingsPath("abc", "alerts")` is `/s/abc/settings/alerts`. */
export function settingsPath(
  store: string,
  page: SettingsPageName,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  return `${pagePath(store, "settings")}/${page}${toQuery(query)}`;
}

/** Where everything about one thing can be erased, with the thing filled in. */
export function erasePath(store: string, { type, id }: { type: string; id: string }): string {
  return settingsPath(store, "privacy", { erase: `${type}/${id}` });
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

/** Parts of a destination that have an address of their own; its deliveries have the destination's. */
export const DESTINATION_PARTS = ["settings", "activity"] as const;
export type DestinationPart = (typeof DESTINATION_PARTS)[number];

/** One destination, or a part of it: `destinationPath("abc", id, "settings")`. */
export function destinationPath(store: string, id: string, part?: DestinationPart): string {
  const page = `${pagePath(store, "destinations")}/${encodeURIComponent(id)}`;
  return part === undefined ? page : `${page}/${part}`;
}

/** Where a destination is made. */
export const newDestinationPath = (store: string): string => destinationPath(store, "new");

/** An address of the store's API: `apiPath("abc", "events", { limit: 1 })`. */
export function apiPath(
  store: string,
  route: string,
  query: Readonly<Record<string, string | number | undefined | null>> = {},
): string {
  return `/s/${store}/api/${route}${toQuery(query)}`;
}
