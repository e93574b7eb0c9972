import type * as english from "#lib/messages/en/privacy.ts";
import type { ErasurePreview } from "#lib/contract/privacy.ts";
import { counted, plural } from "./plural.ts";

export const area = "privacy";

const events = (count: number) => counted(count, "événement", "événements");
const amounts = ({ events: ofEvents, states }: ErasurePreview) =>
  [
    ...(ofEvents > 0 ? [events(ofEvents)] : []),
    ...(states > 0 ? [counted(states, "version enregistrée", "versions enregistrées")] : []),
  ].join(" et ");

export const PRIVACY: typeof english.PRIVACY = {
  slow: "La confidentialité se charge plus lentement que d’habitude.",
  failed: "Rien n’a été modifié",

  staffLabel: "L’équipe peut voir les données des clients",
  staffSee:
    "Toutes les personnes qui peuvent ouvrir Keeper voient les noms, adresses, adresses e-mail et numéros de téléphone.",
  staffDoNotSee:
    "Seul le propriétaire voit les noms, adresses, adresses e-mail et numéros de téléphone. L’équipe voit qu’ils ont changé.",

  staffChangesLabel: "L’équipe peut modifier les webhooks",
  staffChange: "L’équipe active, désactive et corrige les webhooks.",
  staffDoNotChange:
    "L’équipe voit les webhooks et les événements. Seul le propriétaire modifie les webhooks.",

  retention: "Garder les événements (jours)",
  retentionRange: (most) => `1 à ${most}. Les événements plus anciens sont supprimés dans l’heure.`,
  retentionFault: (most) => `Saisissez un nombre entier de 1 à ${most}.`,
  counting: "Calcul de ce qui serait supprimé…",
  wouldGo: (count, days) =>
    count === 0
      ? `Aucun événement n’a plus de ${counted(days, "jour", "jours")} actuellement.`
      : `Cela supprime ${events(count)}. Vous ne pourrez pas revenir en arrière.`,
  save: "Enregistrer",
  saving: "Enregistrement…",
  saved: "Enregistré.",
  shortenQuestion: (days) => `Conserver les événements ${counted(days, "jour", "jours")} seulement ?`,
  shorten: "Supprimer les événements plus anciens",

  erase: "Effacer des données",
  eraseText: "Supprimez définitivement tout ce que nous gardons sur un client, une commande ou un produit.",
  kind: "Type",
  number: "ID",
  numberHelp: "Il figure dans le journal, et dans l’adresse de sa page dans votre panneau de contrôle.",
  numberFault: "Saisissez l’ID tel que le journal le montre.",
  look: "Aperçu",
  looking: "Chargement…",
  found: (preview, thing) =>
    amounts(preview) === ""
      ? `Rien n’est conservé sur ${thing}.`
      : `Conservé sur ${thing} : ${amounts(preview)}.`,
  eraseThis: "Effacer",
  eraseQuestion: (thing) => `Effacer ${thing} ?`,
  eraseWarning:
    "Vous ne pourrez pas revenir en arrière. Le journal d’activité ne dira pas à qui étaient les données.",
  typeNumber: (id) => `Saisissez ${id} pour confirmer`,
  notErased: "Rien n’a été effacé",
  noWorker: "En attente de notre service d’arrière-plan. Contactez l’assistance si cela dure.",
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
