import type * as english from "#lib/messages/en/webhooks.ts";
import { counted, plural } from "./plural.ts";

export const area = "webhooks";

const types = (count: number) => counted(count, "type d’événement", "types d’événement");
const webhooks = (count: number) => counted(count, "webhook", "webhooks");
const changes = (count: number) => counted(count, "modification", "modifications");

export const WEBHOOKS: typeof english.WEBHOOKS = {
  title: "Webhooks",
  description: "Choisissez les événements de la boutique que vous recevez.",
  ownOnly: "Ce sont les webhooks de Keeper. BigCommerce ne montre à aucune application ceux des autres.",
  checked: "Comparé avec BigCommerce",
  notChecked: "Pas encore comparé avec BigCommerce.",
  unreadable: (count) =>
    count === 1 ? "1 webhook n’a pas pu être lu." : `${count} webhooks n’ont pas pu être lus.`,
  checkingNow: "Comparaison avec BigCommerce en cours.",
  needAttention: (count) => `${count} à surveiller`,

  find: "Trouver des webhooks",
  placeholder: "Rechercher un type d’événement",
  state: "État",
  allStates: "Tous les états",
  filters: "Filtres",
  pillAttention: (count) => `À surveiller ${count ?? "–"}`,
  pillOn: (count) => `Activés ${count ?? "–"}`,
  pillOff: (count) => `Désactivés ${count ?? "–"}`,
  pillUnmanaged: (count) => `Non gérés ${count}`,
  matches: (count) => `${types(count)} ${plural(count, "correspond", "correspondent")}`,
  collapseAll: "Tout replier",
  selectAll: "Tout sélectionner",
  selectAllOf: (group) => `Tout sélectionner dans ${group}`,

  moreBySearch:
    "La recherche trouve aussi les types d’événement des canaux, du B2B, des listes de prix et des métachamps.",

  onOf: (on, all) => `${on} sur ${all} ${plural(on, "activé", "activés")}`,
  covers: (wildcard, count) => `${wildcard} : ${count} types`,
  turnOnAll: "Tout activer",
  turnOnAllOf: (group) => `Tout activer dans ${group}`,
  turnOffAll: "Tout désactiver",
  turnOffAllOf: (group) => `Tout désactiver dans ${group}`,
  overlap: (count) => `${types(count)} ${plural(count, "arrive", "arrivent")} deux fois`,
  overlapText: (wildcard) => `« ${wildcard} » les comprend déjà.`,
  turnOffSingles: "Désactiver les doublons",

  columns: {
    event: "Événement",
    state: "État",
    lastEvent: "Dernier événement",
    lastDay: "Dernières 24 heures",
    receive: "Recevoir",
    action: "Action",
    address: "Adresse",
  },
  loadingState: (title) => `${title}, chargement`,
  turningOn: "Activation…",
  turningOff: "Désactivation…",
  noEvents: "Pas encore d’événement",
  asOf: (time, ago) => `À ${time}, ${ago}`,
  coveredBy: (title) => `Couvert par ${title}`,
  lockedHint: "Disponible quand BigCommerce répondra",
  lockedByAccessHint: "Disponible dès que l’application est de nouveau autorisée",
  lockedByRunHint: "Disponible quand les modifications seront terminées",
  viewEvents: "Voir les événements",
  copyScope: "Copier le scope",
  ownerLine: "Seul le propriétaire de la boutique peut modifier les webhooks.",
  sendTest: "Envoyer un événement de test",
  moreFor: (title) => `Autres actions, ${title}`,

  checkNow: "Vérifier maintenant",
  checking: "Vérification…",
  alreadyChecking: "Vérification déjà en cours…",
  everythingMatches: "Tout concorde",
  applied: (count) => `${webhooks(count)} ${plural(count, "réparé", "réparés")}`,

  isOn: (title) => `${title} est activé. Le premier événement peut prendre une minute.`,
  isOff: (title) => `${title} est désactivé.`,
  wasOn: (title) => `${title} était déjà activé`,
  wasOff: (title) => `${title} était déjà désactivé`,
  staysOff: (title) => `Impossible d’activer ${title}`,
  staysOn: (title) => `Impossible de désactiver ${title}`,
  mended: (title) => `${title} est réparé.`,
  notMended: (title) => `Impossible de réparer ${title}`,

  turnOn: "Activer",
  turnOff: "Désactiver",
  fix: "Réparer",
  selected: (count) => `${count} ${plural(count, "sélectionné", "sélectionnés")}`,
  clearSelection: "Effacer la sélection",
  areOn: (count) => `${webhooks(count)} ${plural(count, "est activé", "sont activés")}.`,
  areOff: (count) => `${webhooks(count)} ${plural(count, "est désactivé", "sont désactivés")}.`,
  replaced: (count) => `${webhooks(count)} ${plural(count, "remplacé", "remplacés")}.`,
  nothingToDo: "Rien à changer",
  refusedTitle: (count) => `${changes(count)} ${plural(count, "a été refusée", "ont été refusées")}`,

  presets: "Recommandés",
  setOnOf: (on, all) => `${on} sur ${all} ${plural(on, "activé", "activés")}`,
  setIncluded: (title) => `D’autres webhooks comprennent déjà ${title}`,

  remove: "Supprimer",
  attention: (count) => `${webhooks(count)} à surveiller`,
  attentionText: "Des événements peuvent manquer jusqu’à la réparation.",
  fixAll: "Tout réparer",

  slow: "Vos webhooks se chargent plus lentement que d’habitude.",
};
