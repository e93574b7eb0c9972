import type { AuditAction } from "#lib/contract/audit.ts";
import type { ActivityKind } from "#lib/contract/values/activity.ts";

const KINDS: Readonly<Record<AuditAction, ActivityKind>> = {
  subscription_wanted: "webhooks",
  subscription_unwanted: "webhooks",
  hook_created: "webhooks",
  hook_updated: "webhooks",
  hook_switched_on: "webhooks",
  hook_renewed: "webhooks",
  hook_removed: "webhooks",
  told_only: "webhooks",
  mended_again: "webhooks",
  test_event_sent: "webhooks",
  secret_renewal_begun: "settings",
  secret_renewal_ended: "settings",
  alerts_changed: "settings",
  alert_secret_renewed: "settings",
  alert_acknowledged: "settings",
  notices_changed: "settings",
  reading_on: "settings",
  reading_off: "settings",
  extensions_on: "settings",
  extensions_off: "settings",
  app_installed: "settings",
  app_accepted: "settings",
  install_incomplete: "settings",
  app_uninstalled: "settings",
  everybody_signed_out: "people",
  person_removed: "people",
  personal_data_shown: "people",
  personal_data_hidden: "people",
  staff_changes_allowed: "people",
  staff_changes_forbidden: "people",
  retention_changed: "people",
  data_erased: "people",
  data_erased_again: "people",
  store_purged: "people",
  destination_made: "destinations",
  destination_changed: "destinations",
  destination_removed: "destinations",
  destination_turned_on: "destinations",
  destination_turned_off: "destinations",
  destination_secret_renewed: "destinations",
  deliveries_sent_again: "destinations",
  deliveries_dismissed: "destinations",
};

/** The actions of a kind. Pure. */
export function actionsOf(kind: ActivityKind): string[] {
  return Object.entries(KINDS).flatMap(([action, each]) => (each === kind ? [action] : []));
}
