import { useCallback } from "react";
import useSWR from "swr";
import type { SecretView } from "#lib/contract/secret.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** How often the screen asks again while webhooks change, in milliseconds. */
const RENEWING_REFRESH_MS = 5_000;

/** How far the renewal of the webhook secret is, and the way to begin one. */
export function useSecret(store: string) {
  const path = apiPath(store, "settings/secret");
  const { data, error, mutate } = useSWR(path, (url: string) => getJson<SecretView>(url), {
    refreshInterval: (secret) => (secret?.renewal ? RENEWING_REFRESH_MS : 0),
  });
  /** Begins a renewal. Safe to repeat. @throws {ApiProblem} when it is refused or the server is out of reach. */
  const renew = useCallback(
    () => mutate(sendJson<SecretView>("POST", path, {}), { revalidate: false }),
    [mutate, path],
  );
  return { secret: data, error: error as unknown, refresh: mutate, renew };
}
