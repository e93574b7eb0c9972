import type * as english from "#lib/messages/en/history.ts";
import type { AuditAction, AuditState } from "#lib/contract/audit.ts";
import { counted } from "./plural.ts";

export const area = "history";

const what = ({ count, title }: Parameters<typeof english.deedText>[0]) =>
  title ?? counted(count, "Webhook", "Webhooks");

const DID: Readonly<
  Record<
    Parameters<typeof english.deedText>[0]["kind"],
    (told: Parameters<typeof english.deedText>[0]) => string
  >
> = {
  subscription_wanted: (told) => `${what(told)} eingeschaltet`,
  subscription_unwanted: (told) => `${what(told)} ausgeschaltet`,
  webhooks_fixed: (told) => `${what(told)} in Ordnung gebracht`,
  webhooks_removed: (told) => `${what(told)} entfernt`,
  hook_created: (told) => `${what(told)} registriert`,
  hook_updated: (told) => `${what(told)} geändert`,
  hook_switched_on: (told) => `${what(told)} bei BigCommerce eingeschaltet`,
  hook_renewed: (told) => `${what(told)} erneuert`,
  hook_removed: (told) => `${what(told)} bei BigCommerce entfernt`,
  told_only: (told) =>
    told.title === null
      ? "die automatische Reparatur ausgeschaltet"
      : `die automatische Reparatur ausgeschaltet (${told.title})`,
  mended_again: (told) =>
    told.title === null
      ? "die automatische Reparatur eingeschaltet"
      : `die automatische Reparatur eingeschaltet (${told.title})`,
  secret_renewal_begun: () => "das Erneuern des Secrets begonnen",
  secret_renewal_ended: () => "das Erneuern des Secrets abgeschlossen",
  alerts_changed: () => "die Warnungen geändert",
  alert_secret_renewed: () => "das Signatur-Secret der Warnungen erneuert",
  alert_acknowledged: ({ count }) => `${counted(count, "Warnung", "Warnungen")} als gesehen markiert`,
  notices_changed: () => "die Adressen für E-Mails von BigCommerce geändert",
  reading_on: () => "das Verfolgen von Änderungen eingeschaltet",
  reading_off: () => "das Verfolgen von Änderungen ausgeschaltet",
  extensions_on: () => "Ereignisse in den Menüs des Control Panels eingeschaltet",
  extensions_off: () => "Ereignisse in den Menüs des Control Panels ausgeschaltet",
  test_event_sent: ({ count }) => `${counted(count, "Testereignis", "Testereignisse")} gesendet`,
  everybody_signed_out: () => "alle abgemeldet",
  app_installed: () => "Keeper installiert",
  app_accepted: () => "Keeper neu zugelassen",
  install_incomplete: () => "Keeper installiert, wobei eine Angabe fehlte",
  app_uninstalled: () => "Keeper entfernt",
  person_removed: ({ person }) => `den Zugang beendet${person === null ? "" : ` (${person})`}`,
  personal_data_shown: () => "Mitarbeitern Kundendaten gezeigt",
  personal_data_hidden: () => "Kundendaten vor Mitarbeitern verborgen",
  staff_changes_allowed: () => "Mitarbeitern erlaubt, Webhooks zu ändern",
  staff_changes_forbidden: () => "Mitarbeitern das Ändern von Webhooks entzogen",
  retention_changed: () => "geändert, wie lange wir Ereignisse aufbewahren",
  data_erased: () => "Daten gelöscht",
  data_erased_again: () => "erneut gesendete Daten gelöscht",
  store_purged: () => "alle Daten dieses Shops gelöscht",
  destination_made: ({ name }) => `das Ziel ${name} hinzugefügt`,
  destination_changed: ({ name }) => `das Ziel ${name} geändert`,
  destination_removed: ({ name }) => `das Ziel ${name} entfernt`,
  destination_turned_on: ({ name }) => `das Ziel ${name} eingeschaltet`,
  destination_turned_off: ({ name }) => `das Ziel ${name} ausgeschaltet`,
  destination_secret_renewed: ({ name }) => `den Schlüssel des Ziels ${name} erneuert`,
  deliveries_sent_again: ({ name }) => `Ereignisse noch einmal an ${name} gesendet`,
  deliveries_dismissed: ({ name }) => `Ereignisse für ${name} übersprungen`,
};

const TRIED: Readonly<Partial<Record<AuditAction, string>>> = {
  hook_created: "versucht, den Webhook zu registrieren",
  hook_updated: "versucht, den Webhook zu ändern",
  hook_switched_on: "versucht, den Webhook einzuschalten",
  hook_renewed: "versucht, den Webhook zu erneuern",
  hook_removed: "versucht, den Webhook zu entfernen",
};

export const HISTORY: typeof english.HISTORY = {
  title: "Verlauf",
  list: "Änderungen, neueste zuerst",
  empty: "Noch keine Änderungen",
  noMatch: "Zu diesen Filtern gibt es keine Änderungen",
  slow: "Die Aktivitäten laden länger als sonst.",
  more: "Mehr zeigen",
  loadingMore: "Wird geladen …",
  save: "Als CSV exportieren",
  saving: "Wird exportiert …",
  saveFailed: "Die Aktivitäten ließen sich nicht exportieren",
  refused: "Abgelehnt",
  webhookId: (id) => `Webhook-ID ${id}`,
  reason: "Grund",
  result: "Ergebnis",
  noReason: "–",
  severalReasons: "Mehrere, siehe die Schritte",
  done: "Erledigt",
  refusedSome: (refused, total) => `BigCommerce hat ${refused} von ${total} abgelehnt`,
  refusedAll: "BigCommerce hat es abgelehnt",
  steps: (count) => `${counted(count, "Schritt", "Schritte")} zeigen`,
  types: (count) => `${counted(count, "Ereignistyp", "Ereignistypen")} zeigen`,
  others: (first, more) => (more === 0 ? first : `${first} und ${more} weitere`),
  who: "Wer",
  everyone: "Alle",
  keeper: "Keeper",
  you: "Sie",
  what: "Was",
  kinds: {
    all: "Alle Änderungen",
    webhooks: "Webhooks",
    destinations: "Ziele",
    settings: "Einstellungen",
    people: "Personen und Daten",
  },
  only: (title) => `Nur ${title}`,
  showAll: "Alle Ereignistypen zeigen",
  open: "Aktivitäten öffnen",
};

export const deedText: typeof english.deedText = (told) => {
  const subject = told.isYou ? "Sie haben" : `${told.who ?? "Keeper"} hat`;
  return `${subject} ${DID[told.kind](told)}`;
};

export const actionText: typeof english.actionText = ({ action, actor, after, before, isRefused }, isYou) => {
  const who = isYou ? "Sie" : (actor?.email ?? "Keeper");
  const tried = TRIED[action];
  if (isRefused && tried !== undefined) return `${isYou ? "Sie haben" : `${who} hat`} ${tried}`;
  const told = {
    kind: action,
    who: actor?.email ?? null,
    isYou,
    count: 1,
    title: "den Webhook",
    person: before?.person ?? null,
    name: after?.name ?? before?.name ?? null,
  };
  return deedText(told);
};

export const changeText: typeof english.changeText = ({ action, before, after, isRefused }) => {
  if (isRefused || action === "person_removed" || (!before && !after)) return "";
  // What changed of a destination is its reason.
  if (before?.name !== undefined || after?.name !== undefined) return "";
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
