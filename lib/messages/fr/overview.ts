import type * as english from "#lib/messages/en/overview.ts";
import { counted } from "./plural.ts";

export const area = "overview";

export const OVERVIEW: typeof english.OVERVIEW = {
  title: "Vue d’ensemble",
  description: "Comment vont vos webhooks.",
  checked: "Comparé avec BigCommerce",
  figures: "Chiffres",

  webhooksOn: "Webhooks activés",
  ofAll: (all) => `sur ${all}`,
  viewWebhooks: "Voir les webhooks",
  webhooksName: (on, all) => `${on} webhooks activés sur ${all}, voir les webhooks`,
  lastEvent: "Dernier événement",
  noEventYet: "Aucun",
  lastEventName: (ago, summary) => `Dernier événement ${ago}, ${summary}, voir l’événement`,
  received: "Reçus, 24 heures",
  viewEvents: "Voir les événements",
  receivedName: (count, trend) => `${count} événements reçus en 24 heures, ${trend}, voir les événements`,
  repeats: "Répétitions, 24 heures",
  repeatsText: "Arrivés plusieurs fois",
  repeatsName: (count) =>
    `${count} arrivées répétées en 24 heures, voir les événements arrivés plusieurs fois`,
  delay: "Délai, 24 heures",
  noDelay: "Aucun événement",
  slowest: (span) => `5 % les plus lents : ${span} ou plus`,
  delayName: (median, slowest) =>
    `La moitié des événements arrive en ${median} au plus, les 5 % les plus lents mettent ${slowest} ou plus, voir les événements`,
  noDelayName: "Délai inconnu, aucun événement en 24 heures, voir les événements",

  columns: {
    events: "Reçus",
    share: "Part",
    type: "Type d’événement",
    state: "État",
    remedy: "Ce qui aide",
  },

  frequent: "Les plus fréquents",
  frequentList: "Types d’événement les plus fréquents",
  viewTypes: "Voir tous les types d’événement",
  noneFrequent: "Aucun événement pendant cette période.",
  attention: "À surveiller",
  attentionList: "Webhooks à surveiller",
  allGood: "Aucun webhook à surveiller.",
  bannerText: (title, verdict, more) =>
    more === 0
      ? `${title} : ${verdict.toLowerCase()}.`
      : `${title} : ${verdict.toLowerCase()}, et ${more} de plus.`,
  bannerTitle: (count) => `${counted(count, "webhook demande", "webhooks demandent")} votre attention`,
  review: "Examiner les webhooks",

  moving: "Cette application a déménagé",
  movingText: (here, all) =>
    `${here} sur ${counted(all, "webhook livre", "webhooks livrent")} à sa nouvelle adresse. Les autres suivent d’eux-mêmes.`,

  checkNow: "Vérifier maintenant",
  checking: "Vérification…",
  matches: "Tout concorde",
  differs: (count) => `${counted(count, "webhook diffère", "webhooks diffèrent")} de ce que vous avez activé`,
  checkFailed: "La vérification n’a pas fonctionné",

  slow: "Ces chiffres prennent plus de temps que d’habitude.",
  emptyTitle: "Pas encore d’événement",
  emptyText: "Les événements apparaissent ici quelques secondes après un changement dans votre boutique.",
  nothingOn: "Rien n’est activé",
  nothingOnText: "Choisissez les événements que vous voulez recevoir.",
  chooseEvents: "Choisir des événements",
};

export const stateBadge: typeof english.stateBadge = ({ state, needsAttention }) => {
  const count = needsAttention.length;
  switch (state) {
    case "good":
      return { label: "Tout va bien", variant: "success" };
    case "attention":
      return { label: count === 0 ? "À surveiller" : `${count} à surveiller`, variant: "warning" };
    case "not_receiving":
      return { label: "Ne reçoit rien", variant: "danger" };
    case "nothing_on":
      return { label: "Rien d’activé", variant: "secondary" };
    case "checking":
      return { label: "Vérification", variant: "secondary" };
  }
};

export const trendWords: typeof english.trendWords = (now, before, { tag }) => {
  if (before === 0) return now === 0 ? "comme la veille" : "aucun la veille";
  const change = (now - before) / before;
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }).format(
    Math.abs(change),
  );
  if (Math.abs(change) < 0.005) return "comme la veille";
  return `${percent} de ${change > 0 ? "plus" : "moins"} que la veille`;
};
