import type * as english from "#lib/messages/en/privacy.ts";
import type { ErasurePreview } from "#lib/contract/privacy.ts";
import { counted } from "./plural.ts";

export const area = "privacy";

const events = (count: number) => counted(count, "Ereignis", "Ereignisse");
const amounts = ({ events: ofEvents, states }: ErasurePreview) =>
  [
    ...(ofEvents > 0 ? [events(ofEvents)] : []),
    ...(states > 0 ? [counted(states, "bekannter Stand", "bekannte Stände")] : []),
  ].join(" und ");

export const PRIVACY: typeof english.PRIVACY = {
  slow: "Was für personenbezogene Daten gilt, lädt länger als sonst.",
  ownerOnly: "Nur der Inhaber des Shops kann das ändern.",
  failed: "Es bleibt, wie es war.",

  staffLabel: "Mitarbeiter sehen personenbezogene Daten",
  staffSee: "Alle mit Zugang zu dieser App sehen Namen, Anschriften, E-Mail-Adressen und Telefonnummern.",
  staffDoNotSee:
    "Nur der Inhaber sieht Namen, Anschriften, E-Mail-Adressen und Telefonnummern. Andere sehen, dass sie sich geändert haben.",

  retention: "Ereignisse so viele Tage aufbewahren",
  retentionRange: (most) => `Von 1 bis ${most}. Was älter ist, wird innerhalb einer Stunde gelöscht.`,
  retentionFault: (most) => `Geben Sie eine ganze Zahl von 1 bis ${most} ein.`,
  counting: "Es wird gezählt, was gelöscht würde …",
  wouldGo: (count, days) =>
    count === 0
      ? `Kein Ereignis ist zurzeit älter als ${counted(days, "Tag", "Tage")}.`
      : `${events(count)}, älter als ${counted(days, "Tag", "Tage")}, würden gelöscht, mit dem, was sich dabei geändert hat. Nichts bringt sie zurück.`,
  save: "Speichern",
  saving: "Wird gespeichert …",
  saved: "Gespeichert.",
  shortenQuestion: (days) => `Ereignisse nur ${counted(days, "Tag", "Tage")} aufbewahren?`,
  shorten: "Ältere Ereignisse löschen",

  erase: "Daten löschen",
  eraseText:
    "Löscht die Ereignisse zu einer Sache Ihres Shops und was darüber bekannt ist, endgültig. Bei einem Kunden auch, was seine Bestellungen über ihn sagten.",
  eraseOwnerOnly: "Nur der Inhaber des Shops kann Daten löschen.",
  kind: "Art",
  number: "Nummer",
  numberHelp: "Sie steht im Protokoll und in der Adresse der Seite im Control Panel.",
  numberFault: "Geben Sie eine Nummer oder ID ein, wie sie im Protokoll steht.",
  look: "Zeigen, was aufbewahrt wird",
  looking: "Wird nachgesehen …",
  found: (preview, thing) =>
    amounts(preview) === ""
      ? `Zu ${thing} wird nichts aufbewahrt.`
      : `Zu ${thing} aufbewahrt: ${amounts(preview)}.`,
  eraseThis: "Löschen",
  eraseQuestion: (thing) => `${thing} löschen?`,
  eraseWarning: "Nichts bringt es zurück. Der Verlauf sagt, dass etwas gelöscht wurde, nicht, wessen es war.",
  typeNumber: (id) => `Zur Bestätigung ${id} eingeben`,
  notErased: "Es wurde nichts gelöscht.",
  noWorker: "Es wartet: Kein Hintergrunddienst läuft. Der Betreiber dieser App muss einen starten.",
};

export const THINGS: typeof english.THINGS = {
  customer: "Kunde",
  order: "Bestellung",
  cart: "Warenkorb",
  subscriber: "Abonnent",
  product: "Produkt",
  variant: "Variante",
  category: "Kategorie",
  shipment: "Sendung",
  company: "Unternehmen",
  company_user: "Unternehmensnutzer",
  quote: "Angebot",
};

export const erasingText: typeof english.erasingText = ({ events: gone, states, found }) =>
  `Gelöscht: ${Math.min(gone + states, found)} von ${found}`;

export const erasedText: typeof english.erasedText = (erasure) => {
  const { type, cameAgain } = erasure;
  const done = `Gelöscht (${THINGS[type] ?? type}): ${amounts(erasure) || "nichts"}.`;
  return cameAgain === 0
    ? done
    : `${done} BigCommerce hat davon ${events(cameAgain)} noch einmal gesendet; auch sie wurden gelöscht.`;
};
