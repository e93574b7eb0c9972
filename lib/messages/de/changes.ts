import type * as english from "#lib/messages/en/changes.ts";
import { listedIn } from "#lib/messages/format/listed.ts";
import { changeTextsIn, fieldNamesIn, valueTextsIn, type ValueWords } from "#lib/messages/changed-fields.ts";
import type { ReadKind } from "#lib/contract/values/changes.ts";

export const area = "changes";

const KINDS: Readonly<Record<ReadKind, string>> = {
  order: "Bestellungen",
  product: "Produkte",
  variant: "Varianten",
  category: "Kategorien",
  customer: "Kunden",
};

/** One thing, as a sentence names it. */
const THINGS: Readonly<Record<ReadKind, string>> = {
  order: "diese Bestellung",
  product: "dieses Produkt",
  variant: "diese Variante",
  category: "diese Kategorie",
  customer: "diesen Kunden",
};

export const CHANGES: typeof english.CHANGES = {
  slow: "Was sich geändert hat, lädt langsamer als sonst.",
  list: "Änderungen",
  more: (count) => `Alle ${count} Änderungen zeigen`,
  asItIs: "Stand jetzt",
  asOf: (read) => `Stand: ${read}.`,
  hidden: "Das sieht nur der Inhaber des Shops.",
  compared: (known, events) =>
    events > 1
      ? `Verglichen mit ${known}. Seitdem gab es ${events === 100 ? "100 oder mehr" : events} Ereignisse; jedes davon kann das geändert haben.`
      : `Verglichen mit ${known}.`,
  masked: "Geändert. Nur der Inhaber des Shops sieht die Werte.",
  toSettings: "Einstellungen öffnen",

  same: (known) => `Seit ${known} hat sich nichts geändert, was wir verfolgen.`,
  first: (kind) => `Wir sehen ${THINGS[kind]} zum ersten Mal. Künftige Änderungen stehen hier.`,
  gone: "Das gibt es nicht mehr.",
  tooLarge: "Größer als 64 KB, deshalb können wir es nicht vergleichen.",
  waiting: "Wir prüfen, was sich geändert hat …",
  retrying: (at, why) => `${why} Nächster Versuch: ${at}.`,
  quota: (at) => `Unser Anteil am API-Limit Ihres Shops ist verbraucht. Wir machen weiter: ${at}.`,
  failed: (why) => `${why} Nach dem nächsten Ereignis prüfen wir wieder.`,
  off: "Änderungen werden nicht verfolgt.",
  notGranted: (kind, scope) =>
    `Keeper darf ${KINDS[kind]} nicht lesen. Dafür braucht es die Berechtigung ${scope}.`,
  notRead: "Dieses Ereignis haben wir nicht geprüft.",
  test: "Testereignis. Im Shop hat sich nichts geändert.",
  demo: "Demo-Ereignis. Was sich geändert hat, haben wir nicht geprüft.",
  nothing: "Wir zeigen Änderungen an Bestellungen, Produkten, Varianten, Kategorien und Kunden.",
};

const FAILURES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "Der Shop muss der App erneut zustimmen.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce antwortet nicht.",
  BIGCOMMERCE_UNREADABLE: "Die Antwort von BigCommerce war nicht lesbar.",
  BIGCOMMERCE_RATE_LIMITED: "Das API-Limit Ihres Shops war erreicht.",
  BIGCOMMERCE_FORBIDDEN: "BigCommerce hat uns das nicht lesen lassen.",
};

export const failureText: typeof english.failureText = (code) =>
  FAILURES[code ?? ""] ?? "BigCommerce hat nicht wie erwartet geantwortet.";

export const READING: typeof english.READING = {
  title: "Änderungen verfolgen",
  text: "Nach jedem Ereignis sehen wir die Bestellung, das Produkt oder den Kunden nach und zeigen, was sich geändert hat. Wir nutzen höchstens die Hälfte Ihres API-Limits.",
  label: "Änderungen verfolgen",
  isOn: "Änderungen werden verfolgt",
  isOff: "Änderungen werden nicht verfolgt. Frühere bleiben im Protokoll.",
  slow: "Das Verfolgen von Änderungen lädt länger als sonst.",
};

export const grantedText: typeof english.grantedText = ({ kinds }) => {
  const granted = kinds.filter(({ isGranted }) => isGranted).map(({ kind }) => KINDS[kind]);
  const missing = kinds.filter(({ isGranted }) => !isGranted);
  const scopes = [...new Set(missing.map(({ scope }) => scope))];
  return [
    granted.length > 0
      ? `Keeper kann lesen: ${listed(granted)}.`
      : "Keeper kann nichts über Änderungen lesen.",
    ...(missing.length > 0
      ? [
          `Keeper kann nicht lesen: ${listed(missing.map(({ kind }) => KINDS[kind]))}. Ihr Entwickler ergänzt im Developer Portal ${scopes.length === 1 ? "die Berechtigung" : "die Berechtigungen"} ${listed(scopes)}, dann öffnet der Inhaber Keeper erneut.`,
        ]
      : []),
  ].join(" ");
};

const listed = listedIn("de");

const VALUES: ValueWords = {
  none: "nichts",
  empty: "leer",
  yes: "ja",
  no: "nein",
  added: (value) => `hinzugefügt: ${value}`,
  removed: (value) => `entfernt: ${value}`,
  masked: CHANGES.masked,
};

// What is not named here keeps the name that BigCommerce gives it.
const NAMED: Readonly<Partial<Record<string, string>>> = {
  name: "Name",
  description: "Beschreibung",
  price: "Preis",
  sale_price: "Aktionspreis",
  map_price: "Mindestwerbepreis (MAP)",
  custom_url: "Adresse im Shop",
  retail_price: "Listenpreis",
  cost_price: "Einkaufspreis",
  calculated_price: "Berechneter Preis",
  weight: "Gewicht",
  width: "Breite",
  height: "Höhe",
  depth: "Tiefe",
  sku: "SKU",
  inventory_level: "Bestand",
  inventory_warning_level: "Warngrenze",
  inventory_tracking: "Bestandsführung",
  is_visible: "Sichtbar",
  is_featured: "Hervorgehoben",
  is_free_shipping: "Versandkostenfrei",
  availability: "Verfügbarkeit",
  condition: "Zustand",
  categories: "Kategorien",
  brand_id: "Marke (ID)",
  status: "Status",
  status_id: "Status (ID)",
  items_total: "Artikel",
  items_shipped: "Versandte Artikel",
  total_inc_tax: "Gesamt mit Steuer",
  total_ex_tax: "Gesamt ohne Steuer",
  subtotal_inc_tax: "Zwischensumme mit Steuer",
  subtotal_ex_tax: "Zwischensumme ohne Steuer",
  refunded_amount: "Erstattet",
  discount_amount: "Rabatt",
  payment_method: "Zahlungsart",
  payment_status: "Zahlungsstatus",
  staff_notes: "Interne Notizen",
  customer: "Kunde",
  customer_message: "Nachricht des Kunden",
  customer_id: "Kunde (ID)",
  customer_group_id: "Kundengruppe (ID)",
  billing_address: "Rechnungsadresse",
  shipping_address: "Lieferadresse",
  first_name: "Vorname",
  last_name: "Nachname",
  company: "Firma",
  email: "E-Mail",
  phone: "Telefon",
  street_1: "Straße",
  street_2: "Straße, 2. Zeile",
  city: "Ort",
  state: "Bundesland",
  zip: "Postleitzahl",
  country: "Land",
  notes: "Notizen",
  date_modified: "Geändert am",
  date_shipped: "Versandt am",
  sort_order: "Reihenfolge",
  parent_id: "Übergeordnet (ID)",
};

export const fieldName: typeof english.fieldName = fieldNamesIn(NAMED, { id: "ID", ids: "IDs", url: "URL" });
export const valueText: typeof english.valueText = valueTextsIn(VALUES);
export const changeValue: typeof english.changeValue = changeTextsIn(VALUES);
