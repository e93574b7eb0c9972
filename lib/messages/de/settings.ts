import type * as english from "#lib/messages/en/settings.ts";
import { counted } from "./plural.ts";

export const area = "settings";

export const SETTINGS: typeof english.SETTINGS = {
  title: "Einstellungen",
  description: "Was für diesen Shop gilt.",
  slow: "Diese Angaben laden länger als sonst.",

  history: "Ereignisverlauf",
  historyText: "Wie lange Ereignisse aufbewahrt werden; das legt der Inhaber unter „Datenschutz“ fest.",
  keepFor: "Aufbewahren für",
  days: (count) => counted(count, "Tag", "Tage"),
  kept: "Aufbewahrte Ereignisse",
  oldest: "Ältestes Ereignis",
  noneKept: "Noch keines",

  address: "Empfangsadresse",
  addressText: "Hierhin sendet BigCommerce die Ereignisse dieses Shops.",
  copyAddress: "Empfangsadresse kopieren",

  proof: "Herkunftsnachweis",
  proofText: "Was zeigt, dass BigCommerce ein Ereignis gesendet hat. Ohne ihn wird es abgelehnt.",
  signatureOnly: "Jedes Ereignis muss von BigCommerce signiert sein.",
  signatureOrHeader:
    "Jedes Ereignis muss von BigCommerce signiert sein oder mit dem geheimen Header dieses Shops kommen.",

  language: "Sprache",
  languageText:
    "Gilt nur für Sie. Uhrzeiten sind die der Zeitzone des Shops; UTC erscheint, wenn Sie darauf zeigen.",

  alerts: "Warnungen",
  privacy: "Datenschutz",
  privacyText: "Wer sieht, was über Ihre Kunden gesagt wird, und wie lange Ereignisse aufbewahrt werden.",
  reading: "Was sich geändert hat",

  people: "Personen",
  peopleText: "Wer diese App öffnen darf. Zugang wird im Control Panel des Shops gegeben.",
  peopleList: "Personen mit Zugang",
  email: "E-Mail",
  role: "Rolle",
  lastSeen: "Zuletzt hier",
  owner: "Inhaber",
  member: "Hat Zugang",
  you: (email) => `${email} (Sie)`,
  signOut: "Abmelden",
  signOutQuestion: "Abmelden?",
  signOutText:
    "Sie verlassen diese App in jedem Browser. Öffnen Sie sie wieder aus dem Menü „Apps“ Ihres Shops.",
  signOutEveryone: "Alle abmelden",
  signOutEveryoneQuestion: "Alle abmelden?",
  signOutEveryoneText:
    "Alle verlassen diese App in diesem Shop, auch Sie. Niemand verliert den Zugang: Man öffnet sie wieder aus dem Menü „Apps“.",
  signOutFailed: "Niemand wurde abgemeldet.",

  store: "Dieser Shop",
  name: "Name",
  unnamed: "Noch nicht bekannt",
  domain: "Domain",
  hash: "Store-Hash",
  installed: "Installiert",
  timezone: "Zeitzone",
  permissions: "Berechtigungen",
  noPermissions: "Keine",
  demo: "Demo",
  demoText: "Das ist der Demo-Shop: Seine erste Woche an Ereignissen ist erfunden.",

  welcome: "Erste Schritte",
  welcomeText: "Wählen Sie Ereignisse und sehen Sie das erste ankommen.",
  openWelcome: "Erste Schritte öffnen",
};

export const LANGUAGE: typeof english.LANGUAGE = {
  label: "Sprache dieser App",
  panel: "Wie im Control Panel",
  failed: "Die Sprache bleibt, wie sie war. Versuchen Sie es noch einmal.",
};
