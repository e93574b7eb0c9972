import type { AuditAction, AuditEntryView, AuditState } from "#lib/contract/audit.ts";
import { counted } from "./plural.ts";

export const area = "history";

const DONE: Readonly<Record<AuditAction, string>> = {
  subscription_wanted: "Turned on",
  subscription_unwanted: "Turned off",
  hook_created: "Created at BigCommerce",
  hook_updated: "Changed at BigCommerce",
  hook_switched_on: "Switched on at BigCommerce",
  hook_renewed: "Renewed at BigCommerce",
  hook_removed: "Removed at BigCommerce",
  told_only: "Set to tell only",
  mended_again: "Set to repair by itself",
  secret_renewal_begun: "Renewal of the webhook secret begun",
  secret_renewal_ended: "Old webhook secret ended",
  alerts_changed: "Alerts changed",
  alert_secret_renewed: "Secret of alerts renewed",
  alert_acknowledged: "Alert acknowledged",
  notices_changed: "Notices of BigCommerce changed",
  reading_on: "Reading of what changed switched on",
  reading_off: "Reading of what changed switched off",
  test_event_sent: "Test event asked for",
  everybody_signed_out: "Everybody signed out",
  app_installed: "App installed",
  app_accepted: "App accepted again",
  install_incomplete: "Installed without a detail",
  app_uninstalled: "App removed",
  person_removed: "Access ended",
  personal_data_shown: "Personal data shown to staff",
  personal_data_hidden: "Personal data hidden from staff",
  staff_changes_allowed: "Staff allowed to change webhooks",
  staff_changes_forbidden: "Staff no longer allowed to change webhooks",
  retention_changed: "Retention of events changed",
  data_erased: "Data erased",
  data_erased_again: "Erased data that came again erased",
  store_purged: "All data of this store deleted",
};

/** What was tried and refused; only BigCommerce refuses. */
const TRIED: Readonly<Partial<Record<AuditAction, string>>> = {
  hook_created: "Not created at BigCommerce",
  hook_updated: "Not changed at BigCommerce",
  hook_switched_on: "Not switched on at BigCommerce",
  hook_renewed: "Not renewed at BigCommerce",
  hook_removed: "Not removed at BigCommerce",
};

/** Texts of the history of a store and of each webhook. */
export const HISTORY = {
  title: "History",
  text: "Who changed what, and what BigCommerce answered. Entries are kept for a year.",
  list: "Changes, newest first",
  empty: "Nothing was changed yet.",
  slow: "The history takes longer than usual to load.",
  more: "Show more",
  loadingMore: "Loading…",
  save: "Export as CSV",
  saving: "Exporting…",
  saveFailed: "The history was not exported.",
  refused: "Refused",
  webhookId: (id: string) => `Webhook ID ${id}`,
};

/** "Turned on by ana@example.com". */
export function actionText({ action, actor, before, isRefused }: AuditEntryView): string {
  const who = actor?.email ?? "the app itself";
  const whose = before?.person === undefined ? "" : ` for ${before.person}`;
  return isRefused
    ? `${TRIED[action] ?? DONE[action]}, tried by ${who}`
    : `${DONE[action]}${whose} by ${who}`;
}

/** "From off to on."; empty when nothing is known of either. */
export function changeText({ action, before, after, isRefused }: AuditEntryView): string {
  if (isRefused || action === "person_removed" || (!before && !after)) return "";
  const isMoved = before?.destination !== after?.destination;
  const hasOtherSecret = before?.hasRightSecret !== after?.hasRightSecret;
  const told = (state: AuditState | null) => stateText(state, { isMoved, hasOtherSecret });
  return `From ${told(before)} to ${told(after)}.`;
}

/** What BigCommerce answered; empty when it was not asked. */
export function answerText({ action, status, sentence }: AuditEntryView): string {
  if (!action.startsWith("hook_")) return "";
  const answer = status === null ? "BigCommerce did not answer." : `BigCommerce answered ${status}.`;
  return sentence === null ? answer : `${answer} ${sentence}`;
}

function stateText(
  state: AuditState | null,
  { isMoved, hasOtherSecret }: { isMoved: boolean; hasOtherSecret: boolean },
): string {
  if (!state) return "no webhook";
  const { isWanted, isActive, destination, hasRightSecret, told, keptDays } = state;
  const isOn = isWanted ?? isActive;
  return [
    ...(isOn === undefined ? [] : [isOn ? "on" : "off"]),
    ...(isMoved && destination !== undefined ? [`sent to ${destination}`] : []),
    ...(told === undefined ? [] : [told]),
    ...(keptDays === undefined ? [] : [counted(keptDays, "day", "days")]),
    ...(hasOtherSecret && hasRightSecret === false ? ["without the secret"] : []),
  ].join(", ");
}
