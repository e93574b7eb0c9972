import { auditEntries, auditPage } from "#lib/features/audit/audit.ts";
import { AUDIT_COLUMNS, auditCells } from "#lib/features/audit/table.ts";
import { AuditPage, AuditQuery } from "#lib/contract/audit.ts";
import { csvResponse } from "#lib/http/file-response.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";

/** Who changed what and what came of it: a page, or all of it as a file. */
export const GET = storeRoute({
  query: AuditQuery,
  answer: AuditPage,
  run: ({ store, query, isStillAllowed }) => {
    if (query.format === "json") return auditPage(store, query);
    async function* rows() {
      for await (const entry of auditEntries(store, query.scope, isStillAllowed)) yield auditCells(entry);
    }
    return csvResponse(`history-${store}.csv`, AUDIT_COLUMNS, rows());
  },
});

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
