import useSWR from "swr";
import type { ExceptionList } from "#lib/contract/exceptions.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** BigCommerce tells once in ten minutes; a person who waits for it need not wait much longer. */
const REFRESH_MS = 60_000;

/** What BigCommerce told of failed deliveries lately, of the store or of one scope. @param scope Null for the store. */
export function useExceptions(store: string, scope: string | null) {
  return useSWR(apiPath(store, "exceptions", { scope }), (url: string) => getJson<ExceptionList>(url), {
    refreshInterval: REFRESH_MS,
  });
}
