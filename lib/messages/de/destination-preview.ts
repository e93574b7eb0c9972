import type * as english from "#lib/messages/en/destination-preview.ts";

export const area = "destinationPreview";

const number = new Intl.NumberFormat("de");

export const PREVIEW: typeof english.PREVIEW = {
  event: "Ereignis",
  example: "Ein Beispiel",
  loading: "Die Vorschau wird geladen",
  failed: "Wir können gerade keine Vorschau zeigen.",
  again: "Erneut versuchen",
  notYet: {
    types: "Wählen Sie Ereignistypen, um eine Vorschau zu sehen.",
    filter: "Geben Sie als Filter ein JSON-Objekt ein, um eine Vorschau zu sehen.",
    headers: "Geben Sie je Zeile einen Header ein, um eine Vorschau zu sehen.",
  },
  wanted: "Dieses Ereignis würden wir senden.",
  notWanted: {
    type: "Dieses Ereignis würden wir nicht senden: Sein Typ ist nicht gewählt.",
    filter: "Dieses Ereignis würden wir nicht senden: Der Filter lässt es aus.",
    test: "Dieses Ereignis würden wir nicht senden: Testereignisse bleiben in Keeper.",
  },
  body: "Inhalt",
  cut: (bytes) => `Das ist der Anfang. Der ganze Inhalt hat ${number.format(bytes)} Byte.`,
  headers: "Adresse und Header",
};

const FAILURES: Readonly<Record<string, (code?: string, at?: string) => string>> = {
  TEMPLATE_MISSING: () => "Schreiben Sie eine Vorlage, um zu sehen, was sie ergibt.",
  TEMPLATE_WRONG: (code, at) =>
    at === undefined
      ? `Die Vorlage hat einen Fehler${code === undefined ? "" : ` (${code})`}.`
      : `Die Vorlage hat einen Fehler an Zeichen ${at} (${code}).`,
  TEMPLATE_EMPTY: () => "Die Vorlage ergibt für dieses Ereignis nichts.",
  TEMPLATE_TOO_SLOW: () => "Die Vorlage braucht länger als 200 Millisekunden.",
  TEMPLATE_TOO_LARGE: () => "Was die Vorlage ergibt, ist zu groß.",
};

export const failureText: typeof english.failureText = (failure) => {
  const [name = "", code, at] = failure.split(" ");
  return FAILURES[name]?.(code, at) ?? `Wir können diese Anfrage nicht erstellen (${failure}).`;
};
