import { useCallback } from "react";
import useSWR from "swr";
import type {
  AlertSecret,
  AlertSettingsChange,
  AlertSettingsSaved,
  AlertSettingsView,
  AlertTestResult,
  BigCommerceNoticeAddresses,
} from "#lib/contract/alerts.ts";
import type { AlertChannel } from "#lib/contract/values/alerts.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson, sendJson } from "#lib/client/fetcher/request.ts";

/** How often the open screen asks what became of the last messages, in milliseconds. */
const REFRESH_MS = 30_000;

/** Whom the store's alerts go to, and the ways to change and to try it. Each of them throws {ApiProblem}. */
export function useAlertSettings(store: string) {
  const { data, error, mutate } = useSWR(
    apiPath(store, "alerts/settings"),
    (url: string) => getJson<AlertSettingsView>(url),
    { refreshInterval: REFRESH_MS },
  );
  /** @returns the secret of the webhook when it was just made, else null. */
  const save = useCallback(
    async (change: AlertSettingsChange): Promise<string | null> => {
      const url = apiPath(store, "alerts/settings");
      const { settings, secret } = await sendJson<AlertSettingsSaved>("PUT", url, change);
      await mutate(settings, { revalidate: false });
      return secret;
    },
    [mutate, store],
  );
  /** @returns the new secret. */
  const renewSecret = useCallback(
    async (): Promise<string> =>
      (await sendJson<AlertSecret>("POST", apiPath(store, "alerts/secret"), {})).secret,
    [store],
  );
  const test = useCallback(
    async (channel: AlertChannel): Promise<AlertTestResult> => {
      const result = await sendJson<AlertTestResult>("POST", apiPath(store, "alerts/test"), { channel });
      await mutate();
      return result;
    },
    [mutate, store],
  );
  return { settings: data, error: error as unknown, refresh: mutate, save, renewSecret, test };
}

/** The addresses of BigCommerce's own notices. Asked of BigCommerce, so not more often than needed. */
export function useBigCommerceNotices(store: string) {
  const { data, error, mutate } = useSWR(
    apiPath(store, "alerts/notices"),
    (url: string) => getJson<BigCommerceNoticeAddresses>(url),
    { revalidateOnFocus: false },
  );
  /** @throws {ApiProblem} */
  const save = useCallback(
    async (emails: readonly string[]): Promise<void> => {
      const saved = await sendJson<BigCommerceNoticeAddresses>("PUT", apiPath(store, "alerts/notices"), {
        emails,
      });
      await mutate(saved, { revalidate: false });
    },
    [mutate, store],
  );
  return { emails: data?.emails, error: error as unknown, refresh: mutate, save };
}
