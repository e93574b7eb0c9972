import type * as english from "#lib/messages/en/common.ts";

export const area = "common";

export const COMMON: typeof english.COMMON = {
  product: "Webhook Keeper",
  sections: "Bereiche",
  skip: "Zum Inhalt springen",
  notifications: "Mitteilungen",
  close: "Schließen",
  closeMessage: "Mitteilung schließen",
  cancel: "Abbrechen",
  tryAgain: "Erneut versuchen",
  trouble: "Das dauert länger als sonst. Versuchen Sie es noch einmal.",
  unreachable: "Keeper braucht länger als sonst für eine Antwort.",
  justNow: "gerade eben",
  undo: "Rückgängig",
  view: "Ansehen",
  viewDetails: "Details ansehen",
  newTab: "Öffnet sich in einem neuen Tab",
  copy: "Kopieren",
  copyLink: "Link kopieren",
  copied: "Kopiert",
  copyByHand: "Mit Strg+C kopieren",
  wrap: "Umbrechen",
  notLaidOut: "Das ist zu tief verschachtelt, um gegliedert zu werden. Es steht da, wie es kam.",
  download: "Herunterladen",
  downloadNamed: (name) => `${name} herunterladen`,
  loading: "Wird geladen",
  search: "Suchen",
  showChoices: "Auswahl zeigen",
  select: "Auswählen",
  selectNamed: (name) => `${name} auswählen`,
  copyNamed: (name) => `${name} kopieren`,
  actionOn: (action, thing) => `${action}: ${thing}`,
  help: "Hilfe",
  support: "Support kontaktieren",
  sendTest: "Testereignis senden",
  privacy: "Datenschutz",
  terms: "Nutzungsbedingungen",
  newer: "Neuere",
  older: "Ältere",
  rowsPerPage: "Zeigen",
  pages: "Seiten",
  showAsTable: "Als Tabelle zeigen",
  showAsChart: "Als Diagramm zeigen",
  moreActions: "Weitere Aktionen",
  find: "Finden",
  clearAll: "Alle entfernen",
};

export const SECTION_NAMES: typeof english.SECTION_NAMES = {
  overview: "Übersicht",
  webhooks: "Webhooks",
  events: "Ereignisse",
  destinations: "Ziele",
  settings: "Einstellungen",
  welcome: "Willkommen",
};

export const alertCount: typeof english.alertCount = (count) => `${count} zu tun`;

export const GUIDE_LINKS: typeof english.GUIDE_LINKS = {
  "what-keeper-does": "So funktioniert Keeper",
  "choose-webhooks": "So wählen Sie Webhooks",
  "read-the-event-log": "So lesen Sie das Protokoll",
  "fix-a-problem": "So beheben Sie Probleme",
  destinations: "So funktionieren Ziele",
  alerts: "So funktionieren Warnungen",
  "privacy-and-data": "So gehen wir mit Daten um",
};
