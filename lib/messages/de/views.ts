import type * as english from "#lib/messages/en/views.ts";

export const area = "views";

export const VIEWS: typeof english.VIEWS = {
  open: "Gespeicherte Ansichten",
  openNamed: (name) => `Ansicht: ${name}`,
  text: "Ihre Ansichten sehen nur Sie. Mit „Link kopieren“ teilen Sie eine.",
  copyLinkNamed: (name) => `Link zu ${name} kopieren`,
  copyLinkHere: "Link zum Gezeigten kopieren",
  none: "Setzen Sie Filter und speichern Sie sie hier unter einem Namen.",
  slow: "Ihre Ansichten laden länger als sonst.",
  show: (name) => `${name} zeigen`,
  rename: "Umbenennen",
  renameNamed: (name) => `${name} umbenennen`,
  delete: "Löschen",
  deleteNamed: (name) => `${name} löschen`,
  newName: (name) => `Neuer Name von ${name}`,
  name: "Name dieser Ansicht",
  save: "Ansicht speichern",
  saveName: "Namen speichern",
  saved: (name) => `${name} ist gespeichert.`,
  deleted: (name) => `${name} ist gelöscht.`,
  characters: (used, max) => `${used} von ${max} Zeichen`,
  needsName: "Geben Sie einen Namen ein",
};
