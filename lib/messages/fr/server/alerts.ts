import type * as english from "#lib/messages/en/server/alerts.ts";

const counted = (count: number, one: string, many: string) =>
  count < 2 ? `${count} ${one}` : `${count} ${many}`;

export const CAUSES: typeof english.CAUSES = {
  off_by_bigcommerce: {
    alert: (count) =>
      `${counted(count, "webhook a été désactivé", "webhooks ont été désactivés")} chez BigCommerce`,
    recovery: "Plus aucun webhook n’est désactivé chez BigCommerce",
    help: "Vous ne recevez pas ces événements.",
  },
  missing: {
    alert: (count) => `${counted(count, "webhook manque", "webhooks manquent")} chez BigCommerce`,
    recovery: "Plus aucun webhook ne manque chez BigCommerce",
    help: "Vous ne recevez pas ces événements.",
  },
  wrong_address: {
    alert: (count) => `${counted(count, "webhook part", "webhooks partent")} à une autre adresse`,
    recovery: "Chaque webhook part de nouveau à la bonne adresse",
    help: "Vous ne recevez pas ces événements.",
  },
  wrong_secret: {
    alert: (count) => `${counted(count, "webhook utilise", "webhooks utilisent")} un mauvais secret`,
    recovery: "Chaque webhook utilise de nouveau le bon secret",
    help: "Nous refusons ces événements tant que ce n’est pas corrigé. BigCommerce renvoie chacun d’eux pendant 48 heures au plus.",
  },
  no_secret: {
    alert: (count) =>
      `${counted(count, "webhook n’envoie pas", "webhooks n’envoient pas")} le secret de la boutique`,
    recovery: "Chaque webhook envoie de nouveau le secret de la boutique",
    help: "Nous n’acceptons ces événements que s’ils sont signés.",
  },
  doubled: {
    alert: (count) => `${counted(count, "webhook existe", "webhooks existent")} en double chez BigCommerce`,
    recovery: "Plus aucun webhook n’existe en double chez BigCommerce",
    help: "Chaque événement arrive plusieurs fois.",
  },
  overlaps_wildcard: {
    alert: (count) => `${counted(count, "type d’événement arrive", "types d’événements arrivent")} deux fois`,
    recovery: "Plus aucun type d’événement n’arrive deux fois",
    help: "Un webhook « Tous … » comprend déjà ces événements.",
  },
  over_limit: {
    alert: (count) =>
      `BigCommerce refuse ${counted(count, "webhook", "webhooks")} : il en permet 10 par type d’événement`,
    recovery: "BigCommerce ne refuse plus de webhook à cause de sa limite",
    help: "Vous ne recevez pas ces événements. Supprimez les webhooks de ce type d’événement dont personne n’a besoin.",
  },
  blocked: {
    alert: () => "BigCommerce a suspendu les livraisons, car trop ont échoué",
    recovery: "BigCommerce livre de nouveau",
    help: "Vous n’avez rien à faire. BigCommerce envoie en général les événements en attente après la pause.",
  },
  going_quiet: {
    alert: (count) =>
      `${counted(count, "webhook n’a envoyé", "webhooks n’ont envoyé")} aucun événement depuis 75 jours`,
    recovery: "Aucun webhook n’est sur le point d’être désactivé pour inactivité",
    help: "BigCommerce désactive les webhooks qui n’envoient rien pendant 90 jours.",
  },
  needs_reauthorisation: {
    alert: () => "Autorisez de nouveau l’application",
    recovery: "L’application est de nouveau autorisée",
    help: "Rouvrez-la et confirmez. D’ici là, nous ne pouvons ni vérifier ni corriger les webhooks.",
  },
  check_failed: {
    alert: () => "Nous ne pouvons pas vérifier vos webhooks",
    recovery: "Nous pouvons de nouveau vérifier vos webhooks",
    help: "Nous ne pouvons ni vérifier ni modifier les webhooks pour le moment.",
  },
  unreachable: {
    alert: () => "Nous n’avons pas pu vérifier vos webhooks depuis 2 heures",
    recovery: "Nous pouvons de nouveau vérifier vos webhooks",
    help: "Nous ne pouvons ni vérifier ni modifier les webhooks pour le moment. Nous continuons d’essayer.",
  },
  refusing: {
    alert: () => "Nous n’avons pas pu accepter les derniers événements, et aucun n’est arrivé depuis",
    recovery: "Les événements arrivent de nouveau",
    help: "BigCommerce renvoie chaque événement pendant 48 heures au plus. Si cela dure, contactez l’assistance.",
  },
  destination_ill: {
    alert: () => "Une destination n’accepte plus d’événements",
    named: (who, count) => `${who} ${count === 1 ? "n’accepte" : "n’acceptent"} plus d’événements`,
    recovery: "Toutes les destinations acceptent de nouveau les événements",
    help: "Les événements attendent qu’elle réponde, et nous continuons d’essayer.",
  },
  destination_retrying: {
    alert: () => "Une destination n’accepte pas d’événements en ce moment",
    recovery: "Toutes les destinations acceptent de nouveau les événements",
    help: "Les événements attendent, et nous continuons d’essayer.",
  },
  destination_off: {
    alert: () => "Nous avons désactivé une destination",
    named: (who) => `Nous avons désactivé ${who}`,
    recovery: "Plus aucune destination n’est désactivée à cause d’une erreur",
    help: "Ses événements sont conservés. Corrigez la cause, puis réactivez la destination.",
  },
  deliveries_failed: {
    alert: () => "Des événements ne sont pas arrivés à une destination",
    named: (who) => `Des événements ne sont pas arrivés à ${who}`,
    recovery: "Il ne reste plus d’événement non arrivé à sa destination",
    help: "Nous avons cessé d’essayer. Renvoyez les événements, ou ignorez-les.",
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

export const RECENT: typeof english.RECENT = {
  fixed: (count, at) => `Keeper a corrigé ${counted(count, "webhook", "webhooks")} ${at}.`,
  mayMiss: (from, to) => `Des événements entre ${from} et ${to} manquent peut-être.`,
  refused: (count, span) =>
    `${counted(count, "événement n’a pas pu être accepté", "événements n’ont pas pu être acceptés")} ${span}.`,
  arriveAgain: "Les événements arrivent de nouveau.",
  resent: "BigCommerce renvoie chaque événement refusé pendant 48 heures au plus.",
  at: (time) => `à ${time}`,
  between: (from, to) => `entre ${from} et ${to}`,
};
