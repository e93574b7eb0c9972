import type * as english from "#lib/messages/en/history.ts";
import type { AuditAction, AuditState } from "#lib/contract/audit.ts";
import { counted } from "./plural.ts";

export const area = "history";

const DONE: Readonly<Record<AuditAction, string>> = {
  subscription_wanted: "Eingeschaltet",
  subscription_unwanted: "Ausgeschaltet",
  hook_created: "Bei BigCommerce angelegt",
  hook_updated: "Bei BigCommerce geändert",
  hook_switched_on: "Bei BigCommerce eingeschaltet",
  hook_renewed: "Bei BigCommerce erneuert",
  hook_removed: "Bei BigCommerce entfernt",
  told_only: "Auf „nur melden“ gestellt",
  mended_again: "Auf „selbst reparieren“ gestellt",
  secret_renewal_begun: "Erneuerung des Webhook-Secrets begonnen",
  secret_renewal_ended: "Altes Webhook-Secret beendet",
  alerts_changed: "Warnungen geändert",
  alert_secret_renewed: "Secret der Warnungen erneuert",
  alert_acknowledged: "Warnung bestätigt",
  notices_changed: "Hinweise von BigCommerce geändert",
  test_event_sent: "Testereignis angefordert",
  reading_on: "Lesen von Änderungen eingeschaltet",
  reading_off: "Lesen von Änderungen ausgeschaltet",
  everybody_signed_out: "Alle abgemeldet",
  app_installed: "App installiert",
  app_accepted: "App erneut zugelassen",
  install_incomplete: "Ohne eine Angabe installiert",
  app_uninstalled: "App entfernt",
  person_removed: "Zugang beendet",
  personal_data_shown: "Personenbezogene Daten für Mitarbeiter sichtbar gemacht",
  personal_data_hidden: "Personenbezogene Daten vor Mitarbeitern verborgen",
  staff_changes_allowed: "Mitarbeitern erlaubt, Webhooks zu ändern",
  staff_changes_forbidden: "Mitarbeitern nicht mehr erlaubt, Webhooks zu ändern",
  retention_changed: "Aufbewahrung von Ereignissen geändert",
  data_erased: "Daten gelöscht",
  data_erased_again: "Gelöschte Daten, die wiederkamen, gelöscht",
  store_purged: "Alle Daten dieses Shops gelöscht",
};

const TRIED: Readonly<Partial<Record<AuditAction, string>>> = {
  hook_created: "Bei BigCommerce nicht angelegt",
  hook_updated: "Bei BigCommerce nicht geändert",
  hook_switched_on: "Bei BigCommerce nicht eingeschaltet",
  hook_renewed: "Bei BigCommerce nicht erneuert",
  hook_removed: "Bei BigCommerce nicht entfernt",
};

export const HISTORY: typeof english.HISTORY = {
  title: "Verlauf",
  text: "Wer was geändert hat, und was BigCommerce geantwortet hat. Einträge werden ein Jahr aufbewahrt.",
  list: "Änderungen, neueste zuerst",
  empty: "Noch wurde nichts geändert.",
  slow: "Der Verlauf lädt länger als sonst.",
  more: "Mehr zeigen",
  loadingMore: "Wird geladen …",
  save: "Als CSV exportieren",
  saving: "Wird exportiert …",
  saveFailed: "Der Verlauf wurde nicht exportiert.",
  refused: "Abgelehnt",
  webhookId: (id) => `Webhook-ID ${id}`,
};

export const actionText: typeof english.actionText = ({ action, actor, before, isRefused }) => {
  const who = actor?.email ?? "der App selbst";
  const whose = before?.person === undefined ? "" : ` für ${before.person}`;
  return isRefused
    ? `${TRIED[action] ?? DONE[action]}, versucht von ${who}`
    : `${DONE[action]}${whose} von ${who}`;
};

export const changeText: typeof english.changeText = ({ action, before, after, isRefused }) => {
  if (isRefused || action === "person_removed" || (!before && !after)) return "";
  const isMoved = before?.destination !== after?.destination;
  const hasOtherSecret = before?.hasRightSecret !== after?.hasRightSecret;
  const told = (state: AuditState | null) => stateText(state, { isMoved, hasOtherSecret });
  return `Vorher ${told(before)}; nachher ${told(after)}.`;
};

export const answerText: typeof english.answerText = ({ action, status, sentence }) => {
  if (!action.startsWith("hook_")) return "";
  const answer = status === null ? "BigCommerce hat nicht geantwortet." : `BigCommerce antwortete ${status}.`;
  return sentence === null ? answer : `${answer} ${sentence}`;
};

function stateText(
  state: AuditState | null,
  { isMoved, hasOtherSecret }: { isMoved: boolean; hasOtherSecret: boolean },
): string {
  if (!state) return "kein Webhook";
  const { isWanted, isActive, destination, hasRightSecret, told, keptDays } = state;
  const isOn = isWanted ?? isActive;
  return [
    ...(isOn === undefined ? [] : [isOn ? "an" : "aus"]),
    ...(isMoved && destination !== undefined ? [`gesendet an ${destination}`] : []),
    ...(told === undefined ? [] : [told]),
    ...(keptDays === undefined ? [] : [counted(keptDays, "Tag", "Tage")]),
    ...(hasOtherSecret && hasRightSecret === false ? ["ohne das Secret"] : []),
  ].join(", ");
}
