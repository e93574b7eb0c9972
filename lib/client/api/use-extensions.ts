import { useCallback } from "react";
import useSWR from "swr";
import type { ExtensionsView } from "#lib/contract/extensions.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** Whether the control panel's lists lead to events, and the switch for it. */
export function useExtensions(store: string) {
  const path = apiPath(store, "extensions");
  const { data, error, mutate } = useSWR(path, (url: string) => getJson<ExtensionsView>(url));
  /** @throws {ApiProblem} when it was refused; what was shown before stands. */
  const change = useCallback(
    async (isOn: boolean): Promise<void> => {
      await mutate(sendJson<ExtensionsView>("PUT", path, { isOn }), { revalidate: false });
    },
    [mutate, path],
  );
  return { extensions: data, error: error as unknown, refresh: mutate, change };
}
