import type * as english from "#lib/messages/en/privacy.ts";
import type { ErasurePreview } from "#lib/contract/privacy.ts";
import { counted, plural } from "./plural.ts";

export const area = "privacy";

const events = (count: number) => counted(count, "événement", "événements");
const amounts = ({ events: ofEvents, states }: ErasurePreview) =>
  [
    ...(ofEvents > 0 ? [events(ofEvents)] : []),
    ...(states > 0 ? [counted(states, "état connu", "états connus")] : []),
  ].join(" et ");

export const PRIVACY: typeof english.PRIVACY = {
  slow: "Ce qui vaut pour les données personnelles se charge plus lentement que d’habitude.",
  ownerOnly: "Seul le propriétaire de la boutique peut le modifier.",
  failed: "Rien n’a changé.",

  staffLabel: "L’équipe voit les données personnelles",
  staffSee:
    "Toutes les personnes ayant accès à cette application voient les noms, adresses, adresses e-mail et numéros de téléphone.",
  staffDoNotSee:
    "Seul le propriétaire voit les noms, adresses, adresses e-mail et numéros de téléphone. Les autres voient qu’ils ont changé.",

  retention: "Nombre de jours de conservation des événements",
  retentionRange: (most) => `De 1 à ${most}. Ce qui est plus ancien est supprimé dans l’heure.`,
  retentionFault: (most) => `Saisissez un nombre entier de 1 à ${most}.`,
  counting: "Calcul de ce qui serait supprimé…",
  wouldGo: (count, days) =>
    count === 0
      ? `Aucun événement n’a plus de ${counted(days, "jour", "jours")} actuellement.`
      : `${events(count)} de plus de ${counted(days, "jour", "jours")} ${plural(count, "serait supprimé", "seraient supprimés")}, avec ce qui a changé alors. Rien ne peut les rétablir.`,
  save: "Enregistrer",
  saving: "Enregistrement…",
  saved: "Enregistré.",
  shortenQuestion: (days) => `Conserver les événements ${counted(days, "jour", "jours")} seulement ?`,
  shorten: "Supprimer les événements plus anciens",

  erase: "Effacer des données",
  eraseText:
    "Efface définitivement les événements sur un élément de votre boutique et ce qui en est connu. Pour un client, aussi ce que ses commandes disaient de lui.",
  eraseOwnerOnly: "Seul le propriétaire de la boutique peut effacer des données.",
  kind: "Type",
  number: "Numéro",
  numberHelp: "Il figure dans le journal, et dans l’adresse de sa page dans le panneau de contrôle.",
  numberFault: "Saisissez un numéro ou un ID tel qu’il figure dans le journal.",
  look: "Afficher ce qui est conservé",
  looking: "Recherche…",
  found: (preview, thing) =>
    amounts(preview) === ""
      ? `Rien n’est conservé sur ${thing}.`
      : `Conservé sur ${thing} : ${amounts(preview)}.`,
  eraseThis: "Effacer",
  eraseQuestion: (thing) => `Effacer ${thing} ?`,
  eraseWarning:
    "Rien ne peut le rétablir. L’historique dit que quelque chose a été effacé, pas à qui c’était.",
  typeNumber: (id) => `Saisissez ${id} pour confirmer`,
  notErased: "Rien n’a été effacé.",
  noWorker:
    "En attente : aucun service d’arrière-plan ne tourne. La personne qui gère cette application doit en démarrer un.",
};

export const THINGS: typeof english.THINGS = {
  customer: "Client",
  order: "Commande",
  cart: "Panier",
  subscriber: "Abonné",
  product: "Produit",
  variant: "Variante",
  category: "Catégorie",
  shipment: "Expédition",
  company: "Entreprise",
  company_user: "Utilisateur d’entreprise",
  quote: "Devis",
};

export const erasingText: typeof english.erasingText = ({ events: gone, states, found }) =>
  `Effacement : ${Math.min(gone + states, found)} sur ${found}`;

export const erasedText: typeof english.erasedText = (erasure) => {
  const { type, cameAgain } = erasure;
  const done = `Effacé (${THINGS[type] ?? type}) : ${amounts(erasure) || "rien"}.`;
  return cameAgain === 0
    ? done
    : `${done} BigCommerce a renvoyé ${events(cameAgain)} ; ${plural(cameAgain, "il a été effacé", "ils ont été effacés")} aussi.`;
};
