import useSWRImmutable from "swr/immutable";
import type { ChannelList } from "#lib/contract/channels.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** The store's sales channels by name, read once; they hardly ever change. */
export function useChannels(store: string) {
  return useSWRImmutable(apiPath(store, "channels"), (url: string) => getJson<ChannelList>(url));
}
