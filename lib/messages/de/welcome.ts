import type * as english from "#lib/messages/en/welcome.ts";
import { counted, plural } from "./plural.ts";

export const area = "welcome";

const types = (count: number) => counted(count, "Ereignistyp", "Ereignistypen");

export const WELCOME: typeof english.WELCOME = {
  title: "Willkommen bei Webhook Keeper",
  description: "Drei kurze Schritte, und Sie sehen, was in Ihrem Shop geschieht.",
  steps: ["Verbinden", "Ereignisse wählen", "Ersten Eingang beobachten"],
  stepOf: (step) => `Schritt ${step} von 3`,
  done: "erledigt",
  about: "Was Keeper tut",
  aboutText:
    "Ihr Shop sendet eine Nachricht, einen sogenannten Webhook, sobald etwas geschieht: eine neue Bestellung, ein geänderter Preis, ein neuer Kunde. Keeper sorgt dafür, dass diese Nachrichten weiter ankommen, und zeigt Ihnen jede einzelne.",
  boxes: [
    { name: "Ihr Shop", does: "sendet eine Nachricht" },
    { name: "Webhook Keeper", does: "bewahrt und prüft sie" },
    { name: "Sie und Ihre anderen Systeme", does: "sehen, was geschehen ist" },
  ],
  storeConnected: (name) => (name === null ? "Shop verbunden" : `${name} ist verbunden`),
  permission: "Berechtigung, Webhooks zu verwalten",
  noPermission:
    "Keeper braucht die Berechtigung, Webhooks zu verwalten. Bitten Sie den Inhaber des Shops, die App neu zu installieren.",
  address: "Die Webhooks sind bei BigCommerce registriert",
  addressChecking: "Ihre ersten Webhooks werden bei BigCommerce registriert …",
  choose: "Ereignisse wählen",
  chooseText:
    "Was die meisten Shops brauchen, ist schon an. Mehr können Sie jetzt oder jederzeit später einschalten.",
  legend: "Wovon möchten Sie erfahren?",
  kept: (count) =>
    plural(
      count,
      "Wir haben 1 Webhook aus einer früheren Installation gefunden. Er wird behalten.",
      `Wir haben ${count} Webhooks aus einer früheren Installation gefunden. Sie werden behalten.`,
    ),
  setText: (summary, total, on) => `${summary} ${on ?? "–"} von ${total} an.`,
  single: "Ereignistypen wählen",
  skip: "Einrichtung überspringen",
  turnOn: "Ereignisse einschalten",
  looksGood: "Passt so",
  back: "Zurück",
  turningOn: (done, total) => `${done} von ${total} eingeschaltet`,
  turnedOn: (count) => `${types(count)} eingeschaltet`,
  someFailed: "Diese konnten wir nicht einschalten",
  watch: "Ersten Eingang beobachten",
  waiting: "Wir warten auf Ihr erstes Ereignis …",
  tip: "Geben Sie in Ihrem Shop eine Bestellung auf oder ändern Sie ein Produkt. Oder senden Sie ein Testereignis, um zu sehen, dass alles funktioniert.",
  firstArrived: "Ereignis empfangen",
  viewEvent: "Ereignis ansehen",
  overview: "Zur Übersicht",
  slow: "Ihre Webhooks laden länger als sonst.",
};
