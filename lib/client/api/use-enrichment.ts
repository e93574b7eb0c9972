import { useCallback } from "react";
import useSWR from "swr";
import type { EnrichmentView } from "#lib/contract/changes.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** Whether the store's things are read after events, which of them may be, and the switch for it. */
export function useEnrichment(store: string) {
  const path = apiPath(store, "reading");
  const { data, error, mutate } = useSWR(path, (url: string) => getJson<EnrichmentView>(url));
  /** @throws {ApiProblem} when it was refused; what was shown before stands. */
  const change = useCallback(
    async (isOn: boolean): Promise<void> => {
      await mutate(sendJson<EnrichmentView>("PUT", path, { isOn }), { revalidate: false });
    },
    [mutate, path],
  );
  return { enrichment: data, error: error as unknown, refresh: mutate, change };
}
