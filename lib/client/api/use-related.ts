import useSWR from "swr";
import type { EventPage } from "#lib/contract/events.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** Events about the same thing that are named beside one of them. */
const RELATED_MAX = 6;

/** The newest events about a thing, given as `type:id`. */
export function useRelated(store: string, resource: string) {
  return useSWR(apiPath(store, "events", { resource, limit: RELATED_MAX }), (url: string) =>
    getJson<EventPage>(url),
  );
}
