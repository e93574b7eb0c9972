import useSWR from "swr";
import type { SettingsView } from "#lib/contract/settings.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** What holds for the store: history, address, people. */
export function useSettings(store: string) {
  return useSWR(apiPath(store, "settings"), (url: string) => getJson<SettingsView>(url));
}
