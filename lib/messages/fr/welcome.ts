import type * as english from "#lib/messages/en/welcome.ts";
import { counted, plural } from "./plural.ts";

export const area = "welcome";

const types = (count: number) => counted(count, "type d’événement", "types d’événement");

export const WELCOME: typeof english.WELCOME = {
  title: "Bienvenue dans Webhook Keeper",
  description: "Trois courtes étapes, et vous voyez ce qui se passe dans votre boutique.",
  steps: ["Connecter", "Choisir des événements", "Les voir arriver"],
  stepOf: (step) => `Étape ${step} sur 3`,
  done: "terminée",
  about: "Ce que fait Keeper",
  aboutText:
    "Votre boutique envoie un message, appelé webhook, dès qu’il se passe quelque chose : une commande, un prix modifié, un nouveau client. Keeper veille à ce que ces messages continuent d’arriver et vous les montre tous.",
  boxes: [
    { name: "Votre boutique", does: "envoie un message" },
    { name: "Webhook Keeper", does: "le garde et le vérifie" },
    { name: "Vous et vos autres systèmes", does: "voyez ce qui s’est passé" },
  ],
  storeConnected: (name) => (name === null ? "Boutique connectée" : `${name} est connectée`),
  permission: "Autorisation de gérer les webhooks",
  noPermission:
    "Keeper a besoin de l’autorisation de gérer les webhooks. Demandez au propriétaire de la boutique de réinstaller l’application.",
  address: "Les webhooks sont inscrits chez BigCommerce",
  addressChecking: "Inscription de vos premiers webhooks chez BigCommerce…",
  choose: "Choisir des événements",
  chooseText:
    "Ce dont la plupart des boutiques ont besoin est déjà activé. Ajoutez-en maintenant ou plus tard.",
  legend: "De quoi voulez-vous être informé ?",
  kept: (count) =>
    plural(
      count,
      `Nous avons trouvé ${count} webhook d’une installation précédente. Il est conservé.`,
      `Nous avons trouvé ${count} webhooks d’une installation précédente. Ils sont conservés.`,
    ),
  setText: (summary, total, on) => `${summary} ${on ?? "–"} sur ${total} activés.`,
  single: "Choisir des types d’événement",
  skip: "Passer la configuration",
  turnOn: "Activer les événements",
  looksGood: "C’est parfait",
  back: "Retour",
  turningOn: (done, total) => `Activation : ${done} sur ${total}`,
  turnedOn: (count) => `${types(count)} ${plural(count, "activé", "activés")}`,
  someFailed: "Nous n’avons pas pu activer ceux-ci",
  watch: "Les voir arriver",
  waiting: "En attente de votre premier événement…",
  tip: "Passez une commande ou modifiez un produit dans votre boutique. Ou envoyez un événement de test pour voir que tout fonctionne.",
  firstArrived: "Événement reçu",
  viewEvent: "Voir l’événement",
  overview: "Aller à la vue d’ensemble",
  slow: "Vos webhooks se chargent plus lentement que d’habitude.",
};
