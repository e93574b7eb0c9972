import type * as english from "#lib/messages/en/welcome.ts";
import { counted, plural } from "./plural.ts";

export const area = "welcome";

const types = (count: number) => counted(count, "Ereignistyp", "Ereignistypen");

export const WELCOME: typeof english.WELCOME = {
  title: "Willkommen bei Webhook Keeper",
  description: "Sehen Sie jedes Ereignis, das Ihr Shop sendet, sobald es geschieht.",
  steps: ["Verbinden", "Ereignisse wählen", "Ankommen sehen"],
  stepOf: (step) => `Schritt ${step} von 3`,
  done: "erledigt",
  connected: "Verbunden",
  storeConnected: (name) => (name === null ? "Shop verbunden" : `${name} ist verbunden`),
  permission: "Berechtigung, Webhooks zu verwalten",
  noPermission:
    "Der App fehlt die Berechtigung, Webhooks zu verwalten. Bitten Sie den Inhaber des Shops, sie neu zu installieren.",
  address: "BigCommerce nimmt die Adresse dieser App an",
  addressChecking: "Die ersten Webhooks werden bei BigCommerce registriert …",
  choose: "Ereignisse wählen",
  chooseText: "Beginnen Sie mit einem Set. Sie können das jederzeit ändern.",
  legend: "Welche Ereignisse möchten Sie empfangen?",
  onAlready: (titles) => `Diese sind schon an: ${titles.join(", ")}.`,
  kept: (count) =>
    plural(
      count,
      "Wir haben 1 Webhook aus einer früheren Installation gefunden. Er wird behalten.",
      `Wir haben ${count} Webhooks aus einer früheren Installation gefunden. Sie werden behalten.`,
    ),
  presetText: (summary, count, on) => {
    if (on === count) return `${summary} ${types(count)}, alle schon an.`;
    if (on > 0) return `${summary} ${types(count)}, ${on} schon an.`;
    return `${summary} ${types(count)}.`;
  },
  single: "Einzelne Ereignistypen wählen",
  skip: "Vorerst überspringen",
  turnOn: "Ereignisse einschalten",
  proceed: "Weiter",
  turningOn: (done, total) => `${done} von ${total} eingeschaltet`,
  someFailed: "Diese sind noch nicht an",
  watch: "Ankommen sehen",
  waiting: "Wir warten auf Ihr erstes Ereignis …",
  tip: "Bearbeiten Sie ein Produkt in einem anderen Tab, um hier ein Ereignis zu sehen.",
  firstArrived: "Ihr erstes Ereignis ist angekommen",
  viewEvent: "Ereignis ansehen",
  overview: "Zur Übersicht",
  slow: "Ihre Webhooks laden länger als sonst.",
};
