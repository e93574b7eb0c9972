import type * as english from "#lib/messages/en/server/alerts.ts";

const counted = (count: number, one: string, many: string) =>
  count < 2 ? `${count} ${one}` : `${count} ${many}`;

export const CAUSES: typeof english.CAUSES = {
  off_by_bigcommerce: {
    alert: (count) => `BigCommerce a désactivé ${counted(count, "webhook", "webhooks")}.`,
    recovery: "Plus aucun webhook n’est désactivé par BigCommerce.",
    help: "Ces événements n’arrivent pas, et l’application ne réactive pas cela d’elle-même. Ouvrez Webhooks pour le faire.",
  },
  missing: {
    alert: (count) => `${counted(count, "webhook manque", "webhooks manquent")} chez BigCommerce.`,
    recovery: "Plus aucun webhook ne manque chez BigCommerce.",
    help: "Ces événements n’arrivent pas. Ouvrez Webhooks pour réinscrire, ou pour voir pourquoi BigCommerce refuse.",
  },
  wrong_address: {
    alert: (count) => `${counted(count, "webhook livre", "webhooks livrent")} à une autre adresse.`,
    recovery: "Chaque webhook livre de nouveau à la bonne adresse.",
    help: "Ces événements vont ailleurs. Ouvrez Webhooks pour les faire envoyer ici.",
  },
  wrong_secret: {
    alert: (count) => `${counted(count, "webhook arrive", "webhooks arrivent")} sans le secret convenu.`,
    recovery: "Chaque webhook arrive de nouveau avec son secret.",
    help: "Ouvrez Webhooks pour réparer cela.",
  },
  doubled: {
    alert: (count) => `${counted(count, "webhook existe", "webhooks existent")} en double chez BigCommerce.`,
    recovery: "Plus aucun webhook n’existe en double chez BigCommerce.",
    help: "Chaque événement arrive plusieurs fois. Ouvrez Webhooks pour supprimer le double.",
  },
  over_limit: {
    alert: (count) =>
      `BigCommerce refuse ${counted(count, "webhook", "webhooks")} : il en permet 10 par type d’événement.`,
    recovery: "BigCommerce ne refuse plus de webhook à cause de sa limite.",
    help: "Ces événements n’arrivent pas. Supprimez les webhooks de ce type d’événement dont personne n’a besoin.",
  },
  blocked: {
    alert: (count) =>
      `BigCommerce suspend les livraisons de ${counted(count, "webhook", "webhooks")}, car trop ont échoué.`,
    recovery: "BigCommerce livre de nouveau.",
    help: "Rien n’est perdu : BigCommerce envoie ces événements quand la pause est finie.",
  },
  going_quiet: {
    alert: (count) =>
      `${counted(count, "webhook n’a apporté", "webhooks n’ont apporté")} aucun événement depuis 75 jours.`,
    recovery: "Aucun webhook n’est sur le point d’être désactivé pour silence.",
    help: "BigCommerce désactive ce qui n’apporte aucun événement pendant 90 jours. Ouvrez Webhooks pour le renouveler ou le désactiver.",
  },
  needs_reauthorisation: {
    alert: () => "La boutique doit de nouveau accepter cette application.",
    recovery: "La boutique a de nouveau accepté cette application.",
    help: "Ouvrez l’application depuis le menu Apps et confirmez. D’ici là, les webhooks restent tels quels.",
  },
  unreachable: {
    alert: () => "BigCommerce n’a pas répondu depuis deux heures.",
    recovery: "BigCommerce répond de nouveau.",
    help: "Les événements arrivent toujours, mais les webhooks ne peuvent être ni vérifiés ni modifiés. L’application continue d’essayer.",
  },
  refusing: {
    alert: () => "Des livraisons sont refusées, et aucun événement n’est arrivé depuis.",
    recovery: "Les événements arrivent de nouveau.",
    help: "La vue d’ensemble dit pourquoi elles sont refusées et ce qui aide.",
  },
};

export const MESSAGE: typeof english.MESSAGE = {
  test: "Ceci est un test : les alertes de cette boutique arrivent ici.",
  still: (sentence) => `Toujours : ${sentence}`,
  more: (count) => `et ${count} de plus`,
  open: "Ouvrir l’application",
  reason: (store) =>
    `Vous recevez ce message car cette adresse figure dans les paramètres d’alerte de ${store} dans Webhook Keeper.`,
};
