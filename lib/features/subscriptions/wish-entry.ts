import type { Actor, AuditEntry } from "#lib/features/audit/entry.ts";
import type { Wish } from "./plan.ts";

/**
 * A wish as the audit log tells it. Pure.
 * @param wasWanted Undefined when nobody had said anything about the scope.
 */
export function wishEntry(
  actor: Actor,
  { scope, isWanted }: Wish,
  wasWanted: boolean | undefined,
  reason?: string,
): AuditEntry {
  return {
    actor,
    action: isWanted ? "subscription_wanted" : "subscription_unwanted",
    scope,
    before: { isWanted: wasWanted ?? false },
    after: { isWanted },
    ...(reason !== undefined && { reason }),
  };
}
