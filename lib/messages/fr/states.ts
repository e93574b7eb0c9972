import type * as english from "#lib/messages/en/states.ts";
import { counted, plural } from "./plural.ts";

export const area = "states";

export const SESSION_ENDED: typeof english.SESSION_ENDED = {
  title: "Votre session est terminée",
  text: "Rouvrez l’application depuis le menu Apps de votre boutique.",
  textWhileWorking: "Rouvrez l’application pour continuer. Rien de ce que vous avez enregistré n’est perdu.",
  reopen: "Rouvrir l’application",
};

export const NEEDS_REAUTHORISATION: typeof english.NEEDS_REAUTHORISATION = {
  title: "La boutique doit de nouveau accepter cette application",
  text: "Ouvrez l’application depuis le menu Apps et confirmez. D’ici là, les webhooks restent tels quels.",
};

export const OFFLINE: typeof english.OFFLINE = {
  title: "Vous êtes hors ligne",
  text: "Nous nous reconnectons de nous-mêmes.",
};

export const ALERT_BANNER: typeof english.ALERT_BANNER = {
  title: (count) => plural(count, `${count} alerte est ouverte`, `${count} alertes sont ouvertes`),
  text: (sentences) =>
    `${sentences[0] ?? ""}${sentences.length > 1 ? ` Et ${sentences.length - 1} de plus.` : ""}`,
  review: "Examiner les alertes",
};

export const BIGCOMMERCE_SLOW: typeof english.BIGCOMMERCE_SLOW = {
  title: "BigCommerce met plus de temps que d’habitude à répondre",
  text: "Vos événements continuent d’arriver. Nous réessayons chaque minute.",
};

export const RATE_LIMITED: typeof english.RATE_LIMITED = {
  title: "BigCommerce nous demande de ralentir",
  text: (seconds) =>
    seconds === null
      ? "Nous continuons dans un instant."
      : `Nous continuons dans ${counted(seconds, "seconde", "secondes")}.`,
};

export const NOT_FOUND: typeof english.NOT_FOUND = {
  title: "Cette page n’existe pas",
  text: "L’adresse a peut-être changé.",
  overview: "Aller à la vue d’ensemble",
};

export const BREAK: typeof english.BREAK = {
  title: "Cette partie fait une pause",
  text: (reference) =>
    reference === undefined
      ? "Le reste de l’application fonctionne."
      : `Référence ${reference}. Le reste de l’application fonctionne.`,
  whole: "Cette application fait une pause",
  wholeText: (reference) =>
    reference === undefined
      ? "Vos événements continuent d’arriver."
      : `Référence ${reference}. Vos événements continuent d’arriver.`,
};
