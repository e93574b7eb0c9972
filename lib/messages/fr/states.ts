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
  title: "Autorisez de nouveau l’application",
  text: "Rouvrez-la et confirmez. D’ici là, nous ne pouvons ni vérifier ni corriger les webhooks.",
};

export const OFFLINE: typeof english.OFFLINE = {
  title: "Vous êtes hors ligne",
  text: "Nous nous reconnectons automatiquement.",
};

export const TODO_BANNER: typeof english.TODO_BANNER = {
  title: (count) => plural(count, `${count} chose à faire`, `${count} choses à faire`),
  text: (sentences) =>
    `${sentences[0] ?? ""}.${sentences.length > 1 ? ` Et ${sentences.length - 1} de plus.` : ""}`,
  viewWebhooks: "Voir les webhooks",
  viewTodo: "Aller à la vue d’ensemble",
};

export const RATE_LIMITED: typeof english.RATE_LIMITED = {
  title: "La limite d’API de votre boutique est atteinte",
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
  title: "Un problème est survenu de notre côté",
  text: (reference) =>
    reference === undefined
      ? "Le reste de l’application fonctionne."
      : `Référence ${reference}. Le reste de l’application fonctionne.`,
  whole: "Un problème est survenu de notre côté",
  wholeText: (reference) =>
    reference === undefined
      ? "Rechargez la page. Si cela se reproduit, contactez l’assistance."
      : `Rechargez la page. Si cela se reproduit, indiquez à l’assistance la référence ${reference}.`,
};
