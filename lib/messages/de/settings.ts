import type * as english from "#lib/messages/en/settings.ts";
import { listedIn } from "#lib/messages/format/listed.ts";
import { counted } from "./plural.ts";

export const area = "settings";

export const SETTINGS: typeof english.SETTINGS = {
  title: "Einstellungen",
  pages: {
    general: "Allgemein",
    alerts: "Warnungen",
    privacy: "Datenschutz",
    developer: "Entwickler",
    activity: "Aktivitäten",
  },
  descriptions: {
    general: "Was Sie für sich wählen, und wer in diesem Shop arbeitet.",
    alerts: "Lassen Sie sich benachrichtigen, wenn Webhooks ausfallen.",
    privacy: "Wer Kundendaten sieht und wie lange wir Ereignisse aufbewahren.",
    developer: "Wie Ereignisse zu Keeper kommen, und was Keeper lesen darf.",
    activity: "Wer was geändert hat, und warum. Wir bewahren es ein Jahr auf.",
  },
  pageTitle: (page) => `Einstellungen: ${page}`,
  pageLinks: "Seiten der Einstellungen",
  slow: "Diese Einstellungen laden länger als sonst.",
  ownerLine: "Einstellungen für den ganzen Shop kann nur der Inhaber ändern.",
  leaveQuestion: "Seite verlassen, ohne zu speichern?",
  leaveText: "Auf dieser Seite sind Änderungen noch nicht gespeichert.",
  leave: "Seite verlassen",

  language: "Sprache",
  languageText: "Gilt nur für Sie. Uhrzeiten sind die der Zeitzone des Shops.",

  people: "Personen",
  peopleText: "Wer Keeper öffnen darf. Sie verwalten das in Ihrem Control Panel.",
  peopleList: "Personen mit Zugang",
  email: "E-Mail",
  role: "Rolle",
  lastSeen: "Zuletzt aktiv",
  owner: "Inhaber",
  member: "Mitarbeiter",
  you: (email) => `${email} (Sie)`,
  signOut: "Abmelden",
  signOutQuestion: "Abmelden?",
  signOutText: "Sie werden überall abgemeldet. Öffnen Sie Keeper wieder aus dem Menü „Apps“.",
  signOutEveryone: "Alle abmelden",
  signOutEveryoneQuestion: "Alle abmelden?",
  signOutEveryoneText:
    "Alle in diesem Shop werden abgemeldet, auch Sie. Niemand verliert den Zugang: Man öffnet Keeper wieder aus dem Menü „Apps“.",
  signOutFailed: "Das Abmelden hat nicht geklappt",

  store: "Dieser Shop",
  name: "Name",
  unnamed: "Noch nicht bekannt",
  domain: "Domain",
  hash: "Store-Hash",
  installed: "Installiert",
  timezone: "Zeitzone",
  demo: "Demo",
  demoText: "Demo-Shop mit Beispielereignissen",

  welcome: "Einrichtung",
  welcomeText: "Wählen Sie Ereignisse und sehen Sie das erste ankommen.",
  openWelcome: "Einrichtung öffnen",

  staff: "Mitarbeiter",
  staffText: "Was andere als der Inhaber dürfen.",
  kept: "Ereignisverlauf",
  keptText: "Wie lange wir Ereignisse aufbewahren, mit dem, was sich geändert hat.",
  keepFor: "Wir bewahren Ereignisse auf für",
  days: (count) => counted(count, "Tag", "Tage"),
  keptCount: "Aufbewahrte Ereignisse",
  oldest: "Ältestes Ereignis",
  noneKept: "Noch keines",

  address: "Empfangsadresse",
  addressText: "Hierhin sendet BigCommerce die Ereignisse dieses Shops.",
  copyAddress: "Empfangsadresse kopieren",
  proof: "Prüfung der Ereignisse",
  proofText: "Woran wir erkennen, dass Ereignisse von BigCommerce kommen.",
  signatureOnly: "BigCommerce signiert jedes Ereignis. Ereignisse ohne diese Signatur lehnen wir ab.",
  signatureOrHeader:
    "BigCommerce signiert jedes Ereignis, und jeder Webhook trägt das Secret dieses Shops. Ereignisse, denen beides fehlt, lehnen wir ab.",
  permissions: "Berechtigungen",
  permissionsText: "Was dieser Shop Keeper lesen lässt.",
  noPermissions: "Keine",
  scopes: "Namen bei BigCommerce",
};

export const LANGUAGE: typeof english.LANGUAGE = {
  label: "Sprache",
  panel: "Wie im Control Panel",
  failed: "Die Sprache ließ sich nicht ändern. Versuchen Sie es noch einmal.",
};

export const EXTENSIONS: typeof english.EXTENSIONS = {
  title: "Menüs im Control Panel",
  text: "In Ihren Listen von Bestellungen, Produkten und Kunden öffnet ein Menüeintrag die Ereignisse einer Zeile.",
  label: "Ereignisse aus Listen öffnen",
  isOn: "An. Der Eintrag steht in Ihren Listen.",
  isOff: "Aus. Der Eintrag steht nicht in Ihren Listen.",
  isLate:
    "BigCommerce hat diese Änderung noch nicht ausgeführt. Bei der nächsten Prüfung versuchen wir es wieder.",
  slow: "Diese Einstellung lädt länger als sonst.",
};

const listed = listedIn("de");

const READ: Readonly<Partial<Record<string, string>>> = {
  store_v2_information: "Angaben zum Shop",
  store_v2_orders: "Bestellungen",
  store_v2_products: "Produkte",
  store_v2_customers: "Kunden",
  store_cart: "Warenkörbe",
  store_channel_settings: "Kanäle",
};

export const permissionsText: typeof english.permissionsText = (scopes) => {
  const words = scopes.flatMap((scope) => READ[scope.replace(/_read_only$/, "")] ?? []);
  return words.length === 0 ? "Darf nichts über Ihren Shop lesen." : `Darf lesen: ${listed(words)}.`;
};
