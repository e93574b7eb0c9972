import { useCallback, useMemo } from "react";
import useSWR from "swr";
import type { SavedViews } from "#lib/contract/views.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** What this person saved of the log of a store, and the ways to change it. Each way fails with `ApiProblem`. */
export function useViews(store: string) {
  const key = apiPath(store, "views");
  const { data, error, mutate } = useSWR(key, (url: string) => getJson<SavedViews>(url));
  const take = useCallback((answer: SavedViews) => mutate(answer, { revalidate: false }), [mutate]);
  const ways = useMemo(() => {
    const one = (id: string) => `${key}/${encodeURIComponent(id)}`;
    return {
      save: async (name: string, query: string) =>
        take(await sendJson<SavedViews>("POST", key, { name, query })),
      rename: async (id: string, name: string) =>
        take(await sendJson<SavedViews>("PATCH", one(id), { name })),
      remove: async (id: string) => take(await sendJson<SavedViews>("DELETE", one(id), {})),
    };
  }, [key, take]);
  return { views: data?.views, error: error as unknown, ...ways };
}
