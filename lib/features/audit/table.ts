import type { AuditEntryView, AuditState } from "#lib/contract/audit.ts";

/** Names of an export's columns. */
export const AUDIT_COLUMNS = [
  "time",
  "who",
  "user_id",
  "action",
  "event_type",
  "webhook_id",
  "before",
  "after",
  "reason",
  "result",
  "status",
  "code",
] as const;

/** An entry as the cells of `AUDIT_COLUMNS`. Pure. */
export function auditCells(entry: AuditEntryView): string[] {
  const { at, actor, action, scope, hookId, before, after, reason, isRefused, status, code } = entry;
  return [
    at,
    actor?.email ?? "the app itself",
    actor?.userId ?? "",
    action,
    scope ?? "",
    hookId ?? "",
    stateText(before),
    stateText(after),
    reason ?? "",
    isRefused ? "refused" : "done",
    status === null ? "" : String(status),
    code ?? "",
  ];
}

function stateText(state: AuditState | null): string {
  if (!state) return "";
  const { isWanted, isActive, name, destination, hasRightSecret, person, told, keptDays } = state;
  return [
    isWanted === undefined ? "" : isWanted ? "wanted" : "not wanted",
    isActive === undefined ? "" : isActive ? "on" : "off",
    name ?? "",
    destination ?? "",
    hasRightSecret === undefined ? "" : hasRightSecret ? "right secret" : "wrong secret",
    person ?? "",
    told ?? "",
    keptDays === undefined ? "" : `${keptDays} days`,
  ]
    .filter((part) => part !== "")
    .join("; ");
}
