import type * as english from "#lib/messages/en/export.ts";
import type { ExportFailure } from "#lib/contract/values/export-formats.ts";
import { plural } from "./plural.ts";

export const area = "exporting";

export const EXPORT: typeof english.EXPORT = {
  title: "Ereignisse exportieren",
  what: "Was",
  selected: (count) => plural(count, "Das ausgewählte Ereignis", `Die ${count} ausgewählten Ereignisse`),
  found: "Alle passenden Ereignisse",
  foundText: (time) => `Auch Ereignisse, die noch nicht geladen sind. Zeit: ${time}.`,
  format: "Datei",
  formats: { csv: "CSV, für Tabellen", ndjson: "NDJSON, für Programme" },
  formatTexts: {
    csv: "Eine Zeile je Ereignis, Zeiten in UTC, ohne Payloads.",
    ndjson: "Ein JSON-Objekt je Zeile, mit der Payload, wie sie kam.",
  },
  limit: (gigabytes) =>
    `Eine Datei kann ${gigabytes} GB haben, das sind mehr als eine Million Ereignisse. Schließen Sie Keeper nicht, bis sie gespeichert ist.`,
  start: "Ereignisse exportieren",

  region: "Export",
  hide: "Fortschritt ausblenden",
  show: "Fortschritt zeigen",
  working: "Ereignisse werden exportiert",
  sofar: (events) => `bisher ${events}`,
  of: (events, total, isEstimate) => (isEstimate ? `${events} von etwa ${total}` : `${events} von ${total}`),
  stay: "Schließen Sie Keeper nicht, bis die Datei gespeichert ist. Sie können weiterarbeiten.",
  cancel: "Export abbrechen",
  cancelled: "Der Export ist abgebrochen. Nichts wurde gespeichert.",
  done: "Export gespeichert",
  doneText: (events, isOne, fileName) =>
    `${events} ${isOne ? "Ereignis" : "Ereignisse"} in ${fileName} gespeichert.`,
  failed: "Nichts wurde exportiert",
};

const FAILURES: Readonly<Record<Exclude<ExportFailure["kind"], "refused">, string>> = {
  cutOff: "Die Verbindung ist abgebrochen. Nichts wurde gespeichert. Versuchen Sie es noch einmal.",
  ended: "Ihr Zugang endete, bevor die Datei vollständig war. Nichts wurde gespeichert.",
  tooLarge:
    "Die Datei ist größer, als diese Seite fassen kann. Wählen Sie einen kürzeren Zeitraum oder mehr Filter.",
  tooMany:
    "Andere Exporte laufen. Warten Sie, bis einer fertig ist, oder brechen Sie einen in einem anderen Tab ab.",
};

export const exportFailure: typeof english.exportFailure = (failure) =>
  failure.kind === "refused" ? failure.sentence : FAILURES[failure.kind];
