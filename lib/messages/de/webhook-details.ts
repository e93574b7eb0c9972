import type * as english from "#lib/messages/en/webhook-details.ts";
import { counted, plural } from "./plural.ts";

export const area = "webhookDetails";

const types = (count: number) => counted(count, "Ereignistyp", "Ereignistypen");
const webhooks = (count: number) => counted(count, "Webhook", "Webhooks");
const changes = (count: number) => counted(count, "Änderung", "Änderungen");

export const DETAILS: typeof english.DETAILS = {
  noMatch: "Kein Ereignistyp passt",
  noMatchText: "Versuchen Sie ein anderes Wort oder entfernen Sie die Filter.",
  clearFilters: "Filter entfernen",
  channel: "Kanal-ID",
  channelText:
    "Diese Ereignistypen werden für einen Kanal auf einmal registriert. 1 ist der erste Kanal des Shops.",
  channelPick: "Kanal",
  channelName: (name, id) => `${name} (${id})`,
  channelOther: (id) => `Kanal ${id}`,
  channelsUnreadable: (count) =>
    count === 1 ? "1 weiterer Kanal war nicht lesbar." : `${count} weitere Kanäle waren nicht lesbar.`,
  left: (time) => `noch ${time}`,
  whatWillChange: "Was sich ändert",
  planText: "Einige Webhooks passen nicht zu Ihren Einstellungen. Wählen Sie, was repariert wird.",
  applyChanges: (count) => `${changes(count)} ausführen`,
  verbs: {
    create: "neu registrieren",
    update: "ändern",
    enable: "wieder einschalten",
    remove: "entfernen",
  },
  planLine: (verb, title, reason) => `${title}: ${verb}. ${reason}`,
  unmanaged: "Nicht verwaltet",
  unmanagedText: "Von Keeper angelegt, aber hier nicht eingeschaltet.",
  ofOthers: "Eine andere Installation von Keeper hat ihn angelegt und empfängt diese Ereignisse auch.",
  manage: "Verwalten",
  sentWhen: "Gesendet, wenn",
  contains: "Enthält",
  address: "Adresse",
  sentTo: "Gesendet an",
  expected: "Adresse von Keeper",
  webhookId: "Webhook-ID",
  copyId: "Webhook-ID kopieren",
  technical: "Technische Details",
  created: "Angelegt",
  checkedLabel: "Geprüft",
  covers: "Umfasst",
  leavesOut: "Lässt aus",
  permission: "Berechtigung für Details",
  permissionNone: "Mehr kann nicht gelesen werden",
  permissionOf: (scope, state) => `${scope} (${state})`,
  permissionMissing: "vom Shop nicht gewährt",
  permissionGranted: "gewährt",
  example: "Beispiel-Payload",
  unknownType: "Dieser Ereignistyp steht nicht im Katalog",
  unknownTypeText: "Vielleicht ist er falsch geschrieben, oder BigCommerce bietet ihn nicht an.",
  viewAll: "Alle Webhooks ansehen",

  turnOn: "Einschalten",
  turnOff: "Ausschalten",
  replace: "Ersetzen",
  askOn: (count) => `${webhooks(count)} einschalten?`,
  askOff: (count) => `${webhooks(count)} ausschalten?`,
  askOnSet: (title) => `${title} einschalten?`,
  askOffSet: (title) => `${title} ausschalten?`,
  askReplace: (wildcard, count) =>
    `${wildcard}: ${count} davon ${plural(count, "ist schon an. Ersetzen?", "sind schon an. Ersetzen?")}`,
  askReplaceMany: (count) =>
    `${count} der enthaltenen Typen ${plural(count, "ist schon an. Ersetzen?", "sind schon an. Ersetzen?")}`,
  replaceText: "Sie empfangen diese Ereignisse weiter. Jedes kommt einmal an.",
  repeatsText: (count, all) =>
    count === all
      ? "Diese wiederholen je Kanal, was Sie schon empfangen. Jedes Ereignis kommt dann zweimal an."
      : `${count} davon ${plural(count, "wiederholt", "wiederholen")} je Kanal, was Sie schon empfangen. Diese Ereignisse kommen dann zweimal an.`,
  busyText: "Große Shops senden Tausende Produkt- und Warenkorbereignisse am Tag.",
  askOffText:
    "Neue Ereignisse kommen nach einer Minute nicht mehr an. Bereits empfangene bleiben im Protokoll.",
  setText: (add, on) =>
    on === 0
      ? `Das schaltet ${types(add)} ein.`
      : `Das schaltet ${types(add)} ein. ${on} des Sets ${plural(on, "ist", "sind")} schon an.`,
  moreNames: (count) => `und ${count} weitere`,
  typesAsked: "Ereignistypen",
  removeAsk: (title) => `${title} entfernen?`,
  removeOfOthersText:
    "Eine andere Installation von Keeper hat diesen Webhook angelegt. Sie empfängt diese Ereignisse dann nicht mehr. Hier ändert sich nichts.",
  removeText:
    "BigCommerce sendet nicht mehr an diese Adresse. Bereits empfangene Ereignisse bleiben im Protokoll.",
};
