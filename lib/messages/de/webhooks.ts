import type * as english from "#lib/messages/en/webhooks.ts";
import { counted, plural } from "./plural.ts";

export const area = "webhooks";

const types = (count: number) => counted(count, "Ereignistyp", "Ereignistypen");
const webhooks = (count: number) => counted(count, "Webhook", "Webhooks");
const changes = (count: number) => counted(count, "Änderung", "Änderungen");

export const WEBHOOKS: typeof english.WEBHOOKS = {
  title: "Webhooks",
  description: "Wählen Sie, welche Ereignisse Ihres Shops Sie empfangen.",
  checked: "Mit BigCommerce verglichen",
  notChecked: "Noch nicht mit BigCommerce verglichen.",
  unreadable: (count) =>
    count === 1 ? "1 Webhook war nicht lesbar." : `${count} Webhooks waren nicht lesbar.`,
  checkingNow: "Wird gerade mit BigCommerce verglichen.",
  needAttention: (count) => `${count} ${plural(count, "braucht", "brauchen")} Aufmerksamkeit`,

  find: "Webhooks finden",
  placeholder: "Nach Name oder Scope suchen",
  state: "Status",
  allStates: "Jeder Status",
  filters: "Filter",
  pillAttention: (count) => `Braucht Aufmerksamkeit ${count}`,
  pillOn: (count) => `An ${count}`,
  pillOff: (count) => `Aus ${count}`,
  pillUnmanaged: (count) => `Nicht verwaltet ${count}`,
  matches: (count) => `${types(count)} ${plural(count, "passt", "passen")}`,
  collapseAll: "Alle zuklappen",

  onOf: (on, all) => `${on} von ${all} an`,
  turnOnAll: "Alle einschalten",
  turnOnAllOf: (group) => `Alle von ${group} einschalten`,
  overlap: (count) => `${types(count)} ${plural(count, "kommt", "kommen")} doppelt an`,
  overlapText: "Ein Webhook für „Alle …“ bringt sie ebenfalls. Schalten Sie die einzelnen aus.",
  turnOffSingles: "Einzelne ausschalten",

  columns: {
    event: "Ereignis",
    state: "Status",
    lastEvent: "Letztes Ereignis",
    lastDay: "Letzte 24 Stunden",
    receive: "Empfang",
    action: "Aktion",
    address: "Adresse",
  },
  receive: (title) => `${title}: Ereignisse empfangen`,
  receiveLoading: (title) => `${title}: Ereignisse empfangen, wird geladen`,
  turningOn: "Wird eingeschaltet …",
  turningOff: "Wird ausgeschaltet …",
  noEvents: "Noch keine Ereignisse",
  asOf: (time, ago) => `Stand ${time}, ${ago}`,
  coveredBy: (title) => `Enthalten in „${title}“`,
  ownerLine: "Nur der Inhaber des Shops kann Webhooks ändern.",
  lockedHint: "Wieder verfügbar, wenn BigCommerce antwortet",
  lockedByRunHint: "Wieder verfügbar, wenn die laufenden Änderungen erledigt sind",
  details: "Details",
  sendTest: "Testereignis senden",
  moreFor: (title) => `Weitere Aktionen, ${title}`,

  checkNow: "Jetzt prüfen",
  checking: "Wird geprüft …",
  everythingMatches: "Alles stimmt überein",
  applied: (count) => `${changes(count)} ausgeführt`,

  isOn: (title) => `${title} ist an. Bis zum ersten Ereignis kann eine Minute vergehen.`,
  isOff: (title) => `${title} ist aus.`,
  wasOn: (title) => `${title} war schon an`,
  wasOff: (title) => `${title} war schon aus`,
  staysOff: (title) => `${title} bleibt aus`,
  staysOn: (title) => `${title} bleibt an`,
  mended: (title) => `${title} ist in Ordnung gebracht.`,
  notMended: (title) => `${title} ist noch nicht in Ordnung`,

  turnOn: "Einschalten",
  turnOff: "Ausschalten",
  reregister: "Neu registrieren",
  selected: (count) => `${count} ausgewählt`,
  clearSelection: "Auswahl aufheben",
  askOn: (count) => `${webhooks(count)} einschalten?`,
  askOnText: "Große Shops können Tausende Produktereignisse am Tag senden.",
  askOff: (count) => `${webhooks(count)} ausschalten?`,
  askOffText:
    "Neue Ereignisse kommen nach einer Minute nicht mehr an. Bereits empfangene bleiben im Protokoll.",
  areOn: (count) => `${webhooks(count)} ${plural(count, "ist", "sind")} an.`,
  areOff: (count) => `${webhooks(count)} ${plural(count, "ist", "sind")} aus.`,
  nothingToDo: "Nichts zu ändern",
  refusedTitle: (count) => `${changes(count)} ${plural(count, "wurde", "wurden")} abgelehnt`,

  presets: "Fertige Sets",
  presetAsk: (title) => `${title} einschalten?`,
  presetText: (add, on) =>
    on === 0
      ? `Das schaltet ${types(add)} ein.`
      : `Das schaltet ${types(add)} ein. ${types(on)} des Sets ${plural(on, "ist", "sind")} schon an.`,
  presetDone: (title) => `${title} ist schon an`,

  remove: "Entfernen",
  removeAsk: (title) => `${title} entfernen?`,
  removeOfOthersText:
    "Eine andere Installation dieser App hat diesen Webhook angelegt. Sie empfängt diese Ereignisse dann nicht mehr. Was hier ankommt, bleibt wie es ist.",
  removeText:
    "BigCommerce sendet nicht mehr an diese Adresse. Bereits empfangene Ereignisse bleiben im Protokoll.",
  attention: (count) => `${webhooks(count)} ${plural(count, "fehlt", "fehlen")} bei BigCommerce`,
  attentionText: "Neue Ereignisse dieser Typen gehen verloren, bis Sie sie neu registrieren.",
  reregisterAll: "Alle neu registrieren",

  slow: "Der Status Ihrer Webhooks lädt länger als sonst.",
};
