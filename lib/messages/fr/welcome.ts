import type * as english from "#lib/messages/en/welcome.ts";
import { counted, plural } from "./plural.ts";

export const area = "welcome";

const types = (count: number) => counted(count, "type d’événement", "types d’événement");

export const WELCOME: typeof english.WELCOME = {
  title: "Bienvenue dans Webhook Keeper",
  description: "Voyez chaque événement que votre boutique envoie, au moment où il survient.",
  steps: ["Connecter", "Choisir des événements", "Les voir arriver"],
  stepOf: (step) => `Étape ${step} sur 3`,
  done: "terminée",
  connected: "Connectée",
  storeConnected: (name) => (name === null ? "Boutique connectée" : `${name} est connectée`),
  permission: "Autorisation de gérer les webhooks",
  noPermission:
    "L’application a besoin de l’autorisation de gérer les webhooks. Demandez au propriétaire de la boutique de la réinstaller.",
  address: "BigCommerce accepte l’adresse de cette application",
  addressChecking: "Inscription des premiers webhooks chez BigCommerce…",
  choose: "Choisir des événements",
  chooseText: "Commencez par un ensemble. Vous pourrez le changer à tout moment.",
  legend: "Quels événements voulez-vous recevoir ?",
  onAlready: (titles) => `Déjà activés : ${titles.join(", ")}.`,
  kept: (count) =>
    plural(
      count,
      `Nous avons trouvé ${count} webhook d’une installation précédente. Il est conservé.`,
      `Nous avons trouvé ${count} webhooks d’une installation précédente. Ils sont conservés.`,
    ),
  presetText: (summary, count, on) => {
    if (on === count) return `${summary} ${types(count)}, tout est déjà activé.`;
    if (on > 0) return `${summary} ${types(count)}, dont ${on} déjà ${plural(on, "activé", "activés")}.`;
    return `${summary} ${types(count)}.`;
  },
  single: "Choisir des types d’événement un à un",
  skip: "Passer pour l’instant",
  turnOn: "Activer les événements",
  proceed: "Continuer",
  turningOn: (done, total) => `Activation : ${done} sur ${total}`,
  someFailed: "Ceux-ci ne sont pas encore activés",
  watch: "Les voir arriver",
  waiting: "En attente de votre premier événement…",
  tip: "Modifiez un produit dans un autre onglet pour voir un événement ici.",
  firstArrived: "Votre premier événement est arrivé",
  viewEvent: "Voir l’événement",
  overview: "Aller à la vue d’ensemble",
  slow: "Vos webhooks se chargent plus lentement que d’habitude.",
};
