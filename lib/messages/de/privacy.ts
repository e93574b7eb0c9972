import type * as english from "#lib/messages/en/privacy.ts";
import type { ErasurePreview } from "#lib/contract/privacy.ts";
import { counted } from "./plural.ts";

export const area = "privacy";

const events = (count: number) => counted(count, "Ereignis", "Ereignisse");
const amounts = ({ events: ofEvents, states }: ErasurePreview) =>
  [
    ...(ofEvents > 0 ? [events(ofEvents)] : []),
    ...(states > 0 ? [counted(states, "gespeicherte Fassung", "gespeicherte Fassungen")] : []),
  ].join(" und ");

export const PRIVACY: typeof english.PRIVACY = {
  slow: "Der Datenschutz lädt länger als sonst.",
  failed: "Es wurde nichts geändert",

  staffLabel: "Mitarbeiter sehen Kundendaten",
  staffSee: "Alle, die Keeper öffnen dürfen, sehen Namen, Anschriften, E-Mail-Adressen und Telefonnummern.",
  staffDoNotSee:
    "Nur der Inhaber sieht Namen, Anschriften, E-Mail-Adressen und Telefonnummern. Mitarbeiter sehen, dass sie sich geändert haben.",

  staffChangesLabel: "Mitarbeiter können Webhooks ändern",
  staffChange: "Mitarbeiter schalten Webhooks ein und aus und beheben Probleme.",
  staffDoNotChange: "Mitarbeiter sehen Webhooks und Ereignisse. Nur der Inhaber ändert Webhooks.",

  retention: "Ereignisse aufbewahren (Tage)",
  retentionRange: (most) => `1 bis ${most}. Ältere Ereignisse werden innerhalb einer Stunde gelöscht.`,
  retentionFault: (most) => `Geben Sie eine ganze Zahl von 1 bis ${most} ein.`,
  counting: "Es wird gezählt, was gelöscht würde …",
  wouldGo: (count, days) =>
    count === 0
      ? `Kein Ereignis ist zurzeit älter als ${counted(days, "Tag", "Tage")}.`
      : `Das löscht ${events(count)}. Sie können es nicht rückgängig machen.`,
  save: "Speichern",
  saving: "Wird gespeichert …",
  saved: "Gespeichert.",
  shortenQuestion: (days) => `Ereignisse nur ${counted(days, "Tag", "Tage")} aufbewahren?`,
  shorten: "Ältere Ereignisse löschen",

  erase: "Daten löschen",
  eraseText:
    "Löschen Sie endgültig alles, was wir über einen Kunden, eine Bestellung oder ein Produkt aufbewahren.",
  kind: "Art",
  number: "ID",
  numberHelp: "Sie steht im Protokoll und in der Adresse der Seite in Ihrem Control Panel.",
  numberFault: "Geben Sie die ID so ein, wie das Protokoll sie zeigt.",
  look: "Vorschau",
  looking: "Wird geladen …",
  found: (preview, thing) =>
    amounts(preview) === ""
      ? `Zu ${thing} wird nichts aufbewahrt.`
      : `Zu ${thing} aufbewahrt: ${amounts(preview)}.`,
  eraseThis: "Löschen",
  eraseQuestion: (thing) => `${thing} löschen?`,
  eraseWarning:
    "Sie können das nicht rückgängig machen. Das Aktivitätsprotokoll nennt nicht, wessen Daten es waren.",
  typeNumber: (id) => `Zur Bestätigung ${id} eingeben`,
  notErased: "Es wurde nichts gelöscht",
  noWorker: "Wir warten auf unseren Hintergrunddienst. Wenn das anhält, wenden Sie sich an den Support.",
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
