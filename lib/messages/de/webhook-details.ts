import type * as english from "#lib/messages/en/webhook-details.ts";
import { counted } from "./plural.ts";

export const area = "webhookDetails";

const changes = (count: number) => counted(count, "Änderung", "Änderungen");

export const DETAILS: typeof english.DETAILS = {
  noMatch: "Kein Ereignistyp passt",
  noMatchText: "Versuchen Sie ein anderes Wort oder entfernen Sie die Filter.",
  clearFilters: "Filter entfernen",
  channel: "Kanal-ID",
  channelText:
    "Diese Ereignistypen werden für einen Kanal auf einmal registriert. 1 ist der erste Kanal des Shops.",
  channelPick: "Kanal",
  channelPickText: "Die Ereignistypen einzelner Kanäle unten sind die dieses Kanals:",
  channelName: (name, id) => `${name} (${id})`,
  channelOther: (id) => `Kanal ${id}`,
  channelsUnreadable: (count) =>
    count === 1 ? "1 weiterer Kanal war nicht lesbar." : `${count} weitere Kanäle waren nicht lesbar.`,
  left: (time) => `noch ${time}`,
  whatWillChange: "Was sich ändert",
  planText:
    "BigCommerce weicht von dem ab, was Sie eingeschaltet haben. Wählen Sie, was in Ordnung gebracht wird.",
  applyChanges: (count) => `${changes(count)} ausführen`,
  verbs: { create: "Anlegen", update: "Ändern", enable: "Einschalten", remove: "Entfernen" },
  planLine: (verb, title, reason) => `${verb}: ${title}. ${reason}`,
  unmanaged: "Nicht verwaltet",
  unmanagedText: "Bei BigCommerce gefunden, von dieser App angelegt, hier nicht eingeschaltet.",
  ofOthers: "Von einer anderen Installation dieser App angelegt, die diese Ereignisse auch empfängt.",
  manage: "Verwalten",
  viewEvents: "Ereignisse ansehen",
  sentWhen: "Gesendet, wenn",
  contains: "Enthält",
  address: "Adresse",
  sentTo: "Gesendet an",
  expected: "Adresse dieser App",
  webhookId: "Webhook-ID",
  copyId: "Webhook-ID kopieren",
  copyScope: "Scope kopieren",
  created: "Angelegt",
  checkedLabel: "Geprüft",
  covers: "Umfasst",
  activity: "Letzte 24 Stunden",
  eventsCount: (count) => (count === "1" ? "1 Ereignis" : `${count} Ereignisse`),
  leavesOut: "Lässt aus",
  permission: "Um den Rest zu lesen",
  permissionNone: "Mehr kann nicht gelesen werden",
  permissionOf: (scope, state) => `${scope} (${state})`,
  permissionMissing: "vom Shop nicht gewährt",
  permissionGranted: "gewährt",
  example: "Beispiel-Payload",
  unknownType: "Dieser Ereignistyp steht nicht im Katalog",
  unknownTypeText: "Vielleicht ist er falsch geschrieben, oder BigCommerce bietet ihn nicht an.",
  viewAll: "Alle Webhooks ansehen",
};
