import type { PROBLEMS as english } from "#lib/messages/en/server/problems.ts";
import { DESTINATION_PROBLEMS } from "./destinations.ts";

export const PROBLEMS: typeof english = {
  ...DESTINATION_PROBLEMS,
  UNEXPECTED: {
    title: "Un problème est survenu de notre côté",
    detail:
      "Un problème est survenu de notre côté. Réessayez ; si cela persiste, indiquez-nous la référence.",
  },
  BIGCOMMERCE_UNREACHABLE: {
    title: "BigCommerce n’est pas disponible",
    detail: "Nous n’avons pas pu terminer. Réessayez dans une minute.",
  },
  SESSION_ENDED: {
    title: "Votre session est terminée",
    detail: "Rouvrez l’application depuis le menu Apps de votre boutique.",
  },
  ACCESS_WITHDRAWN: {
    title: "Vous n’avez plus accès",
    detail: "Demandez au propriétaire de la boutique l’accès à Keeper.",
  },
  STORE_UNINSTALLED: {
    title: "L’application a été supprimée de cette boutique",
    detail: "Réinstallez l’application pour continuer.",
  },
  WEBHOOKS_OWNER_ONLY: {
    title: "Seul le propriétaire modifie les webhooks ici",
    detail:
      "Le propriétaire de cette boutique ne laisse personne d’autre modifier les webhooks. Demandez-lui de le faire, ou de l’autoriser sous Paramètres, Confidentialité et données.",
  },
  OWNER_ONLY: {
    title: "Seul le propriétaire peut le faire",
    detail: "Demandez au propriétaire de la boutique de le faire.",
  },
  FORBIDDEN_ORIGIN: {
    title: "Cette requête ne vient pas de l’application",
    detail: "Les modifications ne sont acceptées que depuis les pages de l’application.",
  },
  INVALID_INPUT: { title: "Vérifiez votre saisie", detail: "Un élément ne convient pas." },
  INPUT_TOO_LARGE: {
    title: "C’est trop",
    detail: "La requête est plus grande que ce que l’application accepte.",
  },
  INPUT_TOO_SLOW: {
    title: "Cela a pris trop de temps",
    detail: "La requête n’était pas complète à temps. Réessayez.",
  },
  OVERLOADED: {
    title: "Trop à la fois",
    detail:
      "On demande à l’application plus qu’elle ne peut répondre à la fois. Réessayez dans quelques secondes.",
  },
  NOT_FOUND: { title: "Cela n’existe pas", detail: "Il n’y a rien ici, ou plus rien." },
  METHOD_NOT_ALLOWED: { title: "C’est impossible ici", detail: "L’adresse n’accepte pas cette méthode." },
  NEEDS_REAUTHORISATION: {
    title: "Autorisez de nouveau l’application",
    detail: "Rouvrez-la et confirmez. D’ici là, nous ne pouvons ni vérifier ni corriger les webhooks.",
  },
  BIGCOMMERCE_RATE_LIMITED: {
    title: "Limite d’API atteinte",
    detail: "La limite d’API de votre boutique est atteinte. Réessayez dans un instant.",
  },
  BIGCOMMERCE_FORBIDDEN: {
    title: "La boutique ne l’a pas autorisé",
    detail:
      "Il manque à l’application une autorisation pour cela. Ouvrez-la depuis le menu Apps et confirmez ce qu’elle demande.",
  },
  BIGCOMMERCE_UNREADABLE: {
    title: "La réponse de BigCommerce est illisible",
    detail:
      "La réponse de BigCommerce n’était pas celle attendue : nous n’avons rien changé. Si cela dure, contactez l’assistance.",
  },
  STORE_NOT_FOUND: {
    title: "BigCommerce ne trouve pas cette boutique",
    detail:
      "La boutique est peut-être fermée, suspendue ou déplacée. Regardez-la dans BigCommerce, puis vérifiez de nouveau.",
  },
  CHECK_REFUSED: {
    title: "Les webhooks n’ont pas pu être vérifiés",
    detail:
      "BigCommerce a refusé de fournir la liste des webhooks de votre boutique. Rien n’a été changé. Réessayez plus tard.",
  },
  BIGCOMMERCE_NOT_FOUND: {
    title: "BigCommerce ne trouve pas cela",
    detail: "Cela n’existe plus, ou la boutique est fermée. Regardez dans BigCommerce, puis réessayez.",
  },
  BIGCOMMERCE_REFUSED: {
    title: "BigCommerce a refusé",
    detail: "BigCommerce n’accepte pas cette modification. Vérifiez les webhooks, puis réessayez.",
  },
  BIGCOMMERCE_CONFLICT: {
    title: "C’est différent chez BigCommerce à présent",
    detail: "Les webhooks chez BigCommerce ont changé entre-temps. Vérifiez-les, puis réessayez.",
  },
  RATE_LIMITED: {
    title: "Trop de requêtes",
    detail:
      "Trop de requêtes sont arrivées à la fois : rien n’a été fait pour celle-ci. Attendez une minute, puis réessayez.",
  },
  CHECK_RUNNING: {
    title: "Vérification en cours",
    detail: "Keeper vérifie déjà vos webhooks.",
  },
  VIEW_NAME_TAKEN: {
    title: "Nom déjà utilisé",
    detail: "Choisissez un autre nom pour cette vue.",
  },
  TOO_MANY_VIEWS: {
    title: "Nombre maximal de vues atteint",
    detail: "Supprimez une vue que vous n’utilisez plus, puis enregistrez celle-ci.",
  },
  SEARCH_TIMED_OUT: {
    title: "La recherche a pris trop de temps",
    detail: "Choisissez une période plus courte.",
  },
  RUN_UNDER_WAY: {
    title: "D’autres modifications sont en cours",
    detail: "Attendez la fin des modifications en cours, ou annulez-les.",
  },
  ERASURE_UNDER_WAY: {
    title: "Autre chose est en cours d’effacement",
    detail: "Attendez que ce soit terminé, puis demandez ceci.",
  },
  NOTHING_TO_ERASE: {
    title: "Il n’y a rien à effacer",
    detail: "Rien n’est conservé à ce sujet. Vérifiez le type et le numéro.",
  },
  RETENTION_TOO_LONG: {
    title: "Les événements ne sont pas conservés aussi longtemps",
    detail: "Nous ne conservons pas les événements aussi longtemps. Choisissez moins de jours.",
  },
};
