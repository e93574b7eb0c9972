import type * as english from "#lib/messages/en/webhooks.ts";
import { counted, plural } from "./plural.ts";

export const area = "webhooks";

const types = (count: number) => counted(count, "type d’événement", "types d’événement");
const webhooks = (count: number) => counted(count, "webhook", "webhooks");
const changes = (count: number) => counted(count, "modification", "modifications");

export const WEBHOOKS: typeof english.WEBHOOKS = {
  title: "Webhooks",
  description: "Choisissez les événements de la boutique que vous recevez.",
  checked: "Comparé avec BigCommerce",
  notChecked: "Pas encore comparé avec BigCommerce.",
  unreadable: (count) =>
    count === 1 ? "1 webhook n’a pas pu être lu." : `${count} webhooks n’ont pas pu être lus.`,
  checkingNow: "Comparaison avec BigCommerce en cours.",
  needAttention: (count) => `${count} à surveiller`,

  find: "Trouver des webhooks",
  placeholder: "Rechercher par nom ou scope",
  state: "État",
  allStates: "Tous les états",
  filters: "Filtres",
  pillAttention: (count) => `À surveiller ${count}`,
  pillOn: (count) => `Activés ${count}`,
  pillOff: (count) => `Désactivés ${count}`,
  pillUnmanaged: (count) => `Non gérés ${count}`,
  matches: (count) => `${types(count)} ${plural(count, "correspond", "correspondent")}`,
  collapseAll: "Tout replier",

  onOf: (on, all) => `${on} sur ${all} ${plural(on, "activé", "activés")}`,
  turnOnAll: "Tout activer",
  turnOnAllOf: (group) => `Tout activer dans ${group}`,
  overlap: (count) => `${types(count)} ${plural(count, "arrive", "arrivent")} deux fois`,
  overlapText: "Un webhook « Tous les événements… » les apporte aussi. Désactivez les webhooks simples.",
  turnOffSingles: "Désactiver les simples",

  columns: {
    event: "Événement",
    state: "État",
    lastEvent: "Dernier événement",
    lastDay: "Dernières 24 heures",
    receive: "Recevoir",
    action: "Action",
    address: "Adresse",
  },
  receive: (title) => `Recevoir les événements ${title}`,
  receiveLoading: (title) => `Recevoir les événements ${title}, chargement`,
  turningOn: "Activation…",
  turningOff: "Désactivation…",
  noEvents: "Pas encore d’événement",
  asOf: (time, ago) => `À ${time}, ${ago}`,
  coveredBy: (title) => `Couvert par ${title}`,
  ownerLine: "Seul le propriétaire de la boutique peut modifier les webhooks.",
  lockedHint: "Disponible de nouveau quand BigCommerce répondra",
  lockedByRunHint: "Disponible de nouveau quand les modifications en cours seront terminées",
  details: "Détails",
  sendTest: "Envoyer un événement de test",
  moreFor: (title) => `Autres actions, ${title}`,

  checkNow: "Vérifier maintenant",
  checking: "Vérification…",
  everythingMatches: "Tout concorde",
  applied: (count) => `${changes(count)} ${plural(count, "appliquée", "appliquées")}`,

  isOn: (title) => `${title} est activé. Le premier événement peut prendre une minute.`,
  isOff: (title) => `${title} est désactivé.`,
  wasOn: (title) => `${title} était déjà activé`,
  wasOff: (title) => `${title} était déjà désactivé`,
  staysOff: (title) => `${title} reste désactivé`,
  staysOn: (title) => `${title} reste activé`,
  mended: (title) => `${title} est remis en ordre.`,
  notMended: (title) => `${title} n’est pas encore remis en ordre`,

  turnOn: "Activer",
  turnOff: "Désactiver",
  reregister: "Réinscrire",
  selected: (count) => `${count} ${plural(count, "sélectionné", "sélectionnés")}`,
  clearSelection: "Effacer la sélection",
  askOn: (count) => `Activer ${webhooks(count)} ?`,
  askOnText: "Une boutique active peut envoyer des milliers d’événements de produits par jour.",
  askOff: (count) => `Désactiver ${webhooks(count)} ?`,
  askOffText:
    "Les nouveaux événements cessent d’arriver en moins d’une minute. Ceux déjà reçus restent dans le journal.",
  areOn: (count) => `${webhooks(count)} ${plural(count, "est activé", "sont activés")}.`,
  areOff: (count) => `${webhooks(count)} ${plural(count, "est désactivé", "sont désactivés")}.`,
  nothingToDo: "Rien à changer",
  refusedTitle: (count) => `${changes(count)} ${plural(count, "a été refusée", "ont été refusées")}`,

  presets: "Ensembles prêts à l’emploi",
  presetAsk: (title) => `Activer ${title} ?`,
  presetText: (add, on) =>
    on === 0
      ? `Cela active ${types(add)}.`
      : `Cela active ${types(add)}. ${types(on)} de l’ensemble ${plural(on, "est déjà activé", "sont déjà activés")}.`,
  presetDone: (title) => `${title} est déjà activé`,

  remove: "Supprimer",
  removeAsk: (title) => `Supprimer ${title} ?`,
  removeOfOthersText:
    "Une autre installation de cette application a créé ce webhook. Elle ne recevra plus ces événements. Ce qui arrive ici ne change pas.",
  removeText:
    "BigCommerce cesse d’envoyer à cette adresse. Les événements déjà reçus restent dans le journal.",
  attention: (count) => `${counted(count, "webhook manque", "webhooks manquent")} chez BigCommerce`,
  attentionText: "Les nouveaux événements de ces types sont perdus jusqu’à ce que vous les réinscriviez.",
  reregisterAll: "Tout réinscrire",

  slow: "L’état de vos webhooks se charge plus lentement que d’habitude.",
};
