import type * as english from "#lib/messages/en/common.ts";

export const area = "common";

export const COMMON: typeof english.COMMON = {
  product: "Webhook Keeper",
  sections: "Rubriques",
  skip: "Aller au contenu",
  notifications: "Notifications",
  close: "Fermer",
  closeMessage: "Fermer le message",
  cancel: "Annuler",
  tryAgain: "Réessayer",
  trouble: "Cela prend plus de temps que d’habitude. Réessayez.",
  unreachable: "Keeper met plus de temps que d’habitude à répondre.",
  justNow: "à l’instant",
  undo: "Annuler l’action",
  view: "Voir",
  viewDetails: "Voir les détails",
  newTab: "S’ouvre dans un nouvel onglet",
  copy: "Copier",
  copyLink: "Copier le lien",
  copied: "Copié",
  copyByHand: "Appuyez sur Ctrl+C pour copier",
  wrap: "Retour à la ligne",
  notLaidOut:
    "L’imbrication est trop profonde pour une mise en forme. Le texte est affiché tel qu’il est arrivé.",
  download: "Télécharger",
  downloadNamed: (name) => `Télécharger ${name.toLowerCase()}`,
  loading: "Chargement",
  search: "Rechercher",
  showChoices: "Afficher les choix",
  select: "Sélectionner",
  selectNamed: (name) => `Sélectionner ${name}`,
  copyNamed: (name) => `Copier ${name.toLowerCase()}`,
  actionOn: (action, thing) => `${action} : ${thing}`,
  help: "Aide",
  support: "Contacter l’assistance",
  sendTest: "Envoyer un événement de test",
  privacy: "Confidentialité",
  terms: "Conditions",
  newer: "Plus récents",
  older: "Plus anciens",
  rowsPerPage: "Afficher",
  pages: "Pages",
  showAsTable: "Afficher en tableau",
  showAsChart: "Afficher en graphique",
  moreActions: "Autres actions",
  find: "Trouver",
  clearAll: "Tout effacer",
};

export const SECTION_NAMES: typeof english.SECTION_NAMES = {
  overview: "Vue d’ensemble",
  webhooks: "Webhooks",
  events: "Événements",
  destinations: "Destinations",
  settings: "Paramètres",
  welcome: "Bienvenue",
};

export const alertCount: typeof english.alertCount = (count) => `${count} à faire`;

export const GUIDE_LINKS: typeof english.GUIDE_LINKS = {
  "what-keeper-does": "Comment fonctionne Keeper",
  "choose-webhooks": "Comment choisir des webhooks",
  "read-the-event-log": "Comment lire le journal",
  "fix-a-problem": "Comment résoudre un problème",
  destinations: "Comment fonctionnent les destinations",
  alerts: "Comment fonctionnent les alertes",
  "privacy-and-data": "Comment nous traitons les données",
};
