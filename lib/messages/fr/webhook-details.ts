import type * as english from "#lib/messages/en/webhook-details.ts";
import { counted } from "./plural.ts";

export const area = "webhookDetails";

const changes = (count: number) => counted(count, "modification", "modifications");

export const DETAILS: typeof english.DETAILS = {
  noMatch: "Aucun type d’événement ne correspond",
  noMatchText: "Essayez un autre mot ou effacez les filtres.",
  clearFilters: "Effacer les filtres",
  channel: "ID du canal",
  channelText:
    "Ces types d’événement s’inscrivent pour un canal à la fois. 1 est le premier canal de la boutique.",
  channelPick: "Canal",
  channelPickText: "Les types d’événement par canal ci-dessous sont ceux de ce canal :",
  channelName: (name, id) => `${name} (${id})`,
  channelOther: (id) => `Canal ${id}`,
  channelsUnreadable: (count) =>
    count === 1 ? "1 autre canal n’a pas pu être lu." : `${count} autres canaux n’ont pas pu être lus.`,
  left: (time) => `encore ${time}`,
  whatWillChange: "Ce qui va changer",
  planText: "BigCommerce diffère de ce que vous avez activé. Choisissez ce qu’il faut remettre en ordre.",
  applyChanges: (count) => `Appliquer ${changes(count)}`,
  verbs: { create: "Créer", update: "Modifier", enable: "Activer", remove: "Supprimer" },
  planLine: (verb, title, reason) => `${verb} ${title} : ${reason}`,
  unmanaged: "Non gérés",
  unmanagedText: "Trouvés chez BigCommerce, créés par cette application, non activés ici.",
  ofOthers: "Créé par une autre installation de cette application, qui reçoit aussi ces événements.",
  manage: "Gérer",
  viewEvents: "Voir les événements",
  sentWhen: "Envoyé quand",
  contains: "Contient",
  address: "Adresse",
  sentTo: "Envoyé à",
  expected: "Adresse de cette application",
  webhookId: "ID du webhook",
  copyId: "Copier l’ID du webhook",
  copyScope: "Copier le scope",
  created: "Créé",
  checkedLabel: "Vérifié",
  covers: "Couvre",
  activity: "Dernières 24 heures",
  eventsCount: (count) => (count === "0" || count === "1" ? `${count} événement` : `${count} événements`),
  leavesOut: "N’inclut pas",
  permission: "Pour lire le reste",
  permissionNone: "Rien de plus ne peut être lu",
  permissionOf: (scope, state) => `${scope} (${state})`,
  permissionMissing: "non accordée par la boutique",
  permissionGranted: "accordée",
  example: "Exemple de charge utile",
  unknownType: "Ce type d’événement n’est pas dans le catalogue",
  unknownTypeText: "Il est peut-être mal écrit, ou BigCommerce ne le propose pas.",
  viewAll: "Voir tous les webhooks",
};
