import type * as english from "#lib/messages/en/settings.ts";
import { counted } from "./plural.ts";

export const area = "settings";

export const SETTINGS: typeof english.SETTINGS = {
  title: "Paramètres",
  description: "Ce qui vaut pour cette boutique.",
  slow: "Ces informations se chargent plus lentement que d’habitude.",

  history: "Historique des événements",
  historyText:
    "Combien de temps les événements sont conservés ; le propriétaire le règle sous Confidentialité.",
  keepFor: "Conservés pendant",
  days: (count) => counted(count, "jour", "jours"),
  kept: "Événements conservés",
  oldest: "Événement le plus ancien",
  noneKept: "Aucun",

  address: "Adresse de réception",
  addressText: "BigCommerce envoie ici les événements de cette boutique.",
  copyAddress: "Copier l’adresse de réception",

  proof: "Preuve d’origine",
  proofText: "Ce qui montre que BigCommerce a envoyé un événement. Sans elle, il est refusé.",
  signatureOnly: "Chaque événement doit être signé par BigCommerce.",
  signatureOrHeader:
    "Chaque événement doit être signé par BigCommerce, ou arriver avec l’en-tête secret de cette boutique.",

  language: "Langue",
  languageText:
    "Pour vous seul. Les heures sont celles du fuseau horaire de la boutique ; l’heure UTC s’affiche au survol.",

  alerts: "Alertes",
  privacy: "Confidentialité",
  privacyText: "Qui voit ce qui parle de vos clients, et combien de temps les événements sont conservés.",
  reading: "Ce qui a changé",

  people: "Personnes",
  peopleText:
    "Qui peut ouvrir cette application. L’accès se donne dans le panneau de contrôle de la boutique.",
  peopleList: "Personnes ayant accès",
  email: "E-mail",
  role: "Rôle",
  lastSeen: "Dernière visite",
  owner: "Propriétaire",
  member: "A accès",
  you: (email) => `${email} (vous)`,
  signOut: "Se déconnecter",
  signOutQuestion: "Se déconnecter ?",
  signOutText:
    "Vous quittez cette application dans tous les navigateurs. Rouvrez-la depuis le menu Apps de votre boutique.",
  signOutEveryone: "Déconnecter tout le monde",
  signOutEveryoneQuestion: "Déconnecter tout le monde ?",
  signOutEveryoneText:
    "Tout le monde quitte cette application dans cette boutique, vous aussi. Personne ne perd son accès : elle se rouvre depuis le menu Apps.",
  signOutFailed: "Personne n’a été déconnecté.",

  store: "Cette boutique",
  name: "Nom",
  unnamed: "Pas encore connu",
  domain: "Domaine",
  hash: "Hash de la boutique",
  installed: "Installée",
  timezone: "Fuseau horaire",
  permissions: "Autorisations",
  noPermissions: "Aucune",
  demo: "Démo",
  demoText: "C’est la boutique de démonstration : sa première semaine d’événements est inventée.",

  welcome: "Premiers pas",
  welcomeText: "Choisissez des événements et regardez arriver le premier.",
  openWelcome: "Ouvrir les premiers pas",
};

export const LANGUAGE: typeof english.LANGUAGE = {
  label: "Langue de cette application",
  panel: "Comme le panneau de contrôle",
  failed: "La langue n’a pas changé. Réessayez.",
};
