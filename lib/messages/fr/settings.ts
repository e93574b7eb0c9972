import type * as english from "#lib/messages/en/settings.ts";
import { listedIn } from "#lib/messages/format/listed.ts";
import { counted } from "./plural.ts";

export const area = "settings";

export const SETTINGS: typeof english.SETTINGS = {
  title: "Paramètres",
  pages: {
    general: "Général",
    alerts: "Alertes",
    privacy: "Confidentialité et données",
    developer: "Développeur",
    activity: "Journal d’activité",
  },
  descriptions: {
    general: "Vos préférences, et qui travaille dans cette boutique.",
    alerts: "Recevez un message quand des webhooks ne fonctionnent plus.",
    privacy: "Qui voit les données des clients et combien de temps nous gardons les événements.",
    developer: "Comment les événements arrivent à Keeper, et ce que Keeper peut lire.",
    activity: "Qui a modifié quoi, et pourquoi. Nous le gardons un an.",
  },
  pageTitle: (page) => `Paramètres : ${page}`,
  pageLinks: "Pages des paramètres",
  slow: "Ces paramètres se chargent plus lentement que d’habitude.",
  ownerLine: "Seul le propriétaire peut modifier les paramètres de toute la boutique.",
  leaveQuestion: "Quitter sans enregistrer ?",
  leaveText: "Des modifications de cette page ne sont pas enregistrées.",
  leave: "Quitter la page",

  language: "Langue",
  languageText: "Pour vous seul. Les heures sont celles du fuseau horaire de la boutique.",

  people: "Personnes",
  peopleText: "Qui peut ouvrir Keeper. Gérez-les dans votre panneau de contrôle.",
  peopleList: "Personnes ayant accès",
  email: "E-mail",
  role: "Rôle",
  lastSeen: "Dernière activité",
  owner: "Propriétaire",
  member: "Équipe",
  you: (email) => `${email} (vous)`,
  signOut: "Se déconnecter",
  signOutQuestion: "Se déconnecter ?",
  signOutText: "Vous serez déconnecté partout. Rouvrez Keeper depuis le menu Apps.",
  signOutEveryone: "Déconnecter tout le monde",
  signOutEveryoneQuestion: "Déconnecter tout le monde ?",
  signOutEveryoneText:
    "Tout le monde est déconnecté dans cette boutique, vous aussi. Personne ne perd son accès : Keeper se rouvre depuis le menu Apps.",
  signOutFailed: "La déconnexion a échoué",

  store: "Cette boutique",
  name: "Nom",
  unnamed: "Pas encore connu",
  domain: "Domaine",
  hash: "Hash de la boutique",
  installed: "Installée",
  timezone: "Fuseau horaire",
  demo: "Démo",
  demoText: "Boutique de démonstration avec des événements d’exemple",

  welcome: "Guide de démarrage",
  welcomeText: "Choisissez des événements et regardez arriver le premier.",
  openWelcome: "Ouvrir le guide",

  staff: "Équipe",
  staffText: "Ce que peuvent faire les autres personnes que le propriétaire.",
  kept: "Historique des événements",
  keptText: "Combien de temps nous gardons les événements, avec ce qui a changé.",
  keepFor: "Nous gardons les événements pendant",
  days: (count) => counted(count, "jour", "jours"),
  keptCount: "Événements conservés",
  oldest: "Événement le plus ancien",
  noneKept: "Aucun",

  address: "Adresse de réception",
  addressText: "BigCommerce envoie ici les événements de cette boutique.",
  copyAddress: "Copier l’adresse de réception",
  proof: "Vérification des événements",
  proofText: "Comment nous vérifions que les événements viennent de BigCommerce.",
  signatureOnly: "BigCommerce signe chaque événement. Nous refusons ceux qui n’ont pas sa signature.",
  signatureOrHeader:
    "BigCommerce signe chaque événement, et chaque webhook porte le secret de cette boutique. Nous refusons ceux qui n’ont ni l’un ni l’autre.",
  permissions: "Autorisations",
  permissionsText: "Ce que cette boutique laisse lire à Keeper.",
  noPermissions: "Aucune",
  scopes: "Noms chez BigCommerce",
};

export const LANGUAGE: typeof english.LANGUAGE = {
  label: "Langue",
  panel: "Comme le panneau de contrôle",
  failed: "La langue n’a pas changé. Réessayez.",
};

export const EXTENSIONS: typeof english.EXTENSIONS = {
  title: "Menus du panneau de contrôle",
  text: "Dans vos listes de commandes, de produits et de clients, une entrée de menu ouvre les événements d’une ligne.",
  label: "Ouvrir les événements depuis les listes",
  isOn: "Activé. L’entrée est dans vos listes.",
  isOff: "Désactivé. L’entrée n’est pas dans vos listes.",
  isLate: "BigCommerce n’a pas encore fait ce changement. Nous réessaierons à la prochaine vérification.",
  slow: "Ce réglage se charge plus lentement que d’habitude.",
};

const listed = listedIn("fr");

const READ: Readonly<Partial<Record<string, string>>> = {
  store_v2_information: "les informations de la boutique",
  store_v2_orders: "les commandes",
  store_v2_products: "les produits",
  store_v2_customers: "les clients",
  store_cart: "les paniers",
  store_channel_settings: "les canaux",
};

export const permissionsText: typeof english.permissionsText = (scopes) => {
  const words = scopes.flatMap((scope) => READ[scope.replace(/_read_only$/, "")] ?? []);
  return words.length === 0 ? "Ne peut rien lire de votre boutique." : `Peut lire ${listed(words)}.`;
};
