import type * as english from "#lib/messages/en/event-actions.ts";
import { counted, plural } from "./plural.ts";

export const area = "eventActions";

const events = (count: number) => counted(count, "événement", "événements");

export const SELECTED: typeof english.SELECTED = {
  count: (count) => `${events(count)} ${plural(count, "sélectionné", "sélectionnés")}`,
  copyJson: "Copier en JSON",
  copyFixtures: "Copier en fixtures",
  export: "Exporter la sélection",
  clear: "Effacer la sélection",
  copied: (count) => `${events(count)} ${plural(count, "copié", "copiés")}.`,
  working: "Chargement des événements sélectionnés…",
  failed: "Les événements sélectionnés se chargent plus lentement que d’habitude.",
  refused: "Votre navigateur a bloqué la copie. Exportez plutôt les événements.",
  tooMany: (max) =>
    `Vous pouvez sélectionner jusqu’à ${max} événements. Pour davantage, exportez le journal.`,
};

export const EVENT_KEYS: typeof english.EVENT_KEYS = [
  { keys: "/", text: "Rechercher" },
  { keys: "j", text: "Événement suivant" },
  { keys: "k", text: "Événement précédent" },
  { keys: "Enter", text: "Ouvrir l’événement" },
  { keys: "Escape", text: "Fermer l’événement" },
  { keys: "x", text: "Sélectionner l’événement" },
  { keys: "e", text: "Exporter des événements" },
  { keys: "p", text: "Mettre en pause ou reprendre" },
  { keys: "?", text: "Afficher ces touches" },
];
