import { TIME_RANGES, type TimeRange } from "#lib/contract/values/time-ranges.ts";
import { EVENT_GROUPS, EVENT_STATUSES, PROOFS, type EventGroup } from "#lib/contract/values/events.ts";
import type { EventStatus, Proof } from "#lib/contract/events.ts";
import { pagePath } from "#lib/client/paths.ts";
import { HOUR_MS } from "#lib/time.ts";

/** Rows that are read at a time. */
export const PAGE_SIZE = 50;
const RANGE_DEFAULT: TimeRange = "7d";

const RANGE_MS: Readonly<Record<Exclude<TimeRange, "custom">, number>> = {
  "1h": HOUR_MS,
  "24h": 24 * HOUR_MS,
  "7d": 7 * 24 * HOUR_MS,
  "30d": 30 * 24 * HOUR_MS,
};

/** What is looked for in the log: everything that a shared link, a reload or a saved view brings back. */
export interface EventFilters {
  /** As typed into the search box; "" looks for everything. */
  search: string;
  /** Event types; none means all. */
  scopes: readonly string[];
  /** All event types of a group. */
  group: EventGroup | null;
  status: EventStatus | null;
  /** How it is known that BigCommerce sent the event. */
  proof: Proof | null;
  /** `type:id`, such as `order:1023`. */
  resource: string | null;
  /** Events that arrived late, after this id of the live stream. */
  late: string | null;
  time: TimeRange;
  /** Ends of a custom range, in ISO 8601; null where it is open. */
  from: string | null;
  to: string | null;
}

/** The log without any filter. */
export const NO_FILTERS: EventFilters = {
  search: "",
  scopes: [],
  group: null,
  status: null,
  proof: null,
  resource: null,
  late: null,
  time: RANGE_DEFAULT,
  from: null,
  to: null,
};

/** Reads the page's query; what is malformed counts as absent. Pure. */
export function parseEventAddress(query: URLSearchParams): EventFilters {
  const time = TIME_RANGES.find((range) => range === query.get("time")) ?? RANGE_DEFAULT;
  const status = EVENT_STATUSES.find((known) => known === query.get("status")) ?? null;
  const resource = query.get("resource");
  const late = query.get("late");
  return {
    search: query.get("q")?.trim().slice(0, 200) ?? "",
    scopes: query.getAll("scope"),
    group: EVENT_GROUPS.find((known) => known === query.get("group")) ?? null,
    status,
    proof: PROOFS.find((known) => known === query.get("proof")) ?? null,
    resource: resource !== null && /^[\w-]+:.+$/.test(resource) ? resource : null,
    late: late !== null && /^\d{1,18}$/.test(late) ? late : null,
    time,
    from: time === "custom" ? isoTime(query.get("from")) : null,
    to: time === "custom" ? isoTime(query.get("to")) : null,
  };
}

/** The page's query with its `?`; "" when nothing differs from the plain log. Pure. */
export function eventAddressQuery(address: EventFilters): string {
  const query = new URLSearchParams();
  if (address.search) query.set("q", address.search);
  for (const scope of address.scopes) query.append("scope", scope);
  if (address.group) query.set("group", address.group);
  if (address.status) query.set("status", address.status);
  if (address.proof) query.set("proof", address.proof);
  if (address.resource) query.set("resource", address.resource);
  if (address.late) query.set("late", address.late);
  if (address.time !== RANGE_DEFAULT) query.set("time", address.time);
  if (address.time === "custom" && address.from) query.set("from", address.from);
  if (address.time === "custom" && address.to) query.set("to", address.to);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The log's page with these filters, for a link from another screen: `eventsHref("abc", { scopes: ["store/order/created"] })`. Pure. */
export function eventsHref(store: string, filters: Partial<EventFilters> = {}): string {
  return pagePath(store, "events") + eventAddressQuery({ ...NO_FILTERS, ...filters });
}

/** The API's query for all that the filters find. Pure. */
export function filterQuery(filters: EventFilters, nowMs: number): Record<string, string | null> {
  const isCustom = filters.time === "custom";
  return {
    q: filters.search,
    scope: filters.scopes.join(","),
    group: filters.group,
    status: filters.status,
    proof: filters.proof,
    resource: filters.resource,
    late: filters.late,
    from: filters.time === "custom" ? filters.from : new Date(nowMs - RANGE_MS[filters.time]).toISOString(),
    to: isCustom ? filters.to : null,
  };
}

/** The API's query for a page of the log. Pure. */
export function eventQuery(
  filters: EventFilters,
  cursor: string | null,
  nowMs: number,
): Record<string, string | number | null> {
  return { ...filterQuery(filters, nowMs), cursor, limit: PAGE_SIZE };
}

/** Whether anything but the plain log is asked for. The range counts: an empty hour is no empty log. Pure. */
export function hasFilters(filters: EventFilters): boolean {
  const { search, scopes, group, status, proof, resource, late, time } = filters;
  const isNarrow = [group, status, proof, resource, late].some((one) => one !== null);
  return search !== "" || scopes.length > 0 || isNarrow || time !== RANGE_DEFAULT;
}

/** The event that a page's path names, or null on the list itself. Pure. */
export function eventIdOfPath(store: string, path: string): string | null {
  const prefix = `${pagePath(store, "events")}/`;
  const id = path.startsWith(prefix) ? path.slice(prefix.length) : "";
  return id === "" ? null : decodeURIComponent(id);
}

function isoTime(text: string | null): string | null {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
