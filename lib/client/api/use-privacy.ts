import { useCallback } from "react";
import useSWR, { useSWRConfig } from "swr";
import type {
  ErasurePreview,
  ErasureTarget,
  PrivacyChange,
  PrivacyView,
  RetentionPreview,
} from "#lib/contract/privacy.ts";
import { sessionKey } from "#lib/client/fetcher/keys.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** How often the open screen asks for an erasure that somebody else may have begun, in milliseconds. */
const REFRESH_MS = 30_000;
/** How often while one is under way. */
const UNDER_WAY_REFRESH_MS = 1_000;

/** What becomes of personal data in the store, and the ways to change that. Each of them throws {ApiProblem}. */
export function usePrivacy(store: string) {
  const key = apiPath(store, "privacy");
  const { mutate: mutateAny } = useSWRConfig();
  const { data, error, mutate } = useSWR(key, (url: string) => getJson<PrivacyView>(url), {
    refreshInterval: (view) => (view?.erasure?.endedAt === null ? UNDER_WAY_REFRESH_MS : REFRESH_MS),
  });

  const change = useCallback(
    async (next: PrivacyChange): Promise<void> => {
      await mutate(sendJson<PrivacyView>("PUT", key, next), { revalidate: false });
      // Both tell how long events are kept.
      await Promise.all([mutateAny(sessionKey(store)), mutateAny(apiPath(store, "settings"))]);
    },
    [key, mutate, mutateAny, store],
  );
  /** What would be erased of a thing. */
  const preview = useCallback(
    (target: ErasureTarget) => getJson<ErasurePreview>(apiPath(store, "privacy/erasures", { ...target })),
    [store],
  );
  /** Has everything about a thing erased. */
  const erase = useCallback(
    async (target: ErasureTarget): Promise<void> => {
      await mutate(sendJson<PrivacyView>("POST", apiPath(store, "privacy/erasures"), target), {
        revalidate: false,
      });
    },
    [mutate, store],
  );
  return { privacy: data, error: error as unknown, refresh: mutate, change, preview, erase };
}

/** How many events would be deleted if they were kept for so many days; undefined until it is known, and for null. */
export function useRetentionPreview(store: string, days: number | null): number | undefined {
  const key = days === null ? null : apiPath(store, "privacy/retention", { days });
  const { data } = useSWR(key, (url: string) => getJson<RetentionPreview>(url));
  return data?.events;
}
