import type * as english from "#lib/messages/en/overview.ts";
import { counted } from "./plural.ts";

export const area = "overview";

export const OVERVIEW: typeof english.OVERVIEW = {
  title: "Vue d’ensemble",
  description: "Comment vont vos webhooks.",
  checked: "Comparé avec BigCommerce",
  figures: "Chiffres",
  typesOn: "Types d’événements activés",
  viewWebhooks: "Voir les webhooks",
  typesName: (on) => `${on} types d’événements activés, voir les webhooks`,
  lastEvent: "Dernier événement",
  noEventYet: "Aucun",
  lastEventName: (ago, summary) => `Dernier événement ${ago}, ${summary}, voir l’événement`,
  received: "Dernières 24 heures",
  events: (count) => `${count} ${count === "0" || count === "1" ? "événement" : "événements"}`,
  viewEvents: "Voir les événements",
  receivedName: (count, trend) => `${count} événements en 24 heures, ${trend}, voir les événements`,
  todo: "À faire",
  todoList: "Ce qu’il y a à faire",
  fixAll: "Tout corriger",
  fixing: "Correction…",
  fixed: (count) => counted(count, "webhook corrigé", "webhooks corrigés"),
  notFixed: (count) =>
    counted(count, "webhook n’a pas pu être corrigé", "webhooks n’ont pas pu être corrigés"),
  fixingMany: (count) => `Correction de ${count} webhooks`,
  view: "Voir",
  seen: "Marquer comme vu",
  seenBy: (who) => `Vu par ${who}`,
  notSeen: "Impossible de marquer comme vu",
  moreFor: (sentence) => `Autres actions, ${sentence}`,
  since: "Constaté",
  more: (count) => `et ${count} de plus`,
  contact: "Contacter l’assistance",
  severities: {
    lost: { label: "Événements perdus", variant: "danger" },
    risk: { label: "À corriger", variant: "warning" },
    wait: { label: "Patienter", variant: "secondary" },
  },
  recent: "Corrigé récemment",
  recentList: "Ce qui a été corrigé ces dernières 24 heures",
  details: "Détails des livraisons",
  detailsText: "Délais, répétitions et livraisons refusées.",
  showDetails: "Afficher les détails",
  hideDetails: "Masquer les détails",
  repeats: "Répétitions, 24 heures",
  delay: "Délai de livraison, 24 heures",
  noDelay: "Aucun événement",
  delayText: (median, slowest) => `${median} en général, ${slowest} pour les 5 % les plus lents`,
  columns: { events: "Reçus", share: "Part", type: "Type d’événement" },
  frequent: "Les plus fréquents",
  frequentList: "Types d’événements les plus fréquents",
  viewTypes: "Voir les types d’événements",
  noneFrequent: "Aucun événement pendant cette période.",
  moving: "Keeper a une nouvelle adresse",
  movingText: (here, all) =>
    `${here} sur ${counted(all, "webhook l’utilise", "webhooks l’utilisent")}. Nous déplaçons les autres.`,
  checkNow: "Vérifier maintenant",
  checking: "Vérification…",
  alreadyChecking: "Vérification déjà en cours…",
  matches: "Tout concorde",
  checkFailed: "Impossible de vérifier auprès de BigCommerce",
  spooled: (count) =>
    count === 1
      ? "1 événement n’est pas encore dans le journal. Il est arrivé pendant une panne de notre base de données. Nous l’ajoutons dès que possible."
      : `${count} événements ne sont pas encore dans le journal. Ils sont arrivés pendant une panne de notre base de données. Nous les ajoutons dès que possible.`,
  slow: "Ces chiffres prennent plus de temps que d’habitude.",
  emptyTitle: "Pas encore d’événement",
  emptyText: "Les événements apparaissent ici quelques secondes après un changement dans votre boutique.",
  nothingOn: "Aucun type d’événement n’est activé",
  nothingOnText: "Choisissez les événements que vous voulez recevoir.",
  chooseEvents: "Choisir des événements",
};

export const stateBadge: typeof english.stateBadge = ({ state, todo }) => {
  const toFix = todo.alerts.filter(({ severity }) => severity !== "wait").length;
  switch (state) {
    case "good":
      return { label: "Tout va bien", variant: "success" };
    case "losing":
      return { label: `${toFix} à faire`, variant: "danger" };
    case "attention":
      return { label: `${toFix} à faire`, variant: "warning" };
    case "waiting":
      return { label: "En attente", variant: "secondary" };
    case "first_event":
      return { label: "En attente d’événements", variant: "secondary" };
    case "nothing_on":
      return { label: "Rien d’activé", variant: "secondary" };
    case "checking":
      return { label: "Vérification", variant: "secondary" };
  }
};

export const trendWords: typeof english.trendWords = (now, before, { tag }) => {
  if (before === null || before === 0) return now === 0 && before === 0 ? "comme la veille" : "";
  const change = (now - before) / before;
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }).format(
    Math.abs(change),
  );
  if (Math.abs(change) < 0.005) return "comme la veille";
  return `${percent} de ${change > 0 ? "plus" : "moins"} que la veille`;
};
