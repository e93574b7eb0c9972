import useSWR from "swr";
import type { SettingsView } from "#lib/contract/settings.ts";
import { apiPath } from "./paths.ts";
import { getJson } from "./request.ts";

/** What holds for the store: history, address, people. */
export function useSettings(store: string) {
  return useSWR(apiPath(store, "settings"), (url: string) => getJson<SettingsView>(url));
}
