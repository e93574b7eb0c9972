import type { AuditState } from "#lib/contract/audit.ts";
import type { AuditEntry, Person } from "#lib/features/audit/entry.ts";
import type { KnownDestination } from "./destinations.records.ts";
import { KINDS } from "./kinds/registry.ts";
import type { Changeable } from "./settings.ts";

/** A destination as the audit log tells it: of its address what everybody may know. Pure. */
export const stateOf = ({
  name,
  kind,
  url,
}: Pick<KnownDestination, "name" | "kind" | "url">): AuditState => ({
  name,
  destination: KINDS[kind].shownAddress(url),
});

/** The entry about a change of these fields. Pure. */
export const changeEntry = (
  actor: Person,
  before: KnownDestination,
  after: KnownDestination,
  fields: readonly Changeable[],
): AuditEntry => ({
  actor,
  action: "destination_changed",
  destinationId: after.id,
  before: stateOf(before),
  after: stateOf(after),
  reason: { code: "destination_fields", params: { fields: [...fields] } },
});

/** The entry about a destination that a person turned on, from where, or off. Pure. */
export const switchEntry = (
  actor: Person,
  destination: KnownDestination,
  on: { isFromNow: boolean } | null,
): AuditEntry => ({
  actor,
  action: on ? "destination_turned_on" : "destination_turned_off",
  destinationId: destination.id,
  after: stateOf(destination),
  ...(on && { reason: { code: on.isFromNow ? "resumed_from_now" : "resumed_from_position", params: {} } }),
});
