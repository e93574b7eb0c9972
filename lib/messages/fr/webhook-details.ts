import type * as english from "#lib/messages/en/webhook-details.ts";
import { counted, plural } from "./plural.ts";

export const area = "webhookDetails";

const types = (count: number) => counted(count, "type d’événement", "types d’événement");
const webhooks = (count: number) => counted(count, "webhook", "webhooks");
const changes = (count: number) => counted(count, "modification", "modifications");

export const DETAILS: typeof english.DETAILS = {
  noMatch: "Aucun type d’événement ne correspond",
  noMatchText: "Essayez un autre mot ou effacez les filtres.",
  clearFilters: "Effacer les filtres",
  channel: "ID du canal",
  channelText:
    "Ces types d’événement s’inscrivent pour un canal à la fois. 1 est le premier canal de la boutique.",
  channelPick: "Canal",
  channelName: (name, id) => `${name} (${id})`,
  channelOther: (id) => `Canal ${id}`,
  channelsUnreadable: (count) =>
    count === 1 ? "1 autre canal n’a pas pu être lu." : `${count} autres canaux n’ont pas pu être lus.`,
  left: (time) => `encore ${time}`,
  whatWillChange: "Ce qui va changer",
  planText: "Certains webhooks ne correspondent pas à vos réglages. Choisissez ce qu’il faut réparer.",
  applyChanges: (count) => `Appliquer ${changes(count)}`,
  verbs: {
    create: "réinscrire",
    update: "modifier",
    enable: "réactiver",
    remove: "supprimer",
  },
  planLine: (verb, title, reason) => `${title} : ${verb}. ${reason}`,
  unmanaged: "Non gérés",
  unmanagedText: "Créés par Keeper, mais non activés ici.",
  ofOthers: "Une autre installation de Keeper l’a créé et reçoit aussi ces événements.",
  manage: "Gérer",
  sentWhen: "Envoyé quand",
  contains: "Contient",
  address: "Adresse",
  sentTo: "Envoyé à",
  expected: "Adresse de Keeper",
  webhookId: "ID du webhook",
  copyId: "Copier l’ID du webhook",
  technical: "Détails techniques",
  created: "Créé",
  checkedLabel: "Vérifié",
  covers: "Couvre",
  leavesOut: "N’inclut pas",
  permission: "Autorisation pour les détails",
  permissionNone: "Rien de plus ne peut être lu",
  permissionOf: (scope, state) => `${scope} (${state})`,
  permissionMissing: "non accordée par la boutique",
  permissionGranted: "accordée",
  example: "Exemple de charge utile",
  unknownType: "Ce type d’événement n’est pas dans le catalogue",
  unknownTypeText: "Il est peut-être mal écrit, ou BigCommerce ne le propose pas.",
  viewAll: "Voir tous les webhooks",

  turnOn: "Activer",
  turnOff: "Désactiver",
  replace: "Remplacer",
  askOn: (count) => `Activer ${webhooks(count)} ?`,
  askOff: (count) => `Désactiver ${webhooks(count)} ?`,
  askOnSet: (title) => `Activer ${title} ?`,
  askOffSet: (title) => `Désactiver ${title} ?`,
  askReplace: (wildcard, count) =>
    `${wildcard} : ${count} ${plural(count, "type compris est déjà activé. Le remplacer ?", "types compris sont déjà activés. Les remplacer ?")}`,
  askReplaceMany: (count) =>
    `${count} ${plural(count, "type compris est déjà activé. Le remplacer ?", "types compris sont déjà activés. Les remplacer ?")}`,
  replaceText: "Vous continuez à recevoir ces événements. Chacun arrive une fois.",
  repeatsText: (count, all) =>
    count === all
      ? "Ceux-ci répètent, par canal, des événements que vous recevez déjà. Chacun arrivera deux fois."
      : `${count} d’entre eux ${plural(count, "répète", "répètent")}, par canal, des événements que vous recevez déjà. Ces événements arriveront deux fois.`,
  busyText: "Une boutique active envoie des milliers d’événements de produits et de paniers par jour.",
  askOffText:
    "Les nouveaux événements cessent d’arriver en moins d’une minute. Ceux déjà reçus restent dans le journal.",
  setText: (add, on) =>
    on === 0
      ? `Cela active ${types(add)}.`
      : `Cela active ${types(add)}. ${on} de l’ensemble ${plural(on, "est déjà activé", "sont déjà activés")}.`,
  moreNames: (count) => `et ${count} autres`,
  typesAsked: "Types d’événement",
  removeAsk: (title) => `Supprimer ${title} ?`,
  removeOfOthersText:
    "Une autre installation de Keeper a créé ce webhook. Elle ne recevra plus ces événements. Rien ne change ici.",
  removeText:
    "BigCommerce cesse d’envoyer à cette adresse. Les événements déjà reçus restent dans le journal.",
};
