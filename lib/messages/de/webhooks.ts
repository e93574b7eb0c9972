import type * as english from "#lib/messages/en/webhooks.ts";
import { counted, plural } from "./plural.ts";

export const area = "webhooks";

const types = (count: number) => counted(count, "Ereignistyp", "Ereignistypen");
const webhooks = (count: number) => counted(count, "Webhook", "Webhooks");
const changes = (count: number) => counted(count, "Änderung", "Änderungen");

export const WEBHOOKS: typeof english.WEBHOOKS = {
  title: "Webhooks",
  description: "Wählen Sie, welche Ereignisse Ihres Shops Sie empfangen.",
  ownOnly: "Das sind die Webhooks von Keeper. BigCommerce zeigt keiner App die Webhooks einer anderen.",
  checked: "Mit BigCommerce verglichen",
  notChecked: "Noch nicht mit BigCommerce verglichen.",
  unreadable: (count) =>
    count === 1 ? "1 Webhook war nicht lesbar." : `${count} Webhooks waren nicht lesbar.`,
  checkingNow: "Wird gerade mit BigCommerce verglichen.",
  needAttention: (count) => `${count} ${plural(count, "braucht", "brauchen")} Aufmerksamkeit`,

  find: "Webhooks finden",
  placeholder: "Ereignistypen suchen",
  state: "Status",
  allStates: "Jeder Status",
  filters: "Filter",
  pillAttention: (count) => `Braucht Aufmerksamkeit ${count ?? "–"}`,
  pillOn: (count) => `An ${count ?? "–"}`,
  pillOff: (count) => `Aus ${count ?? "–"}`,
  pillUnmanaged: (count) => `Nicht verwaltet ${count}`,
  matches: (count) => `${types(count)} ${plural(count, "passt", "passen")}`,
  collapseAll: "Alle zuklappen",
  selectAll: "Alle auswählen",
  selectAllOf: (group) => `Alle von ${group} auswählen`,

  moreBySearch: "Die Suche findet auch Ereignistypen für Kanäle, B2B, Preislisten und Metafelder.",

  onOf: (on, all) => `${on} von ${all} an`,
  covers: (wildcard, count) => `${wildcard}: ${count} Typen`,
  turnOnAll: "Alle einschalten",
  turnOnAllOf: (group) => `Alle von ${group} einschalten`,
  turnOffAll: "Alle ausschalten",
  turnOffAllOf: (group) => `Alle von ${group} ausschalten`,
  overlap: (count) => `${types(count)} ${plural(count, "kommt", "kommen")} doppelt an`,
  overlapText: (wildcard) => `„${wildcard}“ enthält sie schon.`,
  turnOffSingles: "Doppelte ausschalten",

  columns: {
    event: "Ereignis",
    state: "Status",
    lastEvent: "Letztes Ereignis",
    lastDay: "Letzte 24 Stunden",
    receive: "Empfang",
    action: "Aktion",
    address: "Adresse",
  },
  loadingState: (title) => `${title}, wird geladen`,
  turningOn: "Wird eingeschaltet …",
  turningOff: "Wird ausgeschaltet …",
  noEvents: "Noch keine Ereignisse",
  asOf: (time, ago) => `Stand ${time}, ${ago}`,
  coveredBy: (title) => `Enthalten in „${title}“`,
  lockedHint: "Verfügbar, sobald BigCommerce antwortet",
  lockedByAccessHint: "Verfügbar, sobald Sie der App erneut zustimmen",
  lockedByRunHint: "Verfügbar, sobald die Änderungen erledigt sind",
  viewEvents: "Ereignisse ansehen",
  copyScope: "Scope kopieren",
  ownerLine: "Nur der Inhaber des Shops kann Webhooks ändern.",
  sendTest: "Testereignis senden",
  moreFor: (title) => `Weitere Aktionen, ${title}`,

  checkNow: "Jetzt prüfen",
  checking: "Wird geprüft …",
  alreadyChecking: "Wird schon geprüft …",
  everythingMatches: "Alles stimmt überein",
  applied: (count) => `${webhooks(count)} repariert`,

  isOn: (title) => `${title} ist an. Bis zum ersten Ereignis kann eine Minute vergehen.`,
  isOff: (title) => `${title} ist aus.`,
  wasOn: (title) => `${title} war schon an`,
  wasOff: (title) => `${title} war schon aus`,
  staysOff: (title) => `${title} ließ sich nicht einschalten`,
  staysOn: (title) => `${title} ließ sich nicht ausschalten`,
  mended: (title) => `${title} ist repariert.`,
  notMended: (title) => `${title} ließ sich nicht reparieren`,

  turnOn: "Einschalten",
  turnOff: "Ausschalten",
  fix: "Reparieren",
  selected: (count) => `${count} ausgewählt`,
  clearSelection: "Auswahl aufheben",
  areOn: (count) => `${webhooks(count)} ${plural(count, "ist", "sind")} an.`,
  areOff: (count) => `${webhooks(count)} ${plural(count, "ist", "sind")} aus.`,
  replaced: (count) => `${webhooks(count)} ersetzt.`,
  nothingToDo: "Nichts zu ändern",
  refusedTitle: (count) => `${changes(count)} ${plural(count, "wurde", "wurden")} abgelehnt`,

  presets: "Empfohlen",
  setOnOf: (on, all) => `${on} von ${all} an`,
  setIncluded: (title) => `Andere Webhooks enthalten ${title} schon`,

  remove: "Entfernen",
  attention: (count) => `${webhooks(count)} ${plural(count, "braucht", "brauchen")} Aufmerksamkeit`,
  attentionText: "Bis zur Reparatur können Ereignisse fehlen.",
  fixAll: "Alle reparieren",

  slow: "Ihre Webhooks laden länger als sonst.",
};
