import type * as english from "#lib/messages/en/event-actions.ts";
import { counted } from "./plural.ts";

export const area = "eventActions";

const events = (count: number) => counted(count, "Ereignis", "Ereignisse");

export const SELECTED: typeof english.SELECTED = {
  count: (count) => `${events(count)} ausgewählt`,
  copyJson: "Als JSON kopieren",
  copyFixtures: "Als Fixtures kopieren",
  export: "Auswahl exportieren",
  clear: "Auswahl aufheben",
  copied: (count) => `${events(count)} kopiert.`,
  working: "Die ausgewählten Ereignisse werden geladen …",
  failed: "Die ausgewählten Ereignisse laden länger als sonst.",
  refused: "Ihr Browser hat das Kopieren blockiert. Exportieren Sie die Ereignisse stattdessen.",
  tooMany: (max) => `Sie können bis zu ${max} Ereignisse auswählen. Für mehr exportieren Sie das Protokoll.`,
};

export const EVENT_KEYS: typeof english.EVENT_KEYS = [
  { keys: "/", text: "Suchen" },
  { keys: "j", text: "Nächstes Ereignis" },
  { keys: "k", text: "Voriges Ereignis" },
  { keys: "Enter", text: "Ereignis öffnen" },
  { keys: "Escape", text: "Ereignis schließen" },
  { keys: "x", text: "Ereignis auswählen" },
  { keys: "e", text: "Ereignisse exportieren" },
  { keys: "p", text: "Anhalten oder fortsetzen" },
  { keys: "?", text: "Diese Tasten zeigen" },
];
