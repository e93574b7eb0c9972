import useSWRInfinite from "swr/infinite";
import { useCallback } from "react";
import type { AuditFilter, AuditPage } from "#lib/contract/audit.ts";
import { apiPath } from "#lib/client/paths.ts";
import { getJson } from "#lib/client/fetcher/request.ts";

/** Entries of a page: many, because one press in the app may make two for each of a hundred event types. */
const PAGE_SIZE = 200;

/** Which part of the history is looked at. */
export type HistoryFilter = { [Name in keyof AuditFilter]: AuditFilter[Name] | undefined };

/** Who changed what in a store, or that part of it which is asked for, the newest first, as far as it was asked for. */
export function useHistory(store: string, { scope, who, kind, destination }: HistoryFilter) {
  const { data, error, isValidating, mutate, setSize } = useSWRInfinite(
    (index: number, before: AuditPage | null) => {
      if (index > 0 && !before?.nextCursor) return null;
      return apiPath(store, "audit", {
        scope,
        who,
        kind,
        destination,
        limit: PAGE_SIZE,
        cursor: before?.nextCursor,
      });
    },
    (url: string) => getJson<AuditPage>(url),
  );
  const showMore = useCallback(() => setSize((pages) => pages + 1), [setSize]);
  return {
    /** Undefined until the first page is there. */
    entries: data?.flatMap((page) => page.entries),
    hasMore: data?.at(-1)?.nextCursor != null,
    error: error as unknown,
    isBusy: isValidating,
    refresh: mutate,
    showMore,
  };
}
