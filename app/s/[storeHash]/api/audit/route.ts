import { auditEntries, auditPage } from "#lib/features/audit/audit.ts";
import { AUDIT_COLUMNS, auditCells } from "#lib/features/audit/table.ts";
import { AuditPage, AuditQuery } from "#lib/contract/audit.ts";
import { csvResponse } from "#lib/http/file-response.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { routes } from "#lib/http/routes.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Who changed what and what came of it: a page, or all of it as a file. */
  GET: storeRoute({
    query: AuditQuery,
    answer: AuditPage,
    run: ({ store, query, isStillAllowed }) => {
      const { scope, who, kind, destination } = query;
      if (query.format === "json") return auditPage(store, query);
      async function* rows() {
        for await (const entry of auditEntries(store, { scope, who, kind, destination }, isStillAllowed))
          yield auditCells(entry);
      }
      return csvResponse(`history-${store}.csv`, AUDIT_COLUMNS, rows());
    },
  }),
});
