import type * as english from "#lib/messages/en/export.ts";
import type { ExportFailure } from "#lib/contract/values/export-formats.ts";
import { plural } from "./plural.ts";

export const area = "exporting";

export const EXPORT: typeof english.EXPORT = {
  title: "Exporter des événements",
  what: "Quoi",
  selected: (count) => plural(count, "L’événement sélectionné", `Les ${count} événements sélectionnés`),
  found: "Tous les événements correspondants",
  foundText: (time) => `Même les événements qui ne sont pas encore chargés. Période : ${time}.`,
  format: "Fichier",
  formats: { csv: "CSV, pour les tableurs", ndjson: "NDJSON, pour les programmes" },
  formatTexts: {
    csv: "Une ligne par événement, heures en UTC, sans charge utile.",
    ndjson: "Un objet JSON par ligne, avec la charge utile telle que reçue.",
  },
  limit: (gigabytes) =>
    `Un fichier peut atteindre ${gigabytes} Go, soit plus d’un million d’événements. Ne fermez pas Keeper avant son enregistrement.`,
  start: "Exporter les événements",

  region: "Exportation",
  hide: "Masquer la progression",
  show: "Afficher la progression",
  working: "Exportation des événements",
  sofar: (events) => `${events} jusqu’ici`,
  of: (events, total, isEstimate) =>
    isEstimate ? `${events} sur environ ${total}` : `${events} sur ${total}`,
  stay: "Ne fermez pas Keeper avant l’enregistrement. Vous pouvez continuer à travailler.",
  cancel: "Annuler l’exportation",
  cancelled: "L’exportation est annulée. Rien n’a été enregistré.",
  done: "Exportation enregistrée",
  doneText: (events, isOne, fileName) =>
    `${events} ${isOne ? "événement enregistré" : "événements enregistrés"} dans ${fileName}.`,
  failed: "Rien n’a été exporté",
};

const FAILURES: Readonly<Record<Exclude<ExportFailure["kind"], "refused">, string>> = {
  cutOff: "La connexion a été perdue. Rien n’a été enregistré. Réessayez.",
  ended: "Votre accès a pris fin avant la fin du fichier. Rien n’a été enregistré.",
  tooLarge:
    "Le fichier est plus grand que ce que cette page peut contenir. Choisissez une période plus courte ou plus de filtres.",
  tooMany:
    "D’autres exportations sont en cours. Attendez que l’une soit terminée, ou annulez-en une dans un autre onglet.",
};

export const exportFailure: typeof english.exportFailure = (failure) =>
  failure.kind === "refused" ? failure.sentence : FAILURES[failure.kind];
