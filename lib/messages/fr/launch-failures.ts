import type * as english from "#lib/messages/en/launch-failures.ts";

export const area = "launchFailures";

export const LAUNCH_FAILURES: typeof english.LAUNCH_FAILURES = {
  not_installed: {
    title: "Keeper n’est pas installé dans votre boutique",
    text: "Installez-la depuis le menu Apps de votre panneau de contrôle BigCommerce.",
  },
  link_expired: {
    title: "Ce lien est trop ancien",
    text: "Rouvrez l’application depuis le menu Apps de votre boutique.",
  },
  link_used: {
    title: "Ce lien a déjà servi",
    text: "Rouvrez l’application depuis le menu Apps de votre boutique.",
  },
  link_invalid: {
    title: "Ce lien n’ouvre pas l’application",
    text: "Ouvrez l’application depuis le menu Apps de votre boutique.",
  },
  access_withdrawn: {
    title: "Vous n’avez plus accès",
    text: "Demandez au propriétaire de la boutique l’accès à Keeper.",
  },
  install_refused: {
    title: "L’installation n’est pas allée au bout",
    text: "Rien n’a changé dans votre boutique. Réinstallez l’application depuis le menu Apps.",
  },
  install_cancelled: {
    title: "Vous avez annulé l’installation",
    text: "Rien n’a changé dans votre boutique. Pour installer l’application malgré tout, ouvrez-la depuis le menu Apps.",
  },
  install_unreadable: {
    title: "La réponse de BigCommerce est illisible",
    text: "L’application n’est pas installée, car il manquait à la réponse un élément dont elle a besoin. Réinstallez l’application depuis le menu Apps. Si cette page revient, écrivez à l’assistance de l’application.",
  },
  bigcommerce_unreachable: {
    title: "BigCommerce n’est pas disponible pour le moment",
    text: "Rouvrez l’application depuis le menu Apps dans une minute.",
  },
  too_many: {
    title: "Keeper a été ouvert trop souvent",
    text: "Attendez une minute, puis rouvrez l’application depuis le menu Apps de votre boutique.",
  },
  unexpected: {
    title: "Un problème est survenu de notre côté",
    text: "Rouvrez l’application depuis le menu Apps dans une minute.",
  },
};

export const LAUNCH_FAILED: typeof english.LAUNCH_FAILED = "Rouvrez l’application";

export const referenceSentence: typeof english.referenceSentence = (reference) => `Référence ${reference}.`;
