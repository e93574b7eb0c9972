import useSWRInfinite from "swr/infinite";
import type { AuditPage } from "#lib/contract/audit.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** Entries of a page: about as many as a person looks through before asking for more. */
const PAGE_SIZE = 10;

/**
 * Who changed what in a store, or about one scope, the newest first, as far as it was asked for.
 * @param scope Null for the whole store.
 */
export function useHistory(store: string, scope: string | null) {
  const { data, error, isValidating, mutate, size, setSize } = useSWRInfinite(
    (index: number, before: AuditPage | null) => {
      if (index > 0 && !before?.nextCursor) return null;
      return apiPath(store, "audit", { scope, limit: PAGE_SIZE, cursor: before?.nextCursor });
    },
    (url: string) => getJson<AuditPage>(url),
  );
  return {
    /** Undefined until the first page is there. */
    entries: data?.flatMap((page) => page.entries),
    hasMore: data?.at(-1)?.nextCursor != null,
    error: error as unknown,
    isBusy: isValidating,
    refresh: mutate,
    showMore: () => setSize(size + 1),
  };
}
