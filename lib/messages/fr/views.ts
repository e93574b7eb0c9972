import type * as english from "#lib/messages/en/views.ts";

export const area = "views";

export const VIEWS: typeof english.VIEWS = {
  open: "Vues enregistrées",
  openNamed: (name) => `Vue : ${name}`,
  text: "Vous seul voyez vos vues. Utilisez « Copier le lien » pour en partager une.",
  copyLinkNamed: (name) => `Copier le lien vers ${name}`,
  copyLinkHere: "Copier le lien vers l’affichage",
  none: "Définissez des filtres, puis enregistrez-les ici sous un nom.",
  slow: "Vos vues se chargent plus lentement que d’habitude.",
  show: (name) => `Afficher ${name}`,
  rename: "Renommer",
  renameNamed: (name) => `Renommer ${name}`,
  delete: "Supprimer",
  deleteNamed: (name) => `Supprimer ${name}`,
  newName: (name) => `Nouveau nom de ${name}`,
  name: "Nom de cette vue",
  save: "Enregistrer la vue",
  saveName: "Enregistrer le nom",
  saved: (name) => `${name} est enregistrée.`,
  deleted: (name) => `${name} est supprimée.`,
  characters: (used, max) => `${used} caractères sur ${max}`,
  needsName: "Saisissez un nom",
};
